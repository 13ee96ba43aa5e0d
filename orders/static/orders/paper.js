/* The sheet is as long as its text: one piece of paper, not a page cut off or half empty. */
const MILLIMETRES_PER_PIXEL = 25.4 / 96;
/* A little more than the text, against rounding that would begin a second page. */
const SPARE = 4;

const size = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, size];

function fit() {
  const height = document.querySelector(".paper, .day-end--roll").getBoundingClientRect().height;
  size.replaceSync(`@page { size: 80mm ${Math.ceil(height * MILLIMETRES_PER_PIXEL) + SPARE}mm; margin: 0; }`);
}

fit();
addEventListener("beforeprint", fit);
document.querySelector("[data-print]").addEventListener("click", () => print());
