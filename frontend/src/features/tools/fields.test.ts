import { expect, it } from "vitest";
import { changesOf, disagreeing, NEW_TOOL, toolOf, type ToolFields } from "./fields";

const OLLAMA: ToolFields = {
  name: "Ollama",
  slug: "ollama",
  vendor: "Ollama",
  url: "https://ollama.com/",
  kind: "local",
  description: "Runs models at home.",
};

it("trims values, and omits an empty slug", () => {
  expect(toolOf({ ...OLLAMA, name: " Ollama ", slug: " " })).toEqual({
    name: "Ollama",
    vendor: "Ollama",
    url: "https://ollama.com/",
    kind: "local",
    description: "Runs models at home.",
  });
  expect(toolOf(OLLAMA).slug).toBe("ollama");
});

it("sends only changes, never the slug", () => {
  expect(changesOf(OLLAMA, { ...OLLAMA, slug: "other", vendor: "Ollama Inc. ", description: "" })).toEqual({ vendor: "Ollama Inc.", description: "" });
  expect(changesOf(OLLAMA, OLLAMA)).toEqual({});
});

it("returns differing fields", () => {
  expect(disagreeing(OLLAMA, { ...OLLAMA, kind: "chat", name: "Ollama " })).toEqual(["kind"]);
  expect(disagreeing(OLLAMA, NEW_TOOL)).toEqual(["name", "vendor", "url", "kind", "description"]);
});
