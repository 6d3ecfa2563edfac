/* Heatmaps by keyboard: one stop of the tab key, arrows from cell to cell, Home and End. Large ones: heatmap-large.js. */
(() => {
  const root = () => document.querySelector("#react-entry-point:not([data-waiting])") ?? document.querySelector("#first-paint");
  const tables = () => [...(root()?.querySelectorAll("table.heat") ?? [])];
  const lines = (table) => [...table.querySelectorAll("tr.heat-line")];
  const stopOf = (cell) => cell.querySelector("a") ?? cell;
  const cellOf = (node) => node.closest?.("table.heat tr.heat-line > *");

  /* --- One stop --- */
  function prepare() {
    for (const table of tables()) {
      if (table.getAttribute("role") !== "grid") table.setAttribute("role", "grid");
      table.closest(".heat-wrap")?.removeAttribute("tabindex");
      const links = [...table.querySelectorAll("tr.heat-line a")];
      const current = table.querySelector('[tabindex="0"]');
      if (current && links.every((link) => link === current || link.tabIndex === -1)) continue;
      links.forEach((link) => link.setAttribute("tabindex", "-1"));
      table.querySelectorAll('td[tabindex="0"]').forEach((cell) => cell.setAttribute("tabindex", "-1"));
      const cell = table.querySelector("td.is-chosen") ?? table.querySelector("tbody td");
      if (cell) stopOf(current && table.contains(current) ? cellOf(current) : cell).setAttribute("tabindex", "0");
    }
  }

  function stand(cell) {
    const table = cell.closest("table");
    table.querySelectorAll('[tabindex="0"]').forEach((each) => each.setAttribute("tabindex", "-1"));
    const stop = stopOf(cell);
    stop.setAttribute("tabindex", "0");
    if (stop === cell) cell.dispatchEvent(new Event("heatcell", { bubbles: true }));
    stop.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const isSeen = (cell) => cell.offsetParent !== null;
  function next(cell, key, isWhole) {
    const rows = lines(cell.closest("table"));
    const line = cell.parentElement;
    const seen = (row) => [...row.children].filter(isSeen);
    const at = seen(line).indexOf(cell);
    const row = rows.indexOf(line);
    const to = (y, x) => {
      const there = seen(rows[Math.max(0, Math.min(rows.length - 1, y))]);
      return there[Math.max(0, Math.min(there.length - 1, x))];
    };
    if (key === "ArrowLeft") return to(row, at - 1);
    if (key === "ArrowRight") return to(row, at + 1);
    if (key === "ArrowUp") return to(row - 1, at);
    if (key === "ArrowDown") return to(row + 1, at);
    if (key === "Home") return to(isWhole ? 0 : row, 0);
    if (key === "End") return to(isWhole ? rows.length - 1 : row, Infinity);
    return null;
  }

  document.addEventListener("keydown", (event) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
    const wanted = next(cell, event.key, event.ctrlKey);
    if (wanted) {
      event.preventDefault();
      stand(wanted);
    } else if ((event.key === "Enter" || event.key === " ") && !event.target.closest("a")) {
      event.preventDefault();
      cell.click();
    }
  });

  document.addEventListener("focusin", (event) => {
    const cell = cellOf(event.target);
    if (cell && event.target.tabIndex !== 0) stand(cell);
    else if (cell === event.target) cell.dispatchEvent(new Event("heatcell", { bubbles: true }));
  });

  addEventListener("heatmaps", prepare);
  addEventListener("takenover", () => {
    prepare();
    const page = document.getElementById("page");
    if (!page) return;
    let isWaiting = false;
    const soon = () => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => { isWaiting = false; prepare(); });
    };
    new MutationObserver(soon).observe(page, { childList: true, subtree: true });
  });
})();
