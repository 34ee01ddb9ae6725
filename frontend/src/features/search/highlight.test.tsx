import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { highlight, type Mark } from "./highlight";

function html(text: string, marks: Mark[]): string {
  const { container } = render(<p>{highlight(text, marks)}</p>);
  return container.innerHTML.replace(/ class="[^"]*"/g, "");
}

describe("highlighting matches", () => {
  it("marks matches", () => {
    expect(html("talking multimeter", [{ start: 8, length: 10 }])).toBe("<p>talking <mark>multimeter</mark></p>");
  });

  it("counts code points", () => {
    expect(html("🚂🚃 late train", [{ start: 3, length: 4 }])).toBe("<p>🚂🚃 <mark>late</mark> train</p>");
  });

  it("renders text only", () => {
    expect(html("<img src=x onerror=alert(1)>", [{ start: 1, length: 3 }])).toBe(
      "<p>&lt;<mark>img</mark> src=x onerror=alert(1)&gt;</p>",
    );
  });

  it("tolerates marks that overlap or exceed the text", () => {
    expect(html("abc", [{ start: 1, length: 9 }, { start: 0, length: 2 }, { start: 7, length: 1 }])).toBe("<p><mark>ab</mark>c</p>");
  });
});
