/* The map: the server draws the outlines once; here they are kept, coloured anew by one letter each, moved over and spoken.
 *
 * `#map-canvas` holds the outlines. Its `data-letters` has one letter for each of them in their order, `data-drawing`
 * says which outlines they are, `data-words` what is said of each letter and place.
 */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let outlines = null; // the drawing, moved from the first page to the one that takes its place
  let drawn = ""; // which outlines it has
  let active = null; // the code of the place that the arrow keys stand on
  let middles = null; // code -> its middle, in units of the drawing

  const root = () => document.querySelector("#react-entry-point:not([data-waiting])") ?? document.querySelector("#first-paint");
  const canvas = () => root()?.querySelector("#map-canvas");
  const frame = () => root()?.querySelector("#map-frame");
  const status = () => root()?.querySelector("#map-status");
  const shapes = () => [...(outlines?.querySelectorAll(".map-shapes > path") ?? [])];
  const codeOf = (path) => path.id.slice(1);
  const shape = (code) => outlines?.querySelector(`#m${CSS.escape(code)}`);
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
    outlines = drawing;
    drawn = place.dataset.drawing;
    middles = null;
    place.replaceChildren(outlines);
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
    looked = null;
    lookAtChosen();
  }

  function follow() {
    const place = canvas();
    if (!place) return;
    if (!place.dataset.drawing) place.replaceChildren();
    else if (place.dataset.drawing !== drawn) fetchOutlines(place);
    else {
      asked = "";
      if (outlines.parentNode !== place) place.replaceChildren(outlines);
      paint();
    }
  }

  /* --- Reading by keyboard: one stop of the tab key, arrows from place to place --- */
  function middleOf(path) {
    const box = path.getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  function places() {
    middles ??= new Map(shapes().map((path) => [codeOf(path), middleOf(path)]));
    return middles;
  }

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /* The nearest place in a direction: along it at least as far as aside, so that back and forth find each other. */
  function next(code, [dx, dy]) {
    const here = places().get(code);
    let best = null;
    for (const [other, there] of places()) {
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (other === code || along <= 0 || aside > along * 1.2) continue;
      const far = along + aside * 1.5;
      if (!best || far < best.far) best = { other, far };
    }
    return best?.other ?? code;
  }

  function first() {
    const wanted = chosen();
    if (wanted && shape(wanted)) return wanted;
    const told = shapes().find((path) => !/^m[uxro]$/.test(path.getAttribute("class")));
    return codeOf(told ?? shapes()[0]);
  }

  function told(code) {
    const path = shape(code);
    const said = words();
    const label = said.labels?.[path.getAttribute("class").slice(1)] ?? "";
    const value = said.values?.[code];
    const isDots = !value || value === "··" || value === label;
    return isDots ? `${nameOf(path)}: ${label}` : `${nameOf(path)}: ${value}`;
  }

  function stand(code, { speak = true } = {}) {
    active = code;
    outlines.querySelector(".map-active")?.remove();
    const ring = document.createElementNS(SVG, "path");
    ring.setAttribute("d", shape(code).getAttribute("d"));
    ring.setAttribute("class", "map-active");
    outlines.append(ring);
    root().querySelectorAll("#map-side tr.is-active").forEach((row) => row.classList.remove("is-active"));
    root().querySelector(`#map-side a[data-code="${CSS.escape(code)}"]`)?.closest("tr")?.classList.add("is-active");
    if (speak) say(told(code));
  }

  function leave() {
    outlines?.querySelector(".map-active")?.remove();
    active = null;
  }

  function say(text) {
    const line = status();
    if (line) line.textContent = text;
  }

  function choose(code) {
    const search = new URLSearchParams(location.search);
    if (!code || search.get("municipality") === code) search.delete("municipality");
    else search.set("municipality", code);
    search.delete("page");
    const said = words();
    const text = search.has("municipality") ? `${said.chosen}: ${told(code)}` : said.cleared;
    window.dash_clientside?.address?.go(search.size ? `?${search}` : "");
    say(text);
  }

  /* --- Looking closer --- */
  const frameOf = () => outlines.dataset.frame?.split(" ").map(Number) ?? box();
  const box = () => outlines.getAttribute("viewBox").split(" ").map(Number);

  function look([x, y, width, height]) {
    const [, , most, tall] = frameOf();
    outlines.dataset.frame ??= outlines.getAttribute("viewBox");
    const wide = Math.min(width, most);
    const high = Math.min(height, tall);
    const at = [Math.max(0, Math.min(x, most - wide)), Math.max(0, Math.min(y, tall - high)), wide, high];
    const text = at.map((each) => Math.round(each)).join(" ");
    outlines.setAttribute("viewBox", text);
    root().querySelector(".map-overlay")?.setAttribute("viewBox", text);
    root().querySelector(".map-overlay")?.style.setProperty("--map-scale", wide / most);
    frame().toggleAttribute("data-zoomed", wide < most);
  }

  function zoom(way, at) {
    if (way === "whole") return whole();
    const [x, y, width, height] = box();
    const factor = way === "in" ? 0.6 : 1 / 0.6;
    const [, , most] = frameOf();
    if (way === "in" && width < most / 14) return undefined;
    const centre = at ?? (active && places().get(active)) ?? { x: x + width / 2, y: y + height / 2 };
    return look([centre.x - (width * factor) / 2, centre.y - (height * factor) / 2, width * factor, height * factor]);
  }

  function whole() {
    if (outlines?.dataset.frame) look(outlines.dataset.frame.split(" ").map(Number));
  }

  /* A chosen region fills the frame; without one the whole country does. */
  let looked = null;
  function lookAtChosen() {
    const region = new URLSearchParams(location.search).get("region");
    const path = root()?.querySelector(".map-chosen--region");
    if (!outlines || region === looked) return;
    if (!region) whole();
    else if (path) {
      const { x, y, width, height } = path.getBBox();
      const [, , most, tall] = frameOf();
      const share = Math.min(1, Math.max(width / most, height / tall) * 1.3);
      look([x + width / 2 - (most * share) / 2, y + height / 2 - (tall * share) / 2, most * share, tall * share]);
    } else return;
    looked = region;
  }

  /* --- What the reader does --- */
  /* Letters typed within a second are the beginning of a name. */
  let typed = "";
  let typing = 0;
  function jump(letter) {
    clearTimeout(typing);
    typing = setTimeout(() => { typed = ""; }, 1000);
    typed += letter.toLocaleLowerCase("fi");
    const names = shapes().map((path) => [nameOf(path).toLocaleLowerCase("fi"), codeOf(path)]);
    const found = names.sort(([one], [other]) => one.localeCompare(other, "fi")).find(([name]) => name.startsWith(typed));
    if (found) stand(found[1]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.target !== frame() || !outlines || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way) stand(active ? next(active, way) : first());
    else if (event.key === "Enter" || event.key === " ") choose(active ?? first());
    else if (event.key === "Escape") { if (chosen()) choose(chosen()); }
    else if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? "in" : "out");
    else if (event.key === "0") whole();
    else if (/^\p{L}$/u.test(event.key)) jump(event.key);
    else return;
    event.preventDefault();
    if (active) keepInSight();
  });

  /* When the map is zoomed in, the place that the arrow keys stand on stays in sight. */
  function keepInSight() {
    if (!frame().hasAttribute("data-zoomed")) return;
    const { x, y } = places().get(active);
    const [left, topmost, width, height] = box();
    const inset = 0.1;
    const isSeen = x > left + width * inset && x < left + width * (1 - inset) && y > topmost + height * inset && y < topmost + height * (1 - inset);
    if (!isSeen) look([x - width / 2, y - height / 2, width, height]);
  }

  document.addEventListener("focusin", (event) => {
    if (event.target === frame() && outlines && frame().matches(":focus-visible")) stand(active ?? first());
  });
  document.addEventListener("focusout", (event) => { if (event.target === frame()) leave(); });

  let grip = null;
  document.addEventListener("pointerdown", (event) => {
    if (!outlines?.contains(event.target) || event.button !== 0) return;
    grip = { x: event.clientX, y: event.clientY, box: box(), moved: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (!grip || !frame()?.hasAttribute("data-zoomed")) return;
    const scale = grip.box[2] / outlines.clientWidth;
    const [dx, dy] = [(event.clientX - grip.x) * scale, (event.clientY - grip.y) * scale];
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 5) return;
    grip.moved = true;
    look([grip.box[0] - dx, grip.box[1] - dy, grip.box[2], grip.box[3]]);
  });
  document.addEventListener("pointerup", () => { setTimeout(() => { grip = null; }); });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-zoom]");
    if (button) {
      zoom(button.dataset.zoom);
      say(words().zoomed);
      return;
    }
    const path = event.target.closest?.(".map-shapes > path");
    if (path && outlines?.contains(path) && !grip?.moved) {
      active = codeOf(path);
      choose(active);
    }
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches?.(".map-find")) return;
    const field = event.target.querySelector("#map-find");
    const wanted = field.value.trim().toLocaleLowerCase("fi");
    const option = [...event.target.querySelectorAll("option")].find((each) => each.value.toLocaleLowerCase("fi") === wanted);
    if (!option || !shape(option.dataset.code)) return;
    event.preventDefault();
    if (chosen() === option.dataset.code) say(`${words().chosen}: ${told(chosen())}`);
    else choose(option.dataset.code);
    field.value = "";
  }, true);

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
    lookAtChosen();
    const page = document.getElementById("page");
    if (!page?.querySelector("#map-canvas")) return;
    new MutationObserver(() => {
      follow();
      lookAtChosen();
      const over = root().querySelector(".map-overlay");
      if (over && outlines && over.getAttribute("viewBox") !== outlines.getAttribute("viewBox")) {
        over.setAttribute("viewBox", outlines.getAttribute("viewBox"));
      }
      if (active) root().querySelector(`#map-side a[data-code="${CSS.escape(active)}"]`)?.closest("tr")?.classList.add("is-active");
    }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-letters", "data-drawing"] });
  });
})();
