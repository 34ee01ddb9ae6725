import { describe, expect, it } from "vitest";
import { mergeNotification } from "./merge";
import type { Notification } from "./stream";
import { notificationPath, messageKey, actorSummary } from "./display";

const project = { handle: "ada", slug: "clock", title: "Clock" };
const subject = { project, workflow: null, version_number: null, comment_id: null };
const workflow = { slug: "lesson", title: "Lesson" };
const ada = { handle: "grace", display_name: "Grace", avatar_url: null };

function notification(some: Partial<Notification>): Notification {
  return {
    notification_id: "n",
    seq: 1,
    kind: "star",
    title: "",
    path: "/api/v1/projects/ada/clock",
    actors: [ada],
    actor_count: 1,
    event_count: 1,
    subject,
    note: null,
    created_at: "2026-11-23T05:00:00Z",
    updated_at: "2026-11-23T05:00:00Z",
    read_at: null,
    ...some,
  };
}

describe("the page of a notification", () => {
  it.each<[string, Partial<Notification>, string | null]>([
    ["a star", {}, "/projects/ada/clock"],
    ["a follower", { kind: "follow", subject: null, path: "/api/v1/makers/grace" }, "/makers/grace"],
    ["a follower of a project", { kind: "follow" }, "/projects/ada/clock"],
    ["a comment", { kind: "comment", subject: { ...subject, comment_id: "c-1" } }, "/projects/ada/clock#comment-c-1"],
    ["a reply in a workflow", { kind: "reply", subject: { ...subject, workflow, comment_id: "c-1" } }, "/projects/ada/clock#comment-c-1"],
    ["a remix", { kind: "remix", subject: { ...subject, workflow } }, "/projects/ada/clock/workflows/lesson/lineage"],
    ["a new version", { kind: "upstream_changed", subject: { ...subject, workflow, version_number: 3 } }, "/projects/ada/clock/workflows/lesson/pull"],
    ["an invitation", { kind: "invitation", path: "/api/v1/me/invitations" }, "/settings/invitations"],
    ["an invitation that is gone", { kind: "invitation", path: null, subject: null }, null],
    ["a report's outcome", { kind: "moderation", note: "actioned", subject: null, path: "/api/v1/me/reports" }, "/settings/reports"],
    ["a suggestion taken", { kind: "moderation", note: "suggestion_accepted", subject: null, path: "/api/v1/tools" }, "/tools"],
    ["a suggestion not taken", { kind: "moderation", note: "suggestion_declined", subject: null, path: null }, null],
    ["a removed collection", { kind: "moderation", note: "collection_removed", subject: null }, "/me/collections"],
    ["a removed project", { kind: "moderation", note: "project_removed" }, "/projects/ada/clock"],
    ["what is gone", { subject: null, path: null }, null],
  ])("%s", (_, some, wanted) => expect(notificationPath(notification(some))).toBe(wanted));
});

describe("the text of a notification", () => {
  it.each<[string, Partial<Notification>, string]>([
    ["a star", {}, "star"],
    ["a follower", { kind: "follow", subject: null, path: "/api/v1/makers/grace" }, "follow_you"],
    ["a follower who left", { kind: "follow", subject: null, path: null, actors: [] }, "follow_you"],
    ["a follower of what is gone", { kind: "follow", subject: null, path: null }, "follow_project"],
    ["a remix", { kind: "remix", subject: { ...subject, workflow } }, "remix_workflow"],
    ["a remix of what is gone", { kind: "remix", subject: null }, "remix"],
    ["a note", { kind: "moderation", note: "dismissed" }, "moderation_dismissed"],
    ["a note of a later API", { kind: "moderation", note: "frozen" }, "moderation"],
  ])("%s", (_, some, wanted) => expect(messageKey(notification(some))).toBe(wanted));

  it("names two makers and counts others", () => {
    expect(actorSummary(["Ada"], 1)).toEqual({ key: "who_one", others: 0 });
    expect(actorSummary(["Ada", "Bo"], 2)).toEqual({ key: "who_two", others: 1 });
    expect(actorSummary(["Ada", "Bo", "Cy"], 5)).toEqual({ key: "who_more", others: 4 });
    expect(actorSummary(["Ada"], 2)).toEqual({ key: "who_more", others: 1 });
    expect(actorSummary([], 3)).toEqual({ key: "who_gone", others: 3 });
  });
});

describe("merging into an open list", () => {
  const list = [notification({ notification_id: "b", seq: 5 }), notification({ notification_id: "a", seq: 3 })];
  const ids = (all: readonly Notification[]) => all.map((one) => `${one.notification_id}${one.seq}`);

  it("puts a new one first", () => expect(ids(mergeNotification(list, notification({ notification_id: "c", seq: 6 })))).toEqual(["c6", "b5", "a3"]));
  it("moves an updated one up", () => expect(ids(mergeNotification(list, notification({ notification_id: "a", seq: 6 })))).toEqual(["a6", "b5"]));
  it("ignores older updates", () => expect(ids(mergeNotification(list, notification({ notification_id: "b", seq: 4 })))).toEqual(["b5", "a3"]));
  it("appends older ones", () => expect(ids(mergeNotification(list, notification({ notification_id: "z", seq: 1 })))).toEqual(["b5", "a3", "z1"]));
});
