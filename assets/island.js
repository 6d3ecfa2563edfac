/* Islands: parts of a page that Dash holds as one text of HTML (see components/island.py). They are put in place here. */
(() => {
  const held = new WeakMap(); // island -> the text it shows

  function fill(island) {
    const text = island.dataset.html;
    if (text === undefined || held.get(island) === text) return;
    held.set(island, text);
    island.innerHTML = text;
  }

  const all = () => document.querySelectorAll("#react-entry-point .island").forEach(fill);

  addEventListener("takingover", all);
  addEventListener("takenover", () => {
    all();
    const page = document.getElementById("page");
    if (page) new MutationObserver(all).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-html"] });
  });
})();
