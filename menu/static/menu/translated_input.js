/* One language at a time, the same one in every text of the page; a mark where a language is missing. */

const TEXTS = ".translated";
let shown = "";

function languagesOf(texts) {
  return [...texts.querySelectorAll(":scope > [data-language]")];
}

function show(code) {
  shown = code;
  for (const texts of document.querySelectorAll(`${TEXTS}.is-tabbed`)) {
    for (const tab of texts.querySelectorAll("[role=tab]")) {
      const isShown = tab.dataset.code === code;
      tab.setAttribute("aria-selected", isShown);
      tab.tabIndex = isShown ? 0 : -1;
    }
    for (const language of languagesOf(texts)) language.hidden = language.dataset.language !== code;
  }
}

function mark(texts) {
  for (const language of languagesOf(texts)) {
    const tab = texts.querySelector(`[data-code="${language.dataset.language}"]`);
    const isEmpty = language.querySelector("input, textarea").value.trim() === "";
    const isMissed = isEmpty && "wanted" in language.dataset;
    tab.classList.toggle("is-missing", isMissed);
    tab.classList.toggle("is-filled", !isEmpty);
    tab.querySelector(".visually-hidden").textContent = isMissed ? ` (${texts.dataset.missing})` : "";
  }
}

function tabFor(language, number, texts) {
  const tab = document.createElement("button");
  const label = language.querySelector("label");
  const input = language.querySelector("input, textarea");
  tab.type = "button";
  tab.className = "translated__tab";
  tab.dataset.code = language.dataset.language;
  // Of no form: a page's first field is where one types.
  tab.setAttribute("form", "");
  tab.setAttribute("role", "tab");
  tab.id = `${input.id}_tab`;
  language.id = `${input.id}_panel`;
  language.setAttribute("role", "tabpanel");
  language.setAttribute("aria-labelledby", tab.id);
  tab.setAttribute("aria-controls", language.id);
  const missing = document.createElement("span");
  missing.className = "visually-hidden";
  tab.append(label.textContent, missing);
  tab.addEventListener("click", () => { show(tab.dataset.code); });
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const tabs = [...texts.querySelectorAll("[role=tab]")];
    const next = tabs[(number + step + tabs.length) % tabs.length];
    show(next.dataset.code);
    next.focus();
  });
  return tab;
}

function enhance(texts) {
  if (texts.classList.contains("is-tabbed") || texts.closest(".empty-form")) return;
  const languages = languagesOf(texts);
  const list = document.createElement("div");
  list.className = "translated__tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", texts.dataset.languages);
  list.append(...languages.map((language, number) => tabFor(language, number, texts)));
  texts.prepend(list);
  texts.classList.add("is-tabbed");
  texts.addEventListener("input", () => { mark(texts); });
  mark(texts);
  show(shown || languages[0].dataset.language);
}

for (const texts of document.querySelectorAll(TEXTS)) enhance(texts);
document.addEventListener("formset:added", ({ target }) => {
  for (const texts of target.querySelectorAll(TEXTS)) enhance(texts);
});
