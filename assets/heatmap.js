/* Heatmaps by keyboard: one stop of the tab key, arrows from cell to cell, Home and End; and the colours of large ones.
 *
 * A large table is written by the server once. `.heat-canvas` says which table it is (`data-shape`) and has one letter
 * for each cell (`data-letters`): when they change, only the cells that differ are touched.
 */
(() => {
  const root = () => document.querySelector("#react-entry-point:not([data-waiting])") ?? document.querySelector("#first-paint");
  const TEXTS = { n: "–", a: "", s: "··", h: "" };
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
    const canvas = cell.closest(".heat-canvas");
    if (canvas && stop === cell) cell.setAttribute("aria-label", spoken(canvas, cell));
    stop.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function spoken(canvas, cell) {
    const letter = cell.className.slice(1, 2);
    try {
      return JSON.parse(canvas.dataset.spoken)[letter] ?? cell.textContent;
    } catch {
      return cell.textContent;
    }
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
      choose(cell);
    }
  });

  document.addEventListener("focusin", (event) => {
    const cell = cellOf(event.target);
    if (cell && event.target.tabIndex !== 0) stand(cell);
  });

  document.addEventListener("click", (event) => {
    const cell = event.target.closest?.(".heat-canvas td");
    if (cell) choose(cell);
  });

  /* A cell of a large table has no link of its own: its row and column say what is chosen. */
  function choose(cell) {
    const chooses = cell.closest(".heat-canvas")?.dataset.chooses;
    if (!chooses) return;
    const [row, column] = JSON.parse(chooses);
    const search = new URLSearchParams(location.search);
    search.set(row, cell.parentElement.firstElementChild.dataset.key);
    search.set(column, cell.closest("table").tHead.rows[0].cells[cell.cellIndex].dataset.key);
    search.delete("page");
    window.dash_clientside?.address?.go(`?${search}`);
  }

  /* --- Large tables --- */
  const kept = new Map(); // id of a canvas -> { table, shape, letters }

  /* What the reader sees is painted at once, the rest a few rows at a time: 37 200 cells at once would take seconds. */
  const AT_A_TIME = 24;

  function paint(canvas, held) {
    const letters = canvas.dataset.letters;
    if (held.letters === letters) return;
    const rows = [...held.table.tBodies[0].rows];
    const width = held.table.tHead.rows[0].cells.length - 1;
    if (letters.length !== rows.length * width) return;
    held.lines ??= rows.map((_, y) => held.letters.slice(y * width, (y + 1) * width));
    held.letters = letters;
    const line = (row, y) => paintLine(row, held, y, letters.slice(y * width, (y + 1) * width));
    const top = rows[0].getBoundingClientRect();
    const from = Math.floor(-top.top / top.height);
    const to = Math.ceil((innerHeight - top.top) / top.height);
    rows.forEach((row, y) => { if (y >= from && y <= to) line(row, y); });
    performance.mark("heatmap-painted");
    let y = 0;
    const more = () => {
      if (held.letters !== letters) return;
      for (let done = 0; y < rows.length && done < AT_A_TIME; y += 1) done += line(rows[y], y);
      if (y < rows.length) setTimeout(more);
      else performance.mark("heatmap-whole");
    };
    setTimeout(more, 50);
  }

  /* One row, only the cells that differ; whether there was anything to do. */
  function paintLine(row, held, y, letters) {
    if (held.lines[y] === letters) return 0;
    let cell = row.firstElementChild;
    for (let x = 0; x < letters.length; x += 1) {
      cell = cell.nextElementSibling;
      const letter = letters[x];
      if (letter === held.lines[y][x]) continue;
      cell.className = `q${letter}`;
      cell.textContent = TEXTS[letter] ?? letter;
      if (cell.ariaLabel) cell.removeAttribute("aria-label");
    }
    held.lines[y] = letters;
    return 1;
  }

  let asked = 0;
  async function fetchTable(canvas) {
    const turn = ++asked;
    const shape = canvas.dataset.shape;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById(canvas.id);
    const place = root()?.querySelector(`#${CSS.escape(canvas.id)}`);
    if (found?.dataset.shape !== shape || !place || turn !== asked) return;
    const table = document.adoptNode(found.querySelector("table"));
    kept.set(canvas.id, { table, shape, letters: found.dataset.letters });
    follow();
  }

  function follow() {
    for (const canvas of root()?.querySelectorAll(".heat-canvas") ?? []) {
      const held = kept.get(canvas.id);
      if (held?.shape !== canvas.dataset.shape) {
        if (canvas.dataset.asked !== canvas.dataset.shape) {
          canvas.dataset.asked = canvas.dataset.shape;
          fetchTable(canvas);
        }
        continue;
      }
      if (held.table.parentNode !== canvas) canvas.replaceChildren(held.table);
      paint(canvas, held);
    }
    prepare();
  }

  addEventListener("takingover", () => {
    for (const canvas of document.querySelectorAll("#first-paint .heat-canvas")) {
      const table = canvas.querySelector("table");
      if (table) kept.set(canvas.id, { table, shape: canvas.dataset.shape, letters: canvas.dataset.letters });
    }
  });
  addEventListener("takenover", () => {
    follow();
    const page = document.getElementById("page");
    if (!page) return;
    let isWaiting = false;
    const soon = () => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => { isWaiting = false; follow(); });
    };
    new MutationObserver(soon).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-letters", "data-shape"] });
  });
})();
