/* The presentation: every slide is in the page, so that moving needs no connection. Without this script the links of a
 * slide ask the server for the next one. Left and right move between slides, down, up and Space within one,
 * Escape ends; Page Up and Down, Home, End; F is the whole screen. */
(() => {
  const root = () => document.querySelector("#react-entry-point:not([data-waiting])") ?? document.querySelector("#first-paint");
  const slides = () => [...(root()?.querySelectorAll(".slides > .slide") ?? [])];
  const place = () => slides().findIndex((each) => !each.hidden);

  function show(wanted) {
    const all = slides();
    const next = Math.min(Math.max(wanted, 0), all.length - 1);
    if (next === place()) return;
    all.forEach((each, at) => (each.hidden = at !== next));
    const search = new URLSearchParams(location.search);
    search.set("slide", String(next + 1));
    history.replaceState(history.state, "", `?${search}`);
    const heading = all[next].querySelector("h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function wholeScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  /* Down and up within the shown slide: its table when that is taller than its place, otherwise the page. */
  function scrollWithin(step) {
    const wraps = [...slides()[place()].querySelectorAll(".table-wrap")];
    const tall = wraps.find((each) => each.scrollHeight > each.clientHeight) ?? document.scrollingElement;
    tall.scrollBy({ top: step * tall.clientHeight * 0.4 });
  }

  /* The plain link of the way out. */
  const end = () => slides()[place()].querySelector(".slide-foot > a.slide-step:last-child")?.click();

  const keys = {
    ArrowDown: () => scrollWithin(1),
    ArrowUp: () => scrollWithin(-1),
    " ": () => scrollWithin(1),
    Escape: end,
    ArrowRight: () => show(place() + 1),
    PageDown: () => show(place() + 1),
    ArrowLeft: () => show(place() - 1),
    PageUp: () => show(place() - 1),
    Home: () => show(0),
    End: () => show(slides().length - 1),
    f: wholeScreen,
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea");
    const isPressed = event.key === " " && event.target.closest?.("button, summary");
    const isSideways = event.target.closest?.(".table-wrap") && event.key.startsWith("Arrow");
    const act = keys[event.key];
    if (!act || !slides().length || isTyping || isPressed || isSideways || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });

  /* Before address.js, which would ask the server. Other links are followed as plain ones: Dash does not know which
   * slide is shown, and would write its own address over it. */
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-full-screen]")) return wholeScreen();
    const link = event.target.closest?.("a[href]");
    if (!link || !slides().length) return;
    if (!link.dataset.slide) return event.stopPropagation();
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(Number(link.dataset.slide) - 1);
  }, true);
})();
