/* Fills assets/vendor/ from node_modules: `make setup` runs this, git ignores what comes out.
 *
 * plotly.js (our selection), what Dash's own scripts were compiled for, our part of Bootstrap's styles, Source Sans 3,
 * each pre-compressed at the highest level, beside manifest.json (file -> sha256, bytes) and the licences of everything that went in.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transformSync } from "esbuild";
import { compile } from "sass";

const TOP = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const MODULES = join(TOP, "node_modules");
const VENDOR = join(TOP, "assets", "vendor");
const NEW = join(TOP, "build", "vendor.new");
const OLD = join(TOP, "build", "vendor.old");
const FONT = "@fontsource-variable/source-sans-3";
const GENERATORS = "regenerator-runtime";
const SUBSETS = ["latin-ext", "latin"]; // the last one that covers a letter wins; Finnish and Swedish need only latin

const fromPackage = (name, ...path) => readFileSync(join(MODULES, name, ...path));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/* A tenth of plotly.js is the reference manual of its attributes, as strings: not for the reader's network. */
const TEXT = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const DESCRIPTION = new RegExp(
  String.raw`description:\s*(?:\[(?:\s*(?:${TEXT}|//[^\n]*)\s*,?)*\s*\]\s*\.join\((?:${TEXT})\)|(?:${TEXT})(?=\s*[,}]))`,
  "g",
);
const withoutManual = {
  name: "without-manual",
  setup({ onLoad }) {
    onLoad({ filter: /plotly\.js\/src\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(DESCRIPTION, "description: ''"),
    }));
  },
};

/** Our plotly.js as bytes, and the names of the packages that went into it. */
async function plotly() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: TOP,
    entryPoints: ["assets/build/plotly.js"],
    bundle: true,
    define: { global: "window", "define.amd": "false" },
    format: "iife",
    legalComments: "none",
    banner: { js: "/*! plotly.js and parts: see LICENCES.txt */" },
    logLevel: "warning",
    metafile: true,
    minify: true,
    outfile: "plotly.js",
    plugins: [withoutManual],
    target: "es2020",
    write: false,
  });
  const parts = Object.keys(metafile.outputs["plotly.js"].inputs);
  const packages = parts.flatMap((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
  return { bytes: Buffer.from(outputFiles[0].contents), packages: [...new Set(packages)] };
}

/** What bootstrap.scss takes of Bootstrap; its own sources are written for an older Sass, which says so at length. */
function bootstrap() {
  const { css } = compile(join(TOP, "assets", "build", "bootstrap.scss"), {
    loadPaths: [MODULES],
    style: "compressed",
    quietDeps: true,
    silenceDeprecations: ["import"],
  });
  /* No page has a legend, and a rule for "whatever comes next" makes the browser style everything anew. */
  return Buffer.from(css.replace(/legend\+\*\{[^}]*\}/, "") + "\n");
}

/** The font's files, and a style sheet that names each by its content, so that both may be kept for ever. */
function fonts() {
  const ranges = JSON.parse(fromPackage(FONT, "unicode.json"));
  const files = {};
  const faces = SUBSETS.map((subset) => {
    const file = `source-sans-3-${subset}.woff2`;
    files[file] = fromPackage(FONT, "files", `source-sans-3-${subset}-wght-normal.woff2`);
    return [
      "@font-face {",
      '  font-family: "Source Sans 3";',
      "  font-style: normal;",
      "  font-weight: 200 900;",
      "  font-display: optional;",
      `  src: url("${file}?v=${sha256(files[file]).slice(0, 12)}") format("woff2");`,
      `  unicode-range: ${ranges[subset]};`,
      "}",
    ].join("\n");
  });
  return { ...files, "fonts.css": Buffer.from(faces.join("\n") + "\n") };
}

/** One heading and the licence text of each package, in the order of their names. */
function licences(packages) {
  const texts = packages.sort().map((name) => {
    const about = JSON.parse(fromPackage(name, "package.json"));
    const files = readdirSync(join(MODULES, name)).filter((file) => /^(licen[cs]e|copying)/i.test(file)).sort();
    const text = files.map((file) => fromPackage(name, file).toString().trim()).join("\n\n");
    return `${"=".repeat(80)}\n${name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return Buffer.from(texts.join("\n"));
}

/** The file beside its .br and .gz; a font or text that is not asked for as a page goes as it is. */
function compressed(name, bytes) {
  if (!/\.(js|css)$/.test(name)) return { [name]: bytes };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    [name]: bytes,
    [`${name}.br`]: brotliCompressSync(bytes, { params }),
    [`${name}.gz`]: gzipSync(bytes, { level: 9 }),
  };
}

function replaceFolder(files) {
  rmSync(NEW, { recursive: true, force: true });
  rmSync(OLD, { recursive: true, force: true });
  mkdirSync(NEW, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(NEW, name), bytes);
  try {
    renameSync(VENDOR, OLD);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  renameSync(NEW, VENDOR);
  rmSync(OLD, { recursive: true, force: true });
}

/** The generators of dash_core_components: it takes them from a stand-in for old browsers that we leave out. */
function generators() {
  const { code } = transformSync(fromPackage(GENERATORS, "runtime.js").toString(), { minify: true });
  return Buffer.from(code);
}

const { bytes, packages } = await plotly();
const sources = {
  "plotly.js": bytes,
  [`${GENERATORS}.js`]: generators(),
  "bootstrap.css": bootstrap(),
  ...fonts(),
  "LICENCES.txt": licences([...packages, GENERATORS, "bootstrap", FONT]),
};
const files = Object.assign({}, ...Object.entries(sources).map(([name, content]) => compressed(name, content)));
const manifest = Object.fromEntries(
  Object.entries(files).sort().map(([name, content]) => [name, { sha256: sha256(content), bytes: content.length }]),
);
replaceFolder({ ...files, "manifest.json": Buffer.from(JSON.stringify(manifest, null, 1) + "\n") });
