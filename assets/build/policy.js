/* plotly.js under a content policy that forbids `style` attributes: the same text is set through the style object.
 *
 * Otherwise each heatmap and colour bar is a violation in the console, and the cells of a heatmap are blurred,
 * because `image-rendering: pixelated` never arrives.
 */
import d3 from "@plotly/d3";

const { prototype } = d3.selection;
const attr = prototype.attr;

prototype.attr = function (name, value) {
  if (name && typeof name === "object") {
    for (const [key, item] of Object.entries(name)) this.attr(key, item);
    return this;
  }
  if (name !== "style" || typeof value !== "string") return attr.apply(this, arguments);
  return this.each(function () {
    this.style.cssText = value;
  });
};
