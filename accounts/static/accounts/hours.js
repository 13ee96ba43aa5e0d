// Rows of hours: added to a day, taken away, and copied from Monday to other days.
"use strict";

for (const hours of document.querySelectorAll("[data-hours]")) {
  const total = hours.querySelector(`[name="${hours.dataset.hours}-TOTAL_FORMS"]`);
  const blank = hours.querySelector("template");
  const days = [...hours.querySelectorAll("[data-day]")];
  const windowsOf = (day) => [...day.querySelectorAll("[data-window]")].filter((row) => !row.hidden);
  const input = (row, name) => row.querySelector(`[name$="-${name}"]`);

  const showWhetherClosed = (day) => {
    day.querySelector("[data-closed]").hidden = windowsOf(day).length > 0;
  };

  const takeAway = (row) => {
    const day = row.closest("[data-day]");
    const mark = input(row, "DELETE");
    // A stored row has to be sent along to be deleted.
    if (input(row, "id")?.value && mark) {
      mark.checked = true;
      row.hidden = true;
    } else {
      row.remove();
    }
    showWhetherClosed(day);
  };

  const equip = (row) => {
    const button = row.querySelector("[data-remove]");
    button.hidden = false;
    row.querySelector(".window__remove")?.setAttribute("hidden", "");
    button.addEventListener("click", () => {
      const day = row.closest("[data-day]");
      takeAway(row);
      day.querySelector("[data-add]").focus();
    });
    if (input(row, "DELETE")?.checked) row.hidden = true;
  };

  const add = (day) => {
    const number = total.value;
    total.value = Number(number) + 1;
    const row = blank.content.firstElementChild.cloneNode(true);
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...element.attributes]) {
        if (value.includes("__prefix__")) element.setAttribute(name, value.replaceAll("__prefix__", number));
      }
    }
    const weekday = input(row, "weekday");
    if (weekday) weekday.value = day.dataset.day;
    day.querySelector("[data-windows]").append(row);
    equip(row);
    showWhetherClosed(day);
    return row;
  };

  const copy = (from, to) => {
    for (const row of windowsOf(to)) takeAway(row);
    for (const row of windowsOf(from)) {
      const made = add(to);
      for (const name of ["opens", "closes", "last_order_minutes"]) input(made, name).value = input(row, name).value;
    }
  };

  for (const row of hours.querySelectorAll("[data-window]")) equip(row);
  for (const day of days) {
    showWhetherClosed(day);
    day.querySelector("[data-tools]").hidden = false;
    day.querySelector("[data-add]").addEventListener("click", () => {
      const row = add(day);
      row.querySelector("input:not([type=hidden])").focus();
    });
    for (const button of day.querySelectorAll("[data-copy]")) {
      button.addEventListener("click", () => {
        for (const value of button.dataset.copy.split(",")) {
          copy(day, days.find((each) => each.dataset.day === value));
        }
      });
    }
  }
}
