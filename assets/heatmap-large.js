/* Large heatmaps: a table that the server writes once, coloured anew by one letter a cell.
 *
 * `.heat-canvas` says which table it is (`data-shape`) and has the letters (`data-letters`): when they change, the cells
 * that differ are touched, all of them at once. Only rows in sight are laid out (6-heatmap.css), so that is quick.
 */
(() => {
  const root = () => document.querySelector("#react-entry-point:not([data-waiting])");
  const TEXTS = { n: "–", a: "", s: "··", h: "" };
  const kept = new Map(); // id of a canvas -> { table, shape, letters, cells }

  /* A cell is told by its text node: a change of its words is then no change of the page's structure to anybody. */
  function paint(canvas, held) {
    const { letters } = canvas.dataset;
    const cells = (held.cells ??= [...held.table.querySelectorAll("td")]);
    if (held.letters === letters || letters.length !== cells.length) return;
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters[at];
      if (letter === held.letters[at]) continue;
      const words = TEXTS[letter] ?? letter;
      cells[at].className = `q${letter}`;
      if (cells[at].firstChild) cells[at].firstChild.data = words;
      else cells[at].append(words);
    }
    held.letters = letters;
    if (held.said) say(held.said);
    performance.mark("heatmap-painted");
  }

  /* What is said of the cell that the keyboard is on; no other cell has a name of its own. */
  function say(cell) {
    const canvas = cell.closest(".heat-canvas");
    const held = canvas && kept.get(canvas.id);
    if (!held) return;
    if (held.said !== cell) held.said?.removeAttribute("aria-label");
    held.said = cell;
    const [row, column] = heads(cell).map((head) => head.textContent);
    const words = JSON.parse(canvas.dataset.spoken)[cell.className[1]] ?? cell.textContent;
    cell.setAttribute("aria-label", words.replace("{row}", () => row).replace("{column}", () => column));
  }

  const heads = (cell) => [cell.parentElement.firstElementChild, cell.closest("table").tHead.rows[0].cells[cell.cellIndex]];

  document.addEventListener("heatcell", (event) => say(event.target));

  /* A cell has no link of its own: its row and column say what is chosen. */
  document.addEventListener("click", (event) => {
    const cell = event.target.closest?.(".heat-canvas td");
    if (!cell) return;
    const names = JSON.parse(cell.closest(".heat-canvas").dataset.chooses);
    const search = new URLSearchParams(location.search);
    heads(cell).forEach((head, at) => search.set(names[at], head.dataset.key));
    search.delete("page");
    window.dash_clientside?.address?.go(`?${search}`);
  });

  let asked = 0;
  async function fetchTable(canvas) {
    const turn = ++asked;
    const { shape } = canvas.dataset;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById(canvas.id);
    const place = root()?.querySelector(`#${CSS.escape(canvas.id)}`);
    if (found?.dataset.shape !== shape || !place || turn !== asked) return;
    keep(found);
    follow();
  }

  function keep(canvas) {
    const table = canvas.querySelector("table");
    if (!table) return;
    kept.set(canvas.id, { table: document.adoptNode(table), shape: canvas.dataset.shape, letters: canvas.dataset.letters });
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
      if (held.table.parentNode !== canvas) {
        canvas.replaceChildren(held.table);
        dispatchEvent(new Event("heatmaps"));
      }
      paint(canvas, held);
    }
  }

  /* The letters go first: other questions of the same moment wait for their answer, or a second, on a page that has any. */
  const send = window.fetch;
  let first = null;
  window.fetch = async (address, options) => {
    const isAsked = `${address}`.includes("_dash-update-component") && root()?.querySelector(".heat-canvas");
    if (!isAsked) return send(address, options);
    if (`${options?.body}`.includes('"property":"data-letters"')) return (first = send(address, options));
    await new Promise((done) => setTimeout(done));
    await Promise.race([first, new Promise((done) => setTimeout(done, 1000))]).catch(() => null);
    return send(address, options);
  };

  addEventListener("takingover", () => document.querySelectorAll("#first-paint .heat-canvas").forEach(keep));
  addEventListener("takenover", () => {
    follow();
    const page = document.getElementById("page");
    if (!page) return;
    const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["data-letters", "data-shape"] };
    new MutationObserver(follow).observe(page, watched);
  });
})();
