import { expect, it } from "vitest";
import { inviteeOf } from "./invitee";

it.each([
  ["grace", { handle: "grace" }],
  [" @grace ", { handle: "grace" }],
  ["grace@example.org", { email: "grace@example.org" }],
  ["  ", null],
  ["@", null],
])("reads %j", (written, invitee) => {
  expect(inviteeOf(written)).toEqual(invitee);
});
