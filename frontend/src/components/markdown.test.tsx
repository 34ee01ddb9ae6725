import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Markdown, safeUrl } from "./markdown";

const html = (text: string) => render(<Markdown text={text} />).container;

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
];

describe("Markdown", () => {
  it.each(ATTACKS)("runs nothing: %j", (attack) => {
    const found = html(attack);
    expect(found.querySelector("script, iframe, svg, style, form, input, base, meta, object, embed, link")).toBeNull();
    for (const element of found.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^srcdoc$/i);
        if (["href", "src"].includes(name)) expect(value).toMatch(/^(https?:|mailto:|#|\/(?!\/))/);
      }
    }
  });

  it("shows what makers write", () => {
    const found = html("# Title\n\nSome *text* with [a link](https://a.example) and `code`.\n\n- [x] done\n- [ ] open\n\n| a |\n|---|\n| b |");
    expect(found.querySelector("h2")?.textContent).toBe("Title");
    expect(found.querySelector("h1")).toBeNull();
    expect(found.querySelector("a")?.getAttribute("rel")).toBe("nofollow ugc noopener");
    expect(found.querySelectorAll("td, th")).toHaveLength(2);
    expect(found.textContent).toContain("☑");
  });

  it("leads from handles to the makers that there are", () => {
    const text = "@ada and @Bob-2, (@bob-2)! Not @eve, x@ada.example, `@ada`, [@ada](https://a.example), @ada_b or @adam.";
    const { container } = render(<Markdown text={text} mentions={["ada", "bob-2"]} />);
    const links = [...container.querySelectorAll("a")].map((each) => `${each.textContent} ${each.getAttribute("href")}`);
    expect(links).toEqual([
      "@ada /makers/ada",
      "@Bob-2 /makers/bob-2",
      "@bob-2 /makers/bob-2",
      "x@ada.example mailto:x@ada.example",
      "@ada https://a.example",
    ]);
    expect(container.textContent).toBe(text.replaceAll("`", "").replace("[@ada](https://a.example)", "@ada"));
  });

  it("loads pictures late, by https, and tells nobody where", () => {
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
