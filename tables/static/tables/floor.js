/** The floor plan's editor: what is dragged here is written into the numbers of the list below, which are sent. */
const form = document.querySelector("[data-floor-form]");
const editor = form.querySelector("[data-editor]");
const floor = editor.querySelector("[data-floor]");
const tray = editor.querySelector("[data-tray]");
const said = editor.querySelector("[data-said]");
const zones = editor.querySelector("[data-zones]");
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const IN_A_ROW = 6;
let zone = null;

const tables = [...form.querySelectorAll("[data-table]")].map((row) => {
  const field = (name) => row.querySelector(`[data-${name}]`);
  const token = document.createElement("button");
  token.type = "button";
  token.className = "floor__table";
  token.textContent = row.dataset.number;
  const fields = { zone: field("zone"), seats: field("seats"), x: field("x"), y: field("y") };
  return { name: row.dataset.table, token, fields, before: valuesOf(fields) };
});

function valuesOf(fields) {
  return Object.values(fields).map(({ value }) => value).join("\n");
}

const isPlaced = ({ fields: { x, y } }) => x.value !== "" && y.value !== "";
const isShown = ({ fields }) => zone === null || fields.zone.value === zone;
const within = (number) => Math.min(100, Math.max(0, Math.round(number)));

function place(table, x, y) {
  table.fields.x.value = x === null ? "" : within(x);
  table.fields.y.value = y === null ? "" : within(y);
  draw(table);
}

function wordsOf({ name, fields: { x, y }, ...table }) {
  const text = isPlaced({ fields: { x, y }, ...table }) ? editor.dataset.placed : editor.dataset.unplaced;
  return text.replace("{table}", name).replace("{x}", x.value).replace("{y}", y.value);
}

function draw(table) {
  const { token, fields } = table;
  const home = isPlaced(table) ? floor : tray;
  const hadFocus = document.activeElement === token;
  if (token.parentElement !== home) home.append(token);
  if (hadFocus) token.focus();
  token.style.left = isPlaced(table) ? `${within(Number(fields.x.value))}%` : "";
  token.style.top = isPlaced(table) ? `${within(Number(fields.y.value))}%` : "";
  token.setAttribute("aria-label", wordsOf(table));
  // Tables of the other zones show where there is no room.
  token.disabled = !isShown(table);
  token.hidden = !isShown(table) && !isPlaced(table);
}

/** The first place that no table of the zone takes. */
function freePlace() {
  const taken = tables.filter((table) => isPlaced(table) && isShown(table)).map(({ fields }) => [Number(fields.x.value), Number(fields.y.value)]);
  for (let spot = 0; ; spot += 1) {
    const [x, y] = spotOf(spot);
    if (y > 100 || taken.every(([otherX, otherY]) => Math.abs(otherX - x) > 8 || Math.abs(otherY - y) > 8)) return [x, Math.min(y, 92)];
  }
}

function spotOf(number) {
  return [((number % IN_A_ROW) + 0.5) * (100 / IN_A_ROW), 10 + Math.floor(number / IN_A_ROW) * 18];
}

function arrangeInRows() {
  const shown = tables.filter(isShown);
  const height = Math.min(18, 84 / Math.max(1, Math.ceil(shown.length / IN_A_ROW) - 1));
  shown.forEach((table, number) => {
    place(table, spotOf(number)[0], 8 + Math.floor(number / IN_A_ROW) * height);
  });
}

function followKeys(table) {
  table.token.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (isPlaced(table) && (event.key === "Delete" || event.key === "Backspace")) place(table, null, null);
    else if (isPlaced(table) && step) {
      const far = event.shiftKey ? 5 : 1;
      place(table, Number(table.fields.x.value) + step[0] * far, Number(table.fields.y.value) + step[1] * far);
    } else return;
    event.preventDefault();
    said.textContent = wordsOf(table);
  });
}

function followPointer(table) {
  const { token } = table;
  let hasMoved = false;
  token.addEventListener("pointerdown", (event) => {
    hasMoved = false;
    token.setPointerCapture(event.pointerId);
  });
  token.addEventListener("pointermove", (event) => {
    if (!token.hasPointerCapture(event.pointerId)) return;
    if (!hasMoved && Math.abs(event.movementX) + Math.abs(event.movementY) < 2) return;
    hasMoved = true;
    const { left, top, width, height } = floor.getBoundingClientRect();
    const [x, y] = [((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100];
    if (isPlaced(table) || (x >= 0 && x <= 100 && y >= 0 && y <= 100)) place(table, x, y);
    if (!token.hasPointerCapture(event.pointerId)) token.setPointerCapture(event.pointerId);
  });
  token.addEventListener("pointerup", (event) => {
    const { bottom, right, left, top } = floor.getBoundingClientRect();
    const isOut = event.clientY > bottom + 20 || event.clientY < top - 20 || event.clientX > right + 20 || event.clientX < left - 20;
    if (hasMoved && isPlaced(table) && isOut) place(table, null, null);
  });
  token.addEventListener("click", () => {
    if (hasMoved || isPlaced(table)) return;
    place(table, ...freePlace());
    token.focus();
    said.textContent = wordsOf(table);
  });
}

function drawZones() {
  const known = [...new Set(tables.map(({ fields }) => fields.zone.value).filter((each) => each !== ""))].sort();
  if (zone !== null && !known.includes(zone)) zone = null;
  zones.hidden = known.length < 2;
  zones.replaceChildren(...[null, ...known].map((each) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = each ?? editor.dataset.all;
    button.setAttribute("aria-pressed", String(each === zone));
    button.addEventListener("click", () => {
      zone = each;
      drawZones();
      zones.querySelector("[aria-pressed=true]").focus();
    });
    return button;
  }));
  form.querySelector("[data-known-zones]").replaceChildren(...known.map((each) => Object.assign(document.createElement("option"), { value: each })));
  tables.forEach(draw);
}

const changed = () => tables.filter(({ fields, before }) => valuesOf(fields) !== before);
let isSent = false;

form.addEventListener("submit", () => {
  isSent = true;
  // Only what was changed is sent: a large house has more numbers than a form may have.
  for (const { fields } of tables.filter((table) => !changed().includes(table))) {
    for (const field of Object.values(fields)) field.disabled = true;
  }
});
window.addEventListener("beforeunload", (event) => {
  if (!isSent && changed().length > 0) event.preventDefault();
});
window.addEventListener("pageshow", () => {
  isSent = false;
  for (const { fields } of tables) for (const field of Object.values(fields)) field.disabled = false;
});
editor.querySelector("[data-rows]").addEventListener("click", arrangeInRows);
for (const table of tables) {
  followKeys(table);
  followPointer(table);
  table.fields.zone.addEventListener("change", drawZones);
  for (const name of ["x", "y"]) table.fields[name].addEventListener("input", () => { draw(table); });
}
editor.hidden = false;
drawZones();
