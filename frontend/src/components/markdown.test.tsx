import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it, vi } from "vitest";
import { renderMarkdown, safeUrl } from "@/lib/markdown/render";
import messages from "../../messages/en/markdown.json";
import { Markdown } from "./markdown";
import { MarkdownHtml } from "./markdown-html";
import { MarkdownPreview } from "./markdown-preview";

vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: keyof typeof messages) => messages[key] }));

const html = (text: string, mentions: readonly string[] = []) =>
  render(<MarkdownHtml html={renderMarkdown(text, mentions).html} />).container;

const ATTACKS = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<svg/onload=alert(1)>",
  '<a href="javascript:alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:x)",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "![x](http://plain.example/x.png)",
  '![x](https://ok.example/x.png "title\\" onerror=\\"alert(1)")',
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "**[x](<javascript:alert(1)> 'a')**",
  "> 1. - [x](javascript:alert(1)) <iframe srcdoc='<script>1</script>'></iframe>",
  "| a |\n|-|\n| <style>*{}</style> [x](javascript:1) |",
  "[^1]\n\n[^1]: <script>1</script> [x](javascript:1)",
  "<form action=//evil.example><input></form>",
  "<base href=//evil.example><meta http-equiv=refresh content=0>",
  "www.a.example/\"onmouseover=\"alert(1)",
  "https://a.example/'><script>alert(1)</script>",
  "a@b.example\"onmouseover=alert(1)",
  "- [x] <script>alert(1)</script>",
  "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
  "| a |\n|:-:|\n| \"><svg onload=alert(1)> |",
  "![\"onerror=alert(1) x](https://ok.example/\"onerror=\"alert(1))",
  '[x](https://ok.example "\">&quot;onmouseover=alert(1)")',
  "[a]: https://ok.example/\"onclick=alert(1)\n\n[a] ![a]",
  `${"> ".repeat(200)}<script>alert(1)</script> [x](javascript:alert(1))`,
];

describe("Markdown", () => {
  it.each(ATTACKS)("runs no script: %j", (attack) => {
    const found = html(attack);
    expect(found.querySelector("script, iframe, svg, style, form, input, base, meta, object, embed, link")).toBeNull();
    for (const element of found.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(/^(href|rel|title|src|alt|class|tabindex|start|loading|decoding|referrerpolicy)$/);
        if (["href", "src"].includes(name)) expect(value).toMatch(/^(https?:|mailto:|#|\/(?!\/))/);
      }
    }
  });

  it("renders Markdown", () => {
    const found = html("# Title\n\nSome *text* with [a link](https://a.example) and `code`.\n\n- [x] done\n- [ ] open\n\n| a |\n|---|\n| b |");
    expect(found.querySelector("h2")?.textContent).toBe("Title");
    expect(found.querySelector("h1")).toBeNull();
    expect(found.querySelector("a")?.getAttribute("rel")).toBe("nofollow ugc noopener");
    expect(found.querySelectorAll("td, th")).toHaveLength(2);
    expect(found.textContent).toContain("☑");
  });

  it("links existing makers only", () => {
    const text = "@ada and @Bob-2, (@bob-2)! Not @eve, x@ada.example, `@ada`, [@ada](https://a.example), @ada_b or @adam.";
    const container = html(text, ["ada", "bob-2"]);
    const links = [...container.querySelectorAll("a")].map((each) => `${each.textContent} ${each.getAttribute("href")}`);
    expect(links).toEqual([
      "@ada /makers/ada",
      "@Bob-2 /makers/bob-2",
      "@bob-2 /makers/bob-2",
      "x@ada.example mailto:x@ada.example",
      "@ada https://a.example",
    ]);
    expect(container.textContent?.trimEnd()).toBe(text.replaceAll("`", "").replace("[@ada](https://a.example)", "@ada"));
  });

  it("renders tables, code and lists", () => {
    const found = html("1. a\n2. b\n\n5) c\n\n| a | b |\n|:-:|--:|\n| c\\|d | ~~e~~ |\n\n```js\nx < y\n```\n\nline  \nbreak");
    expect(found.querySelectorAll("ol")).toHaveLength(2);
    expect(found.querySelector("ol[start='5'] li")?.textContent).toBe("c");
    expect([...found.querySelectorAll("td")].map((cell) => [cell.textContent, cell.className])).toEqual([
      ["c|d", "text-center"],
      ["e", "text-end"],
    ]);
    expect(found.querySelector("td s")?.textContent).toBe("e");
    expect(found.querySelector(".overflow-x-auto[tabindex='0'] > table")).not.toBeNull();
    expect(found.querySelector("pre[tabindex='0'] > code")?.textContent).toBe("x < y\n");
    expect(found.querySelector("br")).not.toBeNull();
  });

  it("marks tasks", () => {
    const found = html("- [x] *done*\n- [ ] open\n- [y] none\n- [x](https://a.example)");
    expect(found.querySelector("ul")?.className).toBe("contains-task-list");
    expect([...found.querySelectorAll("li")].map((item) => item.textContent)).toEqual(["☑ done", "☐ open", "[y] none", "x"]);
    expect(found.querySelectorAll("li.task-list-item")).toHaveLength(2);
  });

  it("links URLs", () => {
    const text =
      "See https://a.example/x_(y)_z?a=b&c=*d, (HTTP://b.example/) <https://c.example> www.d.example. e@f.example! " +
      "**https://g.example** [https://h.example](https://i.example) but `https://j.example`, xhttp://k.example, https:// or www.";
    const links = [...html(text).querySelectorAll("a")].map((each) => `${each.textContent} ${each.getAttribute("href")}`);
    expect(links).toEqual([
      "https://a.example/x_(y)_z?a=b&c=*d https://a.example/x_(y)_z?a=b&c=*d",
      "HTTP://b.example/ HTTP://b.example/",
      "https://c.example https://c.example",
      "www.d.example http://www.d.example",
      "e@f.example mailto:e@f.example",
      "https://g.example https://g.example",
      "https://h.example https://i.example",
    ]);
  });

  it("loads images lazily over https, without a referrer", () => {
    const img = html("![A clock](https://a.example/c.png)").querySelector("img");
    expect(img?.outerHTML).toContain('loading="lazy"');
    expect(img?.getAttribute("referrerpolicy")).toBe("no-referrer");
    expect(img?.alt).toBe("A clock");
  });

  it.each([
    ["https://a.example", "https://a.example"],
    ["mailto:a@example.org", "mailto:a@example.org"],
    ["/projects/a/b", "/projects/a/b"],
    ["#part", "#part"],
    ["a:b", ""],
    ["//evil.example", ""],
    ["\\\\evil.example", ""],
    ["/\\evil.example", ""],
    ["\tjavascript:x", ""],
  ])("takes %j for %j", (url, wanted) => expect(safeUrl(url)).toBe(wanted));
});

describe("a text that exceeds the bounds", () => {
  // An unbounded parser uses one stack level for each ">", and reads all lines again at each level.
  const deep = `A *text*\n\n${"> ".repeat(4_990)}`;

  it("shows readers plain text", async () => {
    const { container } = render(await Markdown({ text: deep }));
    expect(container.textContent).toContain("A *text*");
    expect(container.querySelector("blockquote, em")).toBeNull();
    expect(screen.queryByText(messages.tooComplex)).toBeNull();
  });

  it("tells its author why", async () => {
    render(await Markdown({ text: deep, isOwn: true }));
    expect(screen.getByText(messages.tooComplex)).toBeVisible();
    render(await Markdown({ text: "A *text*", isOwn: true }));
    expect(screen.getAllByText(messages.tooComplex)).toHaveLength(1);
  });

  it("tells its author in the preview", async () => {
    render(
      <NextIntlClientProvider locale="en" messages={{ markdown: messages }}>
        <MarkdownPreview text={deep} />
      </NextIntlClientProvider>,
    );
    expect(await screen.findByRole("alert")).toHaveTextContent(messages.tooComplex);
    expect(screen.getByText("A *text*")).toBeVisible();
  });
});
