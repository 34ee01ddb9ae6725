/** Hostile Markdown: what the tests and `make bench-markdown` render. Not part of the web. */

/** Repeat a unit up to a length. */
const fill = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
/** Repeat a unit after a beginning. */
const after = (beginning: string, unit: string) => (length: number) => beginning + fill(unit)(length);
/** Open a construct in the first half and close it in the second. */
const nest = (open: string, close: string, middle = "a") => (length: number) => {
  const depth = Math.floor((length - middle.length) / (open.length + close.length));
  return open.repeat(depth) + middle + close.repeat(depth);
};
/** Repeat numbered units up to a length. */
const count = (unit: (at: number) => string) => (length: number) => {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += unit(at);
  return text.slice(0, length);
};
/** Join a first part, with its share of the length, and a filling. */
const split = (first: (length: number) => string, rest: (length: number) => string, share = 0.5) => (length: number) => {
  const head = first(Math.floor(length * share));
  return head + rest(length - head.length);
};
/** Lines with increasing indentation. */
const staircase = (mark: string) => (length: number) => {
  let text = "";
  for (let depth = 0; text.length < length; depth += 1) text += `${"  ".repeat(depth)}${mark} a\n`;
  return text.slice(0, length);
};

const CONSTRUCTS: Readonly<Record<string, (length: number) => string>> = {
  "plain words": fill("some words and a line of text that is long enough\n"),
  "delimiters *a_": fill("*a_ "),
  "delimiters *": fill("*"),
  "delimiters _": fill("_"),
  "delimiters **a": fill("**a "),
  "delimiters a**": fill("a**"),
  "delimiters *a **a": fill("*a **a "),
  "delimiters *_a": fill("*_a "),
  "delimiters a***": fill("a***b "),
  "delimiters *a_b*c_": fill("*a_b*c_ "),
  "delimiters ~~a": fill("~~a "),
  "delimiters ~~~": fill("~~~a~~~~~ "),
  "delimiters mixed": fill("*a _b ~~c **d __e ~~~f "),
  "delimiters nested": nest("*a **b ", " b** a*"),
  "delimiters nested ~~": nest("~~a ", " a~~"),
  "delimiters openers, closers": split(fill("_a "), fill("b* ")),
  "quote > on one line": fill("> "),
  "quote >>": fill(">"),
  "quote lines": fill("> a\n"),
  "quote 30 deep, lazy lines": after("> ".repeat(30), "a\n"),
  "quote 30 deep lines": fill(`${">".repeat(30)} a\n`),
  "quote 30 deep, lazy stars": after("> ".repeat(30), `${"* ".repeat(400)}a\n`),
  "list - on one line": fill("- "),
  "list 1. on one line": fill("1. "),
  "list items": fill("- a\n"),
  "list empty items": fill("-\n"),
  "list loose items": fill("- a\n\n"),
  "list changing marks": fill("- a\n+ a\n"),
  "list staircase": staircase("-"),
  "list 14 deep": fill(`${"- ".repeat(14)}a\n`),
  "list and quote": fill("- > "),
  "list of tasks": fill("- [x] a\n"),
  "headings": fill("# a\n"),
  "headings underlined": fill("a\n=\n"),
  "headings not underlined": fill("a\n= b\n"),
  "headings #": fill("#"),
  "heading, closing #": after("# a ", "# "),
  "rules": fill("***\n"),
  "rule that is none": (length) => `${fill("* ")(length - 1)}a`,
  "brackets [": fill("["),
  "brackets ]": fill("]"),
  "brackets []": nest("[", "]"),
  "brackets ![": fill("!["),
  "brackets [a](": fill("[a]("),
  "brackets [a](<": fill("[a](<b"),
  "brackets [a](b \"": fill("[a](b \""),
  "brackets [a](b '": fill("[a](b '[a](b \"[a](b ("),
  "brackets [a](    ": fill(`[a](${" ".repeat(50)}`),
  "brackets [ and spaces": split(fill("[a]("), fill(" ")),
  "brackets [](": nest("[", "](b)"),
  "brackets ![](": nest("![", "](b)"),
  "brackets with a definition": (length) => `[a]: b\n\n${nest("[", "]")(length - 8)}`,
  "brackets [a][": fill("[a]["),
  "brackets and stars": fill("[*a_ "),
  "destination ((": (length) => `[a](${nest("(", ")")(length - 5)})`,
  "destination escapes": (length) => `[a](${fill("\\(")(length - 5)})`,
  "links": fill("[a](b) "),
  "links with stars": fill("[*a*](b) "),
  "links around stars": fill("*[a*](b) "),
  "links with long text": (length) => `[${fill("*a* ")(length - 5)}](b)`,
  "links 20 deep images": fill(`${"![".repeat(20)}a${"](b)".repeat(20)} `),
  "images": fill("![a](https://b) "),
  "images with long text": (length) => `![${fill("*a* ")(length - 6)}](b)`,
  "definitions": count((at) => `[a${at}]: b\n`),
  "definitions of one": fill("[a]: b\n"),
  "definitions with titles": count((at) => `[a${at}]: b\n"c\n`),
  "definitions that do not end": fill("[a\n"),
  "definitions in paragraphs": fill("[a\n\n"),
  "definitions, long label": fill(`[${"a".repeat(900)}\n\n`),
  "references": split((length) => `[a]: ${fill("b")(length)}\n\n`, fill("[a] ")),
  "references to a title": split((length) => `[a]: b "${fill("&")(length)}"\n\n`, fill("[a]\n")),
  "references to nothing": fill("[a][b] "),
  "footnotes": count((at) => `[^${at}]\n\n[^${at}]: a\n\n`),
  "table, one column": fill("|a|\n|-|\n"),
  "table rows": after("|a|b|\n|-|-|\n", "|a|b|\n"),
  "table wide, short rows": (length) => {
    const columns = Math.floor(length / 8);
    return `${fill("|a")(columns * 2)}|\n${fill("|-")(columns * 2)}|\n${fill("|\n")(length - columns * 4 - 4)}`;
  },
  "table 250 columns, short rows": (length) => `${fill("|a")(500)}|\n${fill("|-")(500)}|\n${fill("|\n")(length)}`.slice(0, length),
  "table delimiter rows": fill("|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"),
  "table pipes": fill("|"),
  "table escaped pipes": (length) => `|a|\n|-|\n${fill("\\|")(length - 8)}`,
  "code `": fill("`"),
  "code runs": count((at) => `${"`".repeat(at + 1)} `),
  "code runs twice": split(count((at) => `${"`".repeat(at + 1)} `), count((at) => `${"`".repeat(at + 1)} `)),
  "code runs in a label": (length) => `[${count((at) => `${"`".repeat(at + 1)} `)(length / 2)}](${count((at) => `${"`".repeat(at + 1)} `)(length / 2)}`,
  "code `a": fill("`a"),
  "code spans": fill("`a` "),
  "fences": fill("```\n"),
  "fences open": fill("```a\n~~~b\n"),
  "fence, long info": (length) => `\`\`\` ${fill("a b ")(length)}`.slice(0, length),
  "code indented": fill("    a\n\n"),
  "autolinks <": fill("<"),
  "autolinks <a": fill("<a:"),
  "autolinks <http": fill("<http://a> "),
  "autolinks <mail": fill("<a@b.c> "),
  "autolink long": (length) => `<${fill("a.")(length - 2)}>`,
  "autolink mail long": (length) => `<a@${fill("b.")(length - 4)}>`,
  "addresses": fill("https://a.b/c "),
  "addresses joined": fill("http://"),
  "addresses of marks": fill("http://?"),
  "address of marks": (length) => `http://${fill("?!")(length - 7)}`,
  "address of brackets": (length) => `http://a${fill("()")(length / 2)}${fill(")")(length / 2)}`,
  "addresses www.": fill("www."),
  "addresses www. marks": fill("www.? "),
  "addresses mail": fill("a@b.c "),
  "addresses @": fill("@"),
  "addresses a@": fill("a@"),
  "addresses a.": fill("a."),
  "addresses @a.": fill("@a.a"),
  "address mail long": (length) => `${fill("a")(length / 2)}@${fill("b.")(length / 2)}`,
  "mentions": fill("@ada "),
  "mentions long": (length) => `@${fill("a-")(length - 2)}_`,
  "mentions joined": fill("@ada-@ada_"),
  "html": fill("<b>"),
  "html open": fill("<!--"),
  "html cdata": fill("<![CDATA["),
  "html processing": fill("<?"),
  "entities": fill("&amp;"),
  "entities &": fill("&"),
  "entities &a": fill("&a"),
  "entities &#": fill("&#1234567"),
  "entities in a link": (length) => `[a](${fill("&amp;")(length - 5)})`,
  "escapes": fill("\\*"),
  "escapes \\": fill("\\"),
  "newlines": fill("\n"),
  "carriage returns": fill("\r"),
  "spaces": fill(" "),
  "spaces in a line": (length) => `a${fill(" ")(length - 2)}b`,
  "spaces before breaks": fill("a  \n"),
  "tabs": fill("\t"),
  "lines of a": fill("a\n"),
  "lines of spaces": fill("     \n"),
  "zero bytes": fill("\0"),
  "surrogates": fill("\ud800"),
  "emoji": fill("👩‍💻 "),
  "everything": fill("> - *a [b](c) `d` ~~e~~ <f> @ada www.g.h ![i](https://j) | k |\n"),
  "everything open": fill("> - *a [b `d ~~e <f @ada www.g.h ![i"),
};

/** Build a hostile text from a construct, up to a length in UTF-16 units. */
export const HOSTILE = Object.entries(CONSTRUCTS).map(([name, make]) => [name, (length: number) => make(length).slice(0, length)] as const);
