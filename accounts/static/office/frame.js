/* The navigation of a phone, and choices that send themselves. */
const button = document.querySelector(".frame__menu");

function show(open) {
  button.setAttribute("aria-expanded", String(open));
  document.documentElement.classList.toggle("nav-open", open);
}

if (button) {
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    show(false);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#office-nav, .frame__menu")) show(false);
  });
}

for (const form of document.querySelectorAll("form[data-sends-itself]")) {
  form.classList.add("sends-itself");
  form.addEventListener("change", () => form.submit());
}

for (const details of document.querySelectorAll(".frame__person")) {
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
}

/* On a phone a row is a card: each cell says what its column is called. */
function name(row, names) {
  if (row.cells.length !== names.length) return;
  names.forEach((text, at) => { row.cells[at].dataset.column = text; });
}

for (const table of document.querySelectorAll("#result_list, .tabular table")) {
  const names = [...table.tHead.rows[0].cells].map((cell) => (cell.querySelector(".text") ?? cell).textContent.trim());
  for (const row of table.tBodies[0].rows) name(row, names);
  document.addEventListener("formset:added", ({ target }) => {
    if (table.contains(target)) name(target, names);
  });
}

/* On a phone the filters would push the list off the screen. */
if (matchMedia("(max-width: 63.99rem)").matches) {
  for (const filter of document.querySelectorAll("#changelist-filter details")) filter.open = false;
}
