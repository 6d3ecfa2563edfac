/* Reading the map: arrow keys from place to place, pointer, search by name, what is said. See map.js for what is shared. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const map = (window.tilannekuvaMap ??= {});

  function middleOf(path) {
    const box = path.getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  function places() {
    map.middles ??= new Map(map.shapes().map((path) => [map.codeOf(path), middleOf(path)]));
    return map.middles;
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
    const wanted = map.chosen();
    if (wanted && map.shape(wanted)) return wanted;
    const told = map.shapes().find((path) => !/^m[uxro]$/.test(path.getAttribute("class")));
    return map.codeOf(told ?? map.shapes()[0]);
  }

  function told(code) {
    const path = map.shape(code);
    const said = map.words();
    const label = said.labels?.[path.getAttribute("class").slice(1)] ?? "";
    const value = said.values?.[code];
    const isDots = !value || value === "··" || value === label;
    return isDots ? `${map.nameOf(path)}: ${label}` : `${map.nameOf(path)}: ${value}`;
  }

  function stand(code, { speak = true } = {}) {
    map.active = code;
    map.outlines.querySelector(".map-active")?.remove();
    const ring = document.createElementNS(SVG, "path");
    ring.setAttribute("d", map.shape(code).getAttribute("d"));
    ring.setAttribute("class", "map-active");
    map.outlines.append(ring);
    map.root().querySelectorAll("#map-side tr.is-active").forEach((row) => row.classList.remove("is-active"));
    map.root().querySelector(`#map-side a[data-code="${CSS.escape(code)}"]`)?.closest("tr")?.classList.add("is-active");
    if (speak) say(told(code));
  }

  function leave() {
    map.outlines?.querySelector(".map-active")?.remove();
    map.active = null;
  }

  function say(text) {
    const line = map.status();
    if (line) line.textContent = text;
  }

  function choose(code) {
    const search = new URLSearchParams(location.search);
    if (!code || search.get("municipality") === code) search.delete("municipality");
    else search.set("municipality", code);
    search.delete("page");
    const said = map.words();
    const text = search.has("municipality") ? `${said.chosen}: ${told(code)}` : said.cleared;
    window.dash_clientside?.address?.go(search.size ? `?${search}` : "");
    say(text);
  }

  /* --- What the reader does --- */
  /* Letters typed within a second are the beginning of a name. */
  let typed = "";
  let typing = 0;
  function jump(letter) {
    clearTimeout(typing);
    typing = setTimeout(() => { typed = ""; }, 1000);
    typed += letter.toLocaleLowerCase("fi");
    const names = map.shapes().map((path) => [map.nameOf(path).toLocaleLowerCase("fi"), map.codeOf(path)]);
    const found = names.sort(([one], [other]) => one.localeCompare(other, "fi")).find(([name]) => name.startsWith(typed));
    if (found) stand(found[1]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.target !== map.frame() || !map.outlines || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way) stand(map.active ? next(map.active, way) : first());
    else if (event.key === "Enter" || event.key === " ") choose(map.active ?? first());
    else if (event.key === "Escape") { if (map.chosen()) choose(map.chosen()); }
    else if (event.key === "+" || event.key === "-") map.zoom(event.key === "+" ? "in" : "out");
    else if (event.key === "0") map.whole();
    else if (/^\p{L}$/u.test(event.key)) jump(event.key);
    else return;
    event.preventDefault();
    if (map.active) keepInSight();
  });

  /* When the map is zoomed in, the place that the arrow keys stand on stays in sight. */
  function keepInSight() {
    if (!map.frame().hasAttribute("data-zoomed")) return;
    const { x, y } = places().get(map.active);
    const [left, topmost, width, height] = map.box();
    const inset = 0.1;
    const isSeen = x > left + width * inset && x < left + width * (1 - inset) && y > topmost + height * inset && y < topmost + height * (1 - inset);
    if (!isSeen) map.look([x - width / 2, y - height / 2, width, height]);
  }

  document.addEventListener("focusin", (event) => {
    if (event.target === map.frame() && map.outlines && map.frame().matches(":focus-visible")) stand(map.active ?? first());
  });
  document.addEventListener("focusout", (event) => { if (event.target === map.frame()) leave(); });

  let grip = null;
  document.addEventListener("pointerdown", (event) => {
    if (!map.outlines?.contains(event.target) || event.button !== 0) return;
    grip = { x: event.clientX, y: event.clientY, box: map.box(), moved: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (!grip || !map.frame()?.hasAttribute("data-zoomed")) return;
    const scale = grip.box[2] / map.outlines.clientWidth;
    const [dx, dy] = [(event.clientX - grip.x) * scale, (event.clientY - grip.y) * scale];
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 5) return;
    grip.moved = true;
    map.look([grip.box[0] - dx, grip.box[1] - dy, grip.box[2], grip.box[3]]);
  });
  document.addEventListener("pointerup", () => { setTimeout(() => { grip = null; }); });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-zoom]");
    if (button) {
      map.zoom(button.dataset.zoom);
      say(map.words().zoomed);
      return;
    }
    const path = event.target.closest?.(".map-shapes > path");
    if (path && map.outlines?.contains(path) && !grip?.moved) {
      map.active = map.codeOf(path);
      choose(map.active);
    }
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches?.(".map-find")) return;
    const field = event.target.querySelector("#map-find");
    const wanted = field.value.trim().toLocaleLowerCase("fi");
    const option = [...event.target.querySelectorAll("option")].find((each) => each.value.toLocaleLowerCase("fi") === wanted);
    if (!option || !map.shape(option.dataset.code)) return;
    event.preventDefault();
    if (map.chosen() === option.dataset.code) say(`${map.words().chosen}: ${told(map.chosen())}`);
    else choose(option.dataset.code);
    field.value = "";
  }, true);

  Object.assign(map, { places });
})();
