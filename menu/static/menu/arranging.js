/*
 * Rows put in order by dragging a handle, by its arrow keys, or by two buttons.
 * On a list each drop is told to the server at once; on a form the rows' places are written into it.
 */

const EDGE = 60; // pixels from the window's edge where it begins to scroll
const STEP = 12;

const announcer = document.createElement("div");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");
document.body.append(announcer);

/** What is arranged: the rows under `body`, those beside a given one, and what happens when one was moved. */
function listArrangement(table) {
  const rows = () => [...table.tBodies[0].rows];
  return { body: table.tBodies[0], rows, moved: saverOf(table, rows) };
}

function formArrangement(body) {
  const rows = () => [...body.querySelectorAll(".form-row:not(.empty-form)")].filter((row) => !isRemoved(row));
  const number = () => {
    rows().forEach((row, place) => { row.querySelector("input[data-place]").value = place; });
  };
  body.closest("form").addEventListener("submit", number);
  return { body, rows, moved: number };
}

function isRemoved(row) {
  return row.querySelector("input[name$=-DELETE]")?.checked ?? false;
}

/** One after the other: the server must see the drops in the order in which they were made. */
function saverOf(table, rows) {
  const { url, failed } = document.querySelector("[data-arranging]").dataset;
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
  let last = Promise.resolve();
  const save = async (row) => {
    const all = rows();
    const at = all.indexOf(row);
    const after = at > 0;
    const beside = all[after ? at - 1 : 1];
    const body = new URLSearchParams({ moved: keyOf(row), beside: keyOf(beside), after });
    row.classList.add("is-saving");
    const answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token } }).catch(() => null);
    row.classList.remove("is-saving");
    if (answer?.ok) return;
    window.alert(failed);
    window.location.reload();
  };
  return (row) => { last = last.then(() => save(row)); };
}

function keyOf(row) {
  return row.querySelector("[data-place]").dataset.place;
}

function button(kind, text, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `place__${kind}`;
  made.textContent = text;
  made.setAttribute("aria-label", label);
  made.title = label;
  return made;
}

function shift(arrangement, row, by) {
  const all = arrangement.rows();
  const at = all.indexOf(row);
  const to = at + by;
  if (to < 0 || to >= all.length) return;
  if (by < 0) all[to].before(row);
  else all[to].after(row);
  arrangement.moved(row);
  say(arrangement, row);
}

function say(arrangement, row) {
  const all = arrangement.rows();
  const words = row.querySelector("[data-place]").dataset.moved;
  announcer.textContent = words.replace("{place}", all.indexOf(row) + 1).replace("{count}", all.length);
}

function middleOf(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function startDrag(arrangement, row, handle, event) {
  if (event.button !== 0) return;
  event.preventDefault();
  const began = arrangement.rows().indexOf(row);
  handle.setPointerCapture(event.pointerId);
  row.classList.add("is-dragged");
  let scrolling = 0;
  const scroll = () => {
    if (scrolling) window.scrollBy(0, scrolling);
    frame = requestAnimationFrame(scroll);
  };
  let frame = requestAnimationFrame(scroll);
  const follow = ({ clientY }) => {
    scrolling = clientY < EDGE ? -STEP : clientY > window.innerHeight - EDGE ? STEP : 0;
    const all = arrangement.rows();
    let at = all.indexOf(row);
    // The others make way: a row that is taken out of the page lets go of the pointer.
    for (; at > 0 && clientY < middleOf(all[at - 1]); at -= 1) {
      row.after(all[at - 1]);
      all.splice(at - 1, 2, row, all[at - 1]);
    }
    for (; at < all.length - 1 && clientY > middleOf(all[at + 1]); at += 1) {
      row.before(all[at + 1]);
      all.splice(at, 2, all[at + 1], row);
    }
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    handle.removeEventListener("pointermove", follow);
    row.classList.remove("is-dragged");
    if (arrangement.rows().indexOf(row) === began) return;
    arrangement.moved(row);
    say(arrangement, row);
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("lostpointercapture", stop, { once: true });
}

function equip(arrangement, row) {
  const holder = row.querySelector("[data-place]");
  if (!holder || row.querySelector(".place")) return;
  const { drag, up, down } = holder.dataset;
  const name = holder.dataset.name ? `${holder.dataset.name}: ` : "";
  const place = document.createElement("span");
  place.className = "place";
  const handle = button("handle", "⠿", name + drag);
  handle.addEventListener("pointerdown", (event) => { startDrag(arrangement, row, handle, event); });
  handle.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    shift(arrangement, row, by);
    handle.focus();
  });
  const ways = [["up", "▲", up, -1], ["down", "▼", down, 1]].map(([kind, text, label, by]) => {
    const way = button(kind, text, name + label);
    way.addEventListener("click", () => {
      shift(arrangement, row, by);
      way.focus();
    });
    return way;
  });
  place.append(handle, ...ways);
  holder.after(place);
  holder.classList.add("is-replaced");
}

const list = document.querySelector("#result_list");
if (list && document.querySelector("[data-arranging]")) {
  const arrangement = listArrangement(list);
  for (const row of arrangement.rows()) equip(arrangement, row);
}

const inForms = new Map();
function equipForm(row) {
  const body = row.parentElement;
  if (!inForms.has(body)) inForms.set(body, formArrangement(body));
  equip(inForms.get(body), row);
}
for (const input of document.querySelectorAll(".inline-group input[data-place]")) {
  const row = input.closest(".form-row");
  if (!row.classList.contains("empty-form")) equipForm(row);
}
document.addEventListener("formset:added", ({ target }) => {
  if (target.querySelector("input[data-place]")) equipForm(target);
});
