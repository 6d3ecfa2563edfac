/* Buttons that copy the text of a field. Without scripts the text is selected and copied by hand. */
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-copy]");
    const field = button && document.getElementById(button.dataset.copy);
    if (!field) return;
    field.select();
    /* A browser that refuses leaves the text selected, to be copied by hand. */
    navigator.clipboard?.writeText(field.value).then(() => announce(button.dataset.copied), () => {});
  });

  let hiding;
  function announce(words) {
    const line = document.getElementById("announce");
    if (!line) return;
    line.textContent = words;
    line.classList.add("is-shown");
    clearTimeout(hiding);
    hiding = setTimeout(() => line.classList.remove("is-shown"), 3000);
  }
})();
