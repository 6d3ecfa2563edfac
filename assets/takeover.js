/* The interactive page takes the place of the HTML that came first, when it has drawn: no blank flash, no jump. */
(() => {
  const first = document.getElementById("first-paint");
  const root = document.getElementById("react-entry-point");
  if (!first || !root) return;

  const isDrawn = () => root.querySelector("#site");

  /* The two pages are one tree, so what a reader holds in the first has the same place in the second. */
  const HELD = "a[href], button, input, select, summary, [tabindex]";
  const held = (page) => [...page.querySelectorAll(HELD)].filter((each) => !each.closest(".picture"));

  /* Who has come by a link to a panel is led there again; who has begun to read elsewhere is left in peace. */
  let hasMoved = false;
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(type, () => { hasMoved = true; }, { once: true, passive: true });
  }

  /* What a reader has chosen or typed in the first page is so in the second; a choice from a list is followed. */
  const FIELDS = "select[id], input[id]";
  const given = (list) => [...list.options].find((each) => each.defaultSelected) ?? list.options[0];
  const isChanged = (field) => field.value !== (field.matches("select") ? given(field)?.value : field.defaultValue);
  const changes = () => [...first.querySelectorAll(FIELDS)].filter(isChanged).map(({ id, value }) => ({ id, value }));

  function bringAlong({ id, value }) {
    const field = document.getElementById(id);
    if (!field) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* Until a figure is drawn, the table of the first page stands in its place. */
  function standIn() {
    const tables = [...first.querySelectorAll(".picture--static")];
    const places = [...root.querySelectorAll(".picture > [aria-hidden=true]")].map((each) => each.parentElement);
    if (tables.length !== places.length) return;
    places.forEach((place, at) => {
      if (place.querySelector(".main-svg")) return;
      const table = Object.assign(document.createElement("div"), { className: "stand-in", inert: true });
      table.append(...tables[at].childNodes);
      place.append(table);
    });
  }

  function take() {
    observer.disconnect();
    window.dispatchEvent(new Event("takingover"));
    const before = held(first);
    const after = held(root);
    const at = before.indexOf(document.activeElement);
    first.querySelectorAll("details[open][id]").forEach((open) => {
      const twin = [...root.querySelectorAll("details")].find((each) => each.id === open.id);
      if (twin) twin.open = true;
    });
    const scrolled = window.scrollY;
    const brought = changes();
    standIn();
    first.remove();
    root.removeAttribute("data-waiting");
    const aim = location.hash && document.getElementById(location.hash.slice(1));
    if (aim && !hasMoved) aim.scrollIntoView();
    else window.scrollTo(0, scrolled);
    if (at >= 0 && before.length === after.length) after[at].focus({ preventScroll: true });
    else if (at >= 0) document.getElementById("content")?.focus({ preventScroll: true });
    window.dispatchEvent(new Event("resize"));
    window.dispatchEvent(new Event("takenover"));
    brought.forEach(bringAlong);
  }

  let wanted = false;
  const check = () => {
    if (wanted || !isDrawn()) return;
    wanted = true;
    requestAnimationFrame(take);
  };
  const observer = new MutationObserver(check);
  observer.observe(root, { childList: true, subtree: true });
  check();
})();
