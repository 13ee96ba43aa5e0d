/* Beside an amount in the smallest unit, the way people write it. */

const language = document.documentElement.lang === "ko" ? "ko-KR" : "en-US";

function written(amount, currency) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits;
  // A decimal in text, so that the amount never becomes a float.
  return format.format(`${amount}e-${digits}`);
}

function follow(output) {
  const input = output.parentElement.querySelector("input");
  const write = () => {
    output.value = /^\d{1,12}$/.test(input.value) ? written(input.value, output.dataset.currency) : "";
  };
  input.addEventListener("input", write);
  write();
}

for (const output of document.querySelectorAll("output[data-currency]")) follow(output);
document.addEventListener("formset:added", ({ target }) => {
  for (const output of target.querySelectorAll("output[data-currency]")) follow(output);
});
