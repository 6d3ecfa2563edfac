/* Figures wait until somebody can see them: those on screen are drawn first, the others after the page has been taken
 * over, each as a task of its own. A phone draws at first what its screen holds whole, and the others when its reader
 * has begun to move and they come near. Their tables stand in their places until then.
 */
(() => {
  const source = document.getElementById("react-entry-point")?.dataset.plotly;
  if (!source) return;
  const AHEAD = 1; /* screens */
  const phone = matchMedia("(max-width: 599px)");
  const waiting = new Map();
  let isTaken = false;
  let hasMoved = false;
  let fetched = null;

  const isDrawn = (graph) => graph.querySelector(".main-svg");

  const isNear = (graph, screens) => {
    const { top, bottom } = graph.getBoundingClientRect();
    return bottom > -screens * innerHeight && top < (1 + screens) * innerHeight;
  };

  const isWhole = (graph) => {
    const { top, bottom } = graph.getBoundingClientRect();
    return bottom > top && top >= 0 && bottom <= innerHeight; /* what is hidden has no height */
  };

  const isWanted = (graph) => {
    if (phone.matches) return isWhole(graph) || (hasMoved && isNear(graph, AHEAD));
    return isTaken || isNear(graph, 0);
  };

  const soon = (work, priority) =>
    window.scheduler?.postTask?.(work, { priority }) ?? new Promise((done) => setTimeout(() => done(work())));

  /** What is asked while a figure waits takes the place of what was asked before; who asked is told when it stands. */
  function later(place, ...figure) {
    const graph = typeof place === "string" ? document.getElementById(place) : place;
    return new Promise((done, fail) => {
      const told = waiting.get(graph)?.told ?? [];
      waiting.set(graph, { figure, told: [...told, { done, fail }] });
      look();
    });
  }

  function fetchPlotly() {
    fetched ??= new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src: source, onerror: fail });
      script.onload = () => done(withTurns(window.Plotly));
      document.head.append(script);
    });
    return fetched;
  }

  /** plotly.js, in which a figure that is not drawn yet waits for its turn. */
  function withTurns(plotly) {
    const draw = plotly.react;
    for (const name of ["react", "newPlot"]) {
      const original = plotly[name];
      plotly[name] = (place, ...figure) => (isDrawn(place) ? original(place, ...figure) : later(place, ...figure));
    }
    return draw;
  }

  async function drawOne(graph, priority) {
    const { figure, told } = waiting.get(graph);
    waiting.delete(graph);
    try {
      const draw = await fetchPlotly();
      await (priority ? soon(() => draw(graph, ...figure), priority) : draw(graph, ...figure));
      graph.closest(".picture")?.querySelector(".stand-in")?.remove();
      told.forEach(({ done }) => done(graph));
    } catch (error) {
      told.forEach(({ fail }) => fail(error));
    }
  }

  /** What still waits. Who has left the page is forgotten: Dash takes back only what it has seen drawn. */
  function queue() {
    for (const graph of waiting.keys()) if (!graph.isConnected) waiting.delete(graph);
    return [...waiting.keys()];
  }

  function look() {
    for (const graph of queue().filter(isWanted)) {
      drawOne(graph, isNear(graph, 0) ? "user-visible" : "background");
    }
  }

  for (const type of ["scroll", "touchstart", "pointerdown", "keydown", "wheel"]) {
    addEventListener(type, () => { hasMoved = true; look(); }, { passive: true, capture: true });
  }
  addEventListener("resize", look);
  addEventListener("takenover", () => { isTaken = true; look(); });
  addEventListener("beforeprint", () => queue().forEach((graph) => drawOne(graph)));

  const nothing = () => Promise.resolve();
  window.Plotly = { react: later, newPlot: later, purge: (graph) => waiting.delete(graph), Plots: { resize: nothing } };
  if (!phone.matches) fetchPlotly();
})();
