/* Colours by name: `token:bar-total` in a figure means the CSS custom property `--bar-total`.
 *
 * A figure keeps the names; the colours are looked up each time Plotly works out its defaults, so the same
 * figure is drawn in light, dark and print without a word from the server, and survives a reader's zoom
 * (Dash copies the drawn layout back into the figure). This file must run before the rest of plotly.js:
 * every module takes its own reference to `coerce` when it loads.
 */
import coercion from "plotly.js/src/lib/coerce.js";
import nestedProperty from "plotly.js/src/lib/nested_property.js";

const PREFIX = "token:";
/* In forced colours these become the reader's colour of text. What fills a bar keeps its own, or labels in bars would vanish. */
const WRITTEN = new Set(["ink", "ink-2"]);
const known = new Map();
let printing = false;

const isToken = (value) => typeof value === "string" && value.startsWith(PREFIX);

/** The light look goes on paper: `--light-<name>` where it is defined, otherwise `--<name>` in a light scheme. */
function declared(name) {
  const style = getComputedStyle(document.documentElement);
  const light = onPaper() ? style.getPropertyValue(`--light-${name}`).trim() : "";
  return light || style.getPropertyValue(`--${name}`).trim();
}

/** What the browser makes of a colour, so that `light-dark()`, `color-mix()` and the like need no parser here. */
function computed(colour, isWritten) {
  const probe = document.createElement("span");
  if (!isWritten) probe.style.forcedColorAdjust = "none";
  probe.style.color = colour;
  if (onPaper()) probe.style.colorScheme = "light";
  document.documentElement.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function lookUp(name) {
  const colour = declared(name);
  if (!colour) {
    console.error(`No custom property --${name}`);
    return "";
  }
  return computed(colour, WRITTEN.has(name));
}

/** The colour of a token as the page stands now; any other value as it is. */
export function resolve(value) {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isToken(value)) return value;
  const name = value.slice(PREFIX.length);
  if (!known.has(name)) known.set(name, lookUp(name));
  return known.get(name) || undefined;
}

export function onPaper() {
  return printing || matchMedia("print").matches;
}

/** Forget the colours looked up so far; `paper` says whether the page is about to be printed. */
export function forget(paper = printing) {
  printing = paper;
  known.clear();
}

for (const type of ["color", "colorlist", "colorscale"]) {
  const rule = coercion.valObjectMeta[type];
  const original = rule.coerceFunction;
  rule.coerceFunction = (value, ...rest) => original(resolve(value), ...rest);
}

/* Plotly passes arrays of colours (one for each bar) through unchecked, past the rules above. */
const coerceAttribute = coercion.coerce;
coercion.coerce = (from, to, attributes, attribute, fallback) => {
  const value = coerceAttribute(from, to, attributes, attribute, fallback);
  if (!attribute.endsWith("color") || !Array.isArray(value) || !value.some(isToken)) return value;
  const colours = resolve(value);
  nestedProperty(to, attribute).set(colours);
  return colours;
};
