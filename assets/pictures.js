/* Pictures of figures as files, and the link to the present view on the clipboard. */
(() => {
  const SIZE = { width: 1152, height: 520 };

  async function save(link) {
    const panel = link.closest("section");
    const graph = panel?.querySelector(".js-plotly-plot");
    const name = `${panel.id}${location.search.replace(/[^a-z0-9]+/gi, "-")}`;
    const words = panel.querySelector("h2")?.textContent || "";
    const source = panel.querySelector(".origin")?.textContent || "";
    const stamp = panel.querySelector(".stamp")?.textContent || "";
    if (!graph) {
      await saveDrawing([...panel.querySelectorAll("svg.drawing")].find((each) => each.clientWidth), words, [stamp, source].filter(Boolean).join(" · "), name, link);
      return;
    }
    await window.Plotly.downloadImage(withWords(graph, words, [stamp, source, location.href].filter(Boolean).join("<br>")), {
      format: link.dataset.picture,
      filename: name,
      scale: 2,
      ...SIZE,
    });
  }

  /* The picture must be understood when it is cut out of its page: question above, source and address below. */
  function withWords(graph, title, foot) {
    const layout = structuredClone(graph.layout);
    layout.title = { text: title, x: 0.01, xanchor: "left", y: 0.97, font: { size: 20, color: "token:ink" } };
    layout.margin = { ...layout.margin, t: (layout.margin?.t || 20) + 56, b: (layout.margin?.b || 20) + 64 };
    layout.paper_bgcolor = layout.plot_bgcolor = "token:paper";
    layout.annotations = [
      ...(layout.annotations || []),
      { text: foot, align: "left", xref: "paper", yref: "paper", x: 0, y: 0, yshift: -(layout.margin.b - 18), xanchor: "left",
        yanchor: "bottom", showarrow: false, font: { size: 12, color: "token:ink-2" } },
    ];
    return { data: graph.data, layout };
  }

  /* Our own drawings get their looks from the style sheets: what counts is written into the copy. */
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family", "opacity", "paint-order", "display"];

  function copyOf(drawing) {
    const copy = drawing.cloneNode(true);
    const twins = copy.querySelectorAll("*");
    drawing.querySelectorAll("*").forEach((each, place) => {
      const looks = getComputedStyle(each);
      LOOKS.forEach((name) => twins[place].setAttribute(name, looks.getPropertyValue(name)));
    });
    return copy;
  }

  function within(copy, width, height) {
    const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    Object.entries({ width, height, overflow: "visible" }).forEach(([name, value]) => copy.setAttribute(name, value));
    whole.append(copy);
    return whole;
  }

  function withFrame(drawing, title, foot) {
    /* A drawing whose places are per cents has no frame of its own: it is saved as large as it is seen. */
    const frame = drawing.getAttribute("viewBox")?.split(" ").map(Number);
    const [width, height] = frame ? frame.slice(2) : [drawing.clientWidth, drawing.clientHeight];
    const ink = getComputedStyle(document.body);
    const line = (words, y, size) => {
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      Object.entries({ x: 0, y, "font-size": size, fill: ink.color, "font-family": "sans-serif" })
        .forEach(([name, value]) => text.setAttribute(name, value));
      text.textContent = words;
      return text;
    };
    const whole = frame ? copyOf(drawing) : within(copyOf(drawing), width, height);
    const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    Object.entries({ x: -20, y: -60, width: width + 40, height: height + 120, fill: ink.backgroundColor })
      .forEach(([name, value]) => paper.setAttribute(name, value));
    whole.prepend(paper);
    whole.append(line(title, -28, 20), line(foot, height + 20, 11), line(location.href, height + 38, 11));
    Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `-20 -60 ${width + 40} ${height + 120}`,
      width: width + 40, height: height + 120 }).forEach(([name, value]) => whole.setAttribute(name, value));
    return whole;
  }

  async function saveDrawing(drawing, title, foot, name, link) {
    if (!drawing) return;
    const whole = withFrame(drawing, title, foot);
    const text = new XMLSerializer().serializeToString(whole);
    const blob = new Blob([text], { type: "image/svg+xml" });
    hand(link.dataset.picture === "svg" ? blob : await painted(blob, whole), `${name}.${link.dataset.picture}`);
  }

  function painted(blob, whole) {
    return new Promise((done) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = 2 * whole.getAttribute("width");
        canvas.height = 2 * whole.getAttribute("height");
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(image.src);
        canvas.toBlob(done, "image/png");
      };
      image.src = URL.createObjectURL(blob);
    });
  }

  function hand(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener("click", (event) => {
    const picture = event.target.closest?.("a.picture-file");
    if (picture) {
      event.preventDefault();
      save(picture);
      return;
    }
    const copy = event.target.closest?.("a.copy-link");
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.href).then(() => announce(copy));
  });

  function announce(link) {
    const line = document.getElementById("announce");
    if (!line) return;
    line.textContent = line.dataset.copied || link.textContent;
    line.classList.add("is-shown");
    setTimeout(() => line.classList.remove("is-shown"), 3000);
  }
})();
