import { describe, expect, it } from "vitest";
import words from "../../../messages/en/admin.json";
import { actionKey, ACTIONS, detailsOf } from "./audit";

const details = (detail: Record<string, string | number | boolean>) => detailsOf({ detail } as unknown as Parameters<typeof detailsOf>[0]);

describe("an entry of the audit log", () => {
  it("has a text for every action", () => {
    for (const action of ACTIONS) expect(words.audit.actions).toHaveProperty(actionKey(action) ?? "");
    expect(actionKey("comment.fold")).toBeNull();
  });

  it("translates its details in a fixed order", () => {
    expect(details({ note: "Too much.", reported: true, was: "published", reason: "spam" })).toEqual([
      { name: "reason", say: "reason.spam" },
      { name: "was", say: "standing.published" },
      { name: "note", text: "Too much." },
      { name: "reported", say: "yes" },
    ]);
    expect(details({ kind: "project", about: "x", outcome: "removed", reports: 2 })).toEqual([
      { name: "kind", say: "target.project" },
      { name: "about", target: "x" },
      { name: "reports", text: "2" },
      { name: "outcome", say: "outcomes.removed" },
    ]);
  });

  it("omits empty details and shows unknown ones unchanged", () => {
    expect(details({ note: "", reported: false })).toEqual([]);
    expect(details({ role: "owner" })).toEqual([{ name: "role", text: "owner" }]);
  });

  it("has a name for every detail", () => {
    for (const { name } of details({ kind: "x", about: "x", reports: 1, reason: "x", outcome: "x", was: "x", note: "x", reported: true, role: "x", status: "x", visibility: "x", standing: "x" })) {
      expect(words.audit.details).toHaveProperty(name);
    }
  });
});
