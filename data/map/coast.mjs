/* Prints the land of Finland (246) and of Åland (248) as GeoJSON, in WGS84 degrees.
 *
 * Source: Natural Earth 1:10 000 000 (public domain), as the npm package world-atlas has it. Read when the map is made
 * by an engineer (`make map`); nothing of the package itself is kept.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-10m.json")));
const { features } = feature(atlas, atlas.objects.countries);
const land = features.filter(({ id }) => id === "246" || id === "248");
process.stdout.write(JSON.stringify({ type: "FeatureCollection", features: land }));
