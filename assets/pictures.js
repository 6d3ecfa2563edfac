/* Pictures of figures as files, and the link to the present view on the clipboard. */
(() => {
  const SIZE = { width: 1152, height: 520 };

  async function save(link) {
    const panel = link.closest("section");
    const graph = panel?.querySelector(".js-plotly-plot");
    if (!graph || !window.Plotly) return;
    const name = `${panel.id}${location.search.replace(/[^a-z0-9]+/gi, "-")}`;
    const words = panel.querySelector("h2")?.textContent || "";
    const source = panel.querySelector(".origin")?.textContent || "";
    const stamp = panel.querySelector(".stamp")?.textContent || "";
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
