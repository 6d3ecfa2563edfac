/* The interactive page takes the place of the HTML that came first, when it has drawn: no blank flash, no jump. */
(() => {
  const first = document.getElementById("first-paint");
  const root = document.getElementById("react-entry-point");
  if (!first || !root) return;

  const isDrawn = () => {
    if (!root.querySelector("#site")) return false;
    const graphs = [...root.querySelectorAll(".dash-graph")];
    return graphs.every((graph) => graph.querySelector(".main-svg") || !graph.offsetParent);
  };

  /* The two pages are one tree, so what a reader holds in the first has the same place in the second. */
  const HELD = "a[href], button, input, select, summary, [tabindex]";
  const held = (page) => [...page.querySelectorAll(HELD)].filter((each) => !each.closest(".picture"));

  /* Who has come by a link to a panel is led there again; who has begun to read elsewhere is left in peace. */
  let hasMoved = false;
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(type, () => { hasMoved = true; }, { once: true, passive: true });
  }

  function take() {
    observer.disconnect();
    clearTimeout(late);
    window.dispatchEvent(new Event("takingover"));
    const before = held(first);
    const after = held(root);
    const at = before.indexOf(document.activeElement);
    first.querySelectorAll("details[open]").forEach((open) => {
      const twin = [...root.querySelectorAll("details")].find((each) => each.id === open.id);
      if (twin) twin.open = true;
    });
    const scrolled = window.scrollY;
    first.remove();
    root.removeAttribute("data-waiting");
    const aim = location.hash && document.getElementById(location.hash.slice(1));
    if (aim && !hasMoved) aim.scrollIntoView();
    else window.scrollTo(0, scrolled);
    if (at >= 0 && before.length === after.length) after[at].focus({ preventScroll: true });
    else if (at >= 0) document.getElementById("content")?.focus({ preventScroll: true });
    window.dispatchEvent(new Event("resize"));
    window.dispatchEvent(new Event("takenover"));
  }

  let wanted = false;
  const check = () => {
    if (wanted || !isDrawn()) return;
    wanted = true;
    requestAnimationFrame(take);
  };
  const observer = new MutationObserver(check);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  /* A figure that cannot be drawn must not keep the page from its reader. */
  const late = setTimeout(() => root.querySelector("#site") && !wanted && take(), 8000);
  check();
})();
