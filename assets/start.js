/* The scripts of the interactive page are fetched when the page has been painted: until then nothing competes with it.
 * The last of them brings Dash's renderer, which is started here.
 */
(() => {
  const waiting = document.getElementById("scripts").content.querySelectorAll("script[src]");
  let isStarted = false;

  function start() {
    if (isStarted) return;
    isStarted = true;
    const fetched = ({ src }) => Object.assign(document.createElement("script"), { src, async: false });
    const scripts = [...waiting].map(fetched);
    scripts.at(-1).onload = () => new window.DashRenderer();
    document.body.append(...scripts);
  }

  new PerformanceObserver((seen) => seen.getEntriesByName("first-contentful-paint").length && start()).observe({
    type: "paint",
    buffered: true,
  });
  /* A page that opens behind another is not painted. */
  setTimeout(start, 3000);
})();
