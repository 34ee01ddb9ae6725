// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

type Tree = { [key: string]: string | Tree };

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Keys derived from API error codes. Their Dutch texts need fewer arguments. */
const BY_CODE = ["errors"];
/** Imported directly, without a translator (components/layout/failure.tsx). */
const BY_IMPORT = ["failure"];

function read(locale: string): Record<string, string> {
  const folder = path.join(ROOT, "messages", locale);
  const found: Record<string, string> = {};
  const walk = (tree: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") found[`${prefix}.${key}`] = value;
      else walk(value, `${prefix}.${key}`);
    }
  };
  for (const file of readdirSync(folder)) {
    walk(JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Tree, file.replace(/\.json$/, ""));
  }
  return found;
}

/** Return the arguments of an ICU message: `{name}`, `{count, plural, …}` and `<tag>`, including branches. */
function argumentsOf(written: string): Set<string> {
  const found = new Set<string>();
  // Text between apostrophes is literal: '{{name}}'.
  const message = written.replace(/'[{}<][^']*('|$)/g, "");
  for (const [, tag] of message.matchAll(/<([a-zA-Z]\w*)>/g)) found.add(tag ?? "");
  let at = 0;
  const text = () => {
    while (at < message.length && message[at] !== "}") {
      if (message[at] === "{") argument();
      else at += 1;
    }
  };
  const argument = () => {
    const [whole = "{", name = "", kind] = /^\{\s*([\w.]*)\s*(?:,\s*(plural|selectordinal|select)\s*,)?/.exec(message.slice(at)) ?? [];
    found.add(name);
    at += whole.length;
    // Continue to the closing brace: branches of plural and select are messages.
    while (at < message.length && message[at] !== "}") {
      if (message[at] === "{" && kind !== undefined) {
        at += 1;
        text();
      }
      at += 1;
    }
    at += 1;
  };
  text();
  return found;
}

type Use = { key: string; values: Set<string> | null; where: string; prefix: boolean };

/** Return every `t("key", { … })` in the sources, by the translators of each file. */
function uses(): Use[] {
  const found: Use[] = [];
  for (const name of readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$|\.d\.ts$/.test(name)) continue;
    const text = readFileSync(path.join(ROOT, "src", name), "utf8");
    if (!/useTranslations|getTranslations/.test(text)) continue;
    found.push(...usesIn(name, text));
  }
  return found;
}

function usesIn(file: string, text: string): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Use[] = [];
  const aliases = new Map(
    [...text.matchAll(/type\s+(\w+)\s*=\s*[^;]*?(?:use|get)Translations<"([\w.]+)">/g)].map(([, name = "", namespace = ""]) => [name, namespace]),
  );

  const namespaceOf = (expression: ts.Expression): string | undefined => {
    const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return undefined;
    if (!["useTranslations", "getTranslations"].includes(call.expression.text)) return undefined;
    const [first] = call.arguments;
    if (first !== undefined && ts.isStringLiteralLike(first)) return first.text;
    if (first !== undefined && ts.isObjectLiteralExpression(first)) {
      for (const each of first.properties) {
        if (ts.isPropertyAssignment(each) && each.name.getText() === "namespace" && ts.isStringLiteralLike(each.initializer)) {
          return each.initializer.text;
        }
      }
    }
    return undefined;
  };

  // A function's translator shadows one of the same name outside.
  const walk = (node: ts.Node, known: ReadonlyMap<string, string>) => {
    let names = known;
    if (ts.isFunctionLike(node) || ts.isSourceFile(node)) names = new Map([...known, ...made(node)]);
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const called = ts.isIdentifier(expression)
        ? expression.text
        : ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && ["rich", "markup", "raw", "has"].includes(expression.name.text)
          ? expression.expression.text
          : undefined;
      const namespace = called === undefined ? undefined : names.get(called);
      if (namespace !== undefined && node.arguments[0] !== undefined) add(node, node.arguments[0], namespace);
    }
    ts.forEachChild(node, (child) => walk(child, names));
  };

  const made = (scope: ts.Node): Map<string, string> => {
    const names = new Map<string, string>();
    // Translators passed as parameters: `t: ReturnType<typeof useTranslations<"editor">>`, or a type alias.
    if (ts.isFunctionLike(scope)) {
      for (const parameter of scope.parameters) {
        const type = parameter.type?.getText() ?? "";
        const namespace = /useTranslations<"([\w.]+)">/.exec(type)?.[1] ?? aliases.get(type);
        if (namespace !== undefined && ts.isIdentifier(parameter.name)) names.set(parameter.name.text, namespace);
      }
    }
    const look = (node: ts.Node) => {
      if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
        if (ts.isIdentifier(node.name)) {
          const namespace = namespaceOf(node.initializer);
          if (namespace !== undefined) names.set(node.name.text, namespace);
        } else if (ts.isArrayBindingPattern(node.name)) {
          const inner = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
          const list = ts.isCallExpression(inner) ? inner.arguments[0] : undefined;
          if (list !== undefined && ts.isArrayLiteralExpression(list)) {
            node.name.elements.forEach((element, place) => {
              const value = list.elements[place];
              if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name) || value === undefined) return;
              const namespace = namespaceOf(value);
              if (namespace !== undefined) names.set(element.name.text, namespace);
            });
          }
        }
      }
      if (!ts.isFunctionLike(node) || node === scope) ts.forEachChild(node, look);
    };
    look(scope);
    return names;
  };

  const add = (call: ts.CallExpression, argument: ts.Expression, namespace: string) => {
    const { line } = source.getLineAndCharacterOfPosition(call.getStart());
    const where = `${file}:${line + 1}`;
    const second = call.arguments[1];
    const literal =
      second !== undefined && ts.isObjectLiteralExpression(second) && !second.properties.some(ts.isSpreadAssignment) ? second : undefined;
    const checked = ts.isIdentifier(call.expression) || (ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === "rich");
    const values =
      !checked || (second !== undefined && literal === undefined)
        ? null
        : new Set(literal?.properties.map((each) => each.name?.getText().replace(/["']/g, "") ?? "") ?? []);
    for (const [key, prefix] of keysOf(argument)) found.push({ key: `${namespace}.${key}`, values, where, prefix });
  };

  const keysOf = (node: ts.Expression): [string, boolean][] => {
    if (ts.isStringLiteralLike(node)) return [[node.text, false]];
    if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysOf(node.expression);
    if (ts.isTemplateExpression(node)) return [[node.head.text, true]];
    return [["", true]];
  };

  walk(source, new Map());
  return found;
}

const english = read("en");
const dutch = read("nl");

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(dutch).sort()).toEqual(Object.keys(english).sort());
  });

  it("are not empty, and have the same arguments", () => {
    for (const [key, text] of Object.entries(english)) {
      expect(text.trim(), key).not.toBe("");
      expect(dutch[key]?.trim(), key).not.toBe("");
      if (BY_CODE.includes(key.split(".")[0] ?? "")) continue;
      expect([...argumentsOf(dutch[key] ?? "")].sort(), key).toEqual([...argumentsOf(text)].sort());
    }
  });

  it("have complete plurals", () => {
    for (const [key, text] of [...Object.entries(english), ...Object.entries(dutch)]) {
      const plurals = text.match(/,\s*(plural|select|selectordinal)\s*,/g)?.length ?? 0;
      expect(text.match(/\bother\s*\{/g)?.length ?? 0, key).toBeGreaterThanOrEqual(plurals);
      expect(text.split("{").length, key).toBe(text.split("}").length);
    }
  });

  it("exist for every use, with their arguments", () => {
    for (const { key, values, where, prefix } of uses()) {
      if (prefix) {
        expect(Object.keys(english).some((each) => each.startsWith(key)), `${where}: ${key}…`).toBe(true);
        continue;
      }
      const text = english[key];
      expect(text, `${where}: ${key}`).toBeDefined();
      if (values === null || text === undefined) continue;
      for (const wanted of argumentsOf(text)) expect([...values], `${where}: ${key}`).toContain(wanted);
    }
  });

  it("are all used", () => {
    const used = uses();
    const exact = new Set(used.filter(({ prefix }) => !prefix).map(({ key }) => key));
    const prefixes = used.filter(({ prefix }) => prefix).map(({ key }) => key);
    const idle = Object.keys(english).filter((key) => {
      const namespace = key.split(".")[0] ?? "";
      // Keys of `common` are available to all.
      if ([...BY_CODE, ...BY_IMPORT, "common"].includes(namespace)) return false;
      return !exact.has(key) && !prefixes.some((prefix) => key.startsWith(prefix));
    });
    expect(idle).toEqual([]);
  });
});

describe("arguments of a message", () => {
  it.each([
    ["Nothing", []],
    ["{name} of {place}", ["name", "place"]],
    ["{count, plural, one {# star} other {# stars by {who}}}", ["count", "who"]],
    ["{kind, select, a {Apple} other {Pear}}", ["kind"]],
    ["Write '{{'topic'}}' in {place}", ["place"]],
    ["See <link>{title}</link>", ["link", "title"]],
  ])("%s", (message, wanted) => {
    expect([...argumentsOf(message)].sort()).toEqual([...wanted].sort());
  });
});
