import { describe, expect, it } from "vitest";
import { BLANK, changesOf, errorsOf, inWords, merge, newProjectOf, slugOf, tagOf, withScheme, type Values } from "./form";

const READ: Values = {
  ...BLANK,
  title: "Clock",
  slug: "clock",
  tagline: "Tells time",
  body: "Text",
  tags: ["time"],
  links: [{ label: "Site", url: "https://clock.example" }],
};

describe("a new project", () => {
  it("omits empty fields", () => {
    expect(newProjectOf({ ...BLANK, title: " Clock ", links: [{ label: "", url: " " }] })).toEqual({
      title: "Clock",
      tagline: "",
      body: "",
      tags: [],
      links: [],
      visibility: "public",
    });
  });

  it("completes URLs", () => {
    const sent = newProjectOf({ ...BLANK, title: "x", cover: "pictures.example/a.png", links: [{ label: "a", url: "a.example" }] });
    expect(sent.cover_url).toBe("https://pictures.example/a.png");
    expect(sent.links).toEqual([{ label: "a", url: "https://a.example" }]);
    expect(withScheme("mailto:x@example.org")).toBe("mailto:x@example.org");
  });
});

describe("changes of a project", () => {
  it("contain only differences", () => {
    expect(changesOf(READ, READ)).toEqual({});
    expect(changesOf(READ, { ...READ, title: "Clock 2", tags: ["time", "sound"] })).toEqual({ title: "Clock 2", tags: ["time", "sound"] });
  });

  it("remove a cover with null, but never a slug", () => {
    const read = { ...READ, cover: "https://a.example/b.png" };
    expect(changesOf(read, { ...read, cover: "", slug: "" })).toEqual({ cover_url: null });
  });

  it("set a license, and remove it with null", () => {
    expect(changesOf(READ, { ...READ, license: " MIT " })).toEqual({ license: "MIT" });
    expect(changesOf({ ...READ, license: "MIT" }, READ)).toEqual({ license: null });
    expect(newProjectOf({ ...BLANK, title: "x", license: "MIT" }).license).toBe("MIT");
  });
});

describe("errors of the API", () => {
  it("are mapped to fields, even below rows that were not sent", () => {
    const values = { ...BLANK, links: [{ label: "", url: "" }, { label: "a", url: "nonsense" }] };
    expect(
      errorsOf({ "/title": "Too long", "/cover_url": "No URL", "/links/0/url": "No URL", "/tags/1": "Too short" }, values),
    ).toEqual({ title: "Too long", cover: "No URL", "links.1.url": "No URL", tags: "Too short" });
  });
});

describe("merging two edits of a project", () => {
  it("keeps changes of one side", () => {
    const { values, conflicts } = merge(READ, { ...READ, body: "Mine" }, { ...READ, tagline: "Theirs" });
    expect(conflicts).toEqual([]);
    expect(values).toMatchObject({ body: "Mine", tagline: "Theirs" });
  });

  it("reports conflicts and loses nothing", () => {
    const { values, conflicts } = merge(READ, { ...READ, body: "Mine" }, { ...READ, body: "Theirs" });
    expect(values.body).toBe("Mine");
    expect(conflicts).toEqual([{ field: "body", mine: "Mine", theirs: "Theirs" }]);
  });

  it("has no conflict for equal changes", () => {
    expect(merge(READ, { ...READ, title: "B" }, { ...READ, title: "B" }).conflicts).toEqual([]);
  });
});

it("formats values", () => {
  expect(inWords(["a", "b"])).toBe("#a\n#b");
  expect(inWords(READ.links)).toBe("Site: https://clock.example");
});

it.each([
  ["#Reading Coach", "reading-coach"],
  ["Éducation", "education"],
  ["--", ""],
])("makes a tag of %s", (text, tag) => {
  expect(tagOf(text)).toBe(tag);
});

it("derives a slug from a title", () => {
  expect(slugOf("A reading coach, for kids!")).toBe("a-reading-coach-for-kids");
});
