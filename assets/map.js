/* The map: the server draws the outlines once; here they are kept, and coloured anew by one letter each.
 *
 * `#map-canvas` holds the outlines. Its `data-letters` has one letter for each of them in their order, `data-drawing`
 * says which outlines they are, `data-words` what is said of each letter and place. `window.tilannekuvaMap` is what the
 * files of the map share: its drawing, the place that the arrow keys stand on, and their functions.
 */
(() => {
  const map = (window.tilannekuvaMap ??= {});
  map.outlines = null; // the drawing, moved from the first page to the one that takes its place
  map.active = null; // the code of the place that the arrow keys stand on
  map.middles = null; // code -> its middle, in units of the drawing
  let drawn = ""; // which outlines it has

  const root = () => document.querySelector("#react-entry-point:not([data-waiting])") ?? document.querySelector("#first-paint");
  const canvas = () => root()?.querySelector("#map-canvas");
  const frame = () => root()?.querySelector("#map-frame");
  const status = () => root()?.querySelector("#map-status");
  const shapes = () => [...(map.outlines?.querySelectorAll(".map-shapes > path") ?? [])];
  const codeOf = (path) => path.id.slice(1);
  const shape = (code) => map.outlines?.querySelector(`#m${CSS.escape(code)}`);
  const nameOf = (path) => path.querySelector("title")?.textContent ?? "";
  const chosen = () => new URLSearchParams(location.search).get("municipality");

  function words() {
    try {
      return JSON.parse(canvas().dataset.words || "{}");
    } catch {
      return {};
    }
  }

  function paint() {
    const letters = canvas()?.dataset.letters ?? "";
    const paths = shapes();
    if (paths.length !== letters.length) return;
    paths.forEach((path, place) => {
      const wanted = `m${letters[place]}`;
      if (path.getAttribute("class") !== wanted) path.setAttribute("class", wanted);
    });
    performance.mark("map-painted");
  }

  /* The outlines go with the reader: into the page that takes over, or out of a page that was asked for new ones. */
  function adopt(drawing, place) {
    map.outlines = drawing;
    drawn = place.dataset.drawing;
    map.middles = null;
    place.replaceChildren(map.outlines);
  }

  /* Other outlines come from the page itself, once; a server that is busy is asked again. */
  let asked = "";
  async function fetchOutlines(place, wait = 500) {
    const wanted = place.dataset.drawing;
    if (asked === wanted && wait === 500) return;
    asked = wanted;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (asked !== wanted) return;
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page && page.querySelector(`#map-canvas[data-drawing="${CSS.escape(wanted)}"] svg`);
    if (asked !== wanted) return;
    if (!found) {
      if (wait < 20000) setTimeout(() => { if (asked === wanted) fetchOutlines(place, wait * 2); }, wait);
      return;
    }
    asked = "";
    adopt(document.adoptNode(found), place);
    paint();
    map.lookAtChosen({ anew: true });
  }

  function follow() {
    const place = canvas();
    if (!place) return;
    if (!place.dataset.drawing) place.replaceChildren();
    else if (place.dataset.drawing !== drawn) fetchOutlines(place);
    else {
      asked = "";
      if (map.outlines.parentNode !== place) place.replaceChildren(map.outlines);
      paint();
    }
  }

  Object.assign(map, { root, frame, status, shapes, codeOf, shape, nameOf, chosen, words });

  /* --- Following the page --- */
  addEventListener("takingover", () => {
    const place = document.querySelector("#react-entry-point #map-canvas");
    const old = document.querySelector("#first-paint #map-canvas");
    if (!place || !old) return;
    const isSame = place.dataset.drawing === old.dataset.drawing;
    if (isSame && old.firstElementChild) adopt(old.firstElementChild, place);
  });
  addEventListener("takenover", () => {
    follow();
    map.lookAtChosen();
    const page = document.getElementById("page");
    if (!page?.querySelector("#map-canvas, #front-map")) return;
    new MutationObserver(() => {
      follow();
      map.lookAtChosen();
      const over = root().querySelector(".map-overlay");
      if (over && map.outlines && over.getAttribute("viewBox") !== map.outlines.getAttribute("viewBox")) {
        over.setAttribute("viewBox", map.outlines.getAttribute("viewBox"));
      }
      if (map.active) root().querySelector(`#map-side a[data-code="${CSS.escape(map.active)}"]`)?.closest("tr")?.classList.add("is-active");
    }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-letters", "data-drawing"] });
  });
})();
