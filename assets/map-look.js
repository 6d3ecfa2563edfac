/* Looking closer at the map: what part of the drawing the frame shows. See map.js for what the files of the map share. */
(() => {
  const map = (window.tilannekuvaMap ??= {});

  const frameOf = () => map.outlines.dataset.frame?.split(" ").map(Number) ?? box();
  const box = () => map.outlines.getAttribute("viewBox").split(" ").map(Number);

  function look([x, y, width, height]) {
    const [, , most, tall] = frameOf();
    map.outlines.dataset.frame ??= map.outlines.getAttribute("viewBox");
    const wide = Math.min(width, most);
    const high = Math.min(height, tall);
    const at = [Math.max(0, Math.min(x, most - wide)), Math.max(0, Math.min(y, tall - high)), wide, high];
    const text = at.map((each) => Math.round(each)).join(" ");
    map.outlines.setAttribute("viewBox", text);
    map.root().querySelector(".map-overlay")?.setAttribute("viewBox", text);
    map.root().querySelector(".map-overlay")?.style.setProperty("--map-scale", wide / most);
    map.frame().toggleAttribute("data-zoomed", wide < most);
  }

  function zoom(way, at) {
    if (way === "whole") return whole();
    const [x, y, width, height] = box();
    const factor = way === "in" ? 0.6 : 1 / 0.6;
    const [, , most] = frameOf();
    if (way === "in" && width < most / 14) return undefined;
    const centre = at ?? (map.active && map.places().get(map.active)) ?? { x: x + width / 2, y: y + height / 2 };
    return look([centre.x - (width * factor) / 2, centre.y - (height * factor) / 2, width * factor, height * factor]);
  }

  function whole() {
    if (map.outlines?.dataset.frame) look(map.outlines.dataset.frame.split(" ").map(Number));
  }

  /* A chosen region fills the frame; without one the whole country does. */
  let looked = null;
  function lookAtChosen({ anew = false } = {}) {
    if (anew) looked = null;
    const region = new URLSearchParams(location.search).get("region");
    const path = map.root()?.querySelector(".map-chosen--region");
    if (!map.outlines || region === looked) return;
    if (!region) whole();
    else if (path) {
      const { x, y, width, height } = path.getBBox();
      const [, , most, tall] = frameOf();
      const share = Math.min(1, Math.max(width / most, height / tall) * 1.3);
      look([x + width / 2 - (most * share) / 2, y + height / 2 - (tall * share) / 2, most * share, tall * share]);
    } else return;
    looked = region;
  }

  Object.assign(map, { box, look, zoom, whole, lookAtChosen });
})();
