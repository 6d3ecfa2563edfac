/* The core of plotly.js with the components that our figures use: no sliders, menus, range selectors or pictures.
 *
 * plotly.js's own lib/core.js registers them all, and each is asked for its defaults at every drawing.
 */
import "plotly.js/build/plotcss.js";
import registry from "plotly.js/src/registry.js";
import api from "plotly.js/src/plot_api/index.js";
import scatter from "plotly.js/src/traces/scatter/index.js";
import annotations from "plotly.js/src/components/annotations/index.js";
import shapes from "plotly.js/src/components/shapes/index.js";
import grid from "plotly.js/src/components/grid/index.js";
import errorbars from "plotly.js/src/components/errorbars/index.js";
import colorscale from "plotly.js/src/components/colorscale/index.js";
import colorbar from "plotly.js/src/components/colorbar/index.js";
import legend from "plotly.js/src/components/legend/index.js";
import fx from "plotly.js/src/components/fx/index.js";
import modebar from "plotly.js/src/components/modebar/index.js";
import en from "plotly.js/src/locale-en.js";
import enUs from "plotly.js/src/locale-en-us.js";
import plots from "plotly.js/src/plots/plots.js";
import { version } from "plotly.js/src/version.js";

const { register } = registry;
const methods = Object.entries(api);
register(methods.map(([name, fn]) => ({ moduleType: "apiMethod", name, fn })));
register([scatter, annotations, shapes, grid, errorbars, colorscale, colorbar, legend, fx, modebar, en, enUs]);

export default {
  ...Object.fromEntries(methods.filter(([name]) => !name.startsWith("_"))),
  register,
  version,
  Plots: { resize: plots.resize, graphJson: plots.graphJson, sendDataToCloud: plots.sendDataToCloud },
};
