// Fails when imports in src/ form a cycle between files or between the folders of src/features. Unlike eslint's
// import/no-cycle, this includes type-only imports.
import path from "node:path";
import process from "node:process";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "..");
const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: undefined }, ts.sys, root);
const names = ts.sys.readDirectory(path.join(root, "src"), [".ts", ".tsx"]);
const resolutions = ts.createModuleResolutionCache(root, (name) => name, options);

/** Return the specifiers of all imports: static, dynamic, type-only, re-exports and `import("…")` types. */
function specifiers(name) {
  const found = [];
  const add = (node) => {
    if (node && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, ts.sys.readFile(name), ts.ScriptTarget.Latest));
  return found;
}

function importsOf(name) {
  const resolved = specifiers(name)
    .filter((specifier) => /^(\.|@\/)/.test(specifier))
    .map((specifier) => ts.resolveModuleName(specifier, name, options, ts.sys, resolutions).resolvedModule?.resolvedFileName);
  return new Set(resolved.filter((each) => each !== undefined && names.includes(each)));
}

/** Return one cycle for each edge that closes one in a depth-first search. */
function cyclesOf(graph) {
  const cycles = [];
  const done = new Set();
  const visit = (node, trail) => {
    const start = trail.indexOf(node);
    if (start >= 0) cycles.push([...trail.slice(start), node]);
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}

const files = new Map(names.map((name) => [name, importsOf(name)]));
const features = new Map();
const featureOf = (name) => /\/src\/features\/([^/]+)\//.exec(name)?.[1];
for (const [name, imports] of files) {
  const from = featureOf(name);
  for (const to of [...imports].map(featureOf)) {
    if (from !== undefined && to !== undefined && from !== to) features.set(from, (features.get(from) ?? new Set()).add(to));
  }
}

const cycles = [
  ...cyclesOf(files).map((cycle) => cycle.map((name) => path.relative(root, name))),
  ...cyclesOf(features).map((cycle) => cycle.map((name) => `features/${name}`)),
];
for (const cycle of cycles) console.error(`Import cycle: ${cycle.join(" → ")}`);
if (cycles.length > 0) process.exitCode = 1;
