"use client";

import { Check, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { browserApi } from "@/lib/api/browser";
import { useOptimisticToggle } from "@/lib/optimistic";

/** What a maker can follow: a maker by handle, a project by path, a tag by name, a tool by slug. */
export type Followed =
  | { kind: "maker"; handle: string }
  | { kind: "project"; handle: string; slug: string }
  | { kind: "tag"; name: string }
  | { kind: "tool"; slug: string };

function save(subject: Followed, on: boolean): Promise<unknown> {
  switch (subject.kind) {
    case "maker": {
      const params = { path: { handle: subject.handle } };
      return on
        ? browserApi.PUT("/api/v1/me/follows/maker/{handle}", { params })
        : browserApi.DELETE("/api/v1/me/follows/maker/{handle}", { params });
    }
    case "project": {
      const params = { path: { handle: subject.handle, slug: subject.slug } };
      return on
        ? browserApi.PUT("/api/v1/me/follows/project/{handle}/{slug}", { params })
        : browserApi.DELETE("/api/v1/me/follows/project/{handle}/{slug}", { params });
    }
    case "tag": {
      const params = { path: { name: subject.name } };
      return on
        ? browserApi.PUT("/api/v1/me/follows/tag/{name}", { params })
        : browserApi.DELETE("/api/v1/me/follows/tag/{name}", { params });
    }
    case "tool": {
      const params = { path: { slug: subject.slug } };
      return on
        ? browserApi.PUT("/api/v1/me/follows/tool/{slug}", { params })
        : browserApi.DELETE("/api/v1/me/follows/tool/{slug}", { params });
    }
  }
}

export function FollowToggle({
  subject,
  on: initial,
  words,
}: {
  subject: Followed;
  on: boolean;
  words: { follow: string; following: string; failed: string; label: string; labelOn: string };
}) {
  const { on, toggle } = useOptimisticToggle({
    on: initial,
    save: (wanted) => save(subject, wanted),
    failed: () => words.failed,
  });
  return (
    <Button look={on ? "quiet" : "outline"} aria-pressed={on} aria-label={on ? words.labelOn : words.label} onClick={toggle}>
      {on ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
      {on ? words.following : words.follow}
    </Button>
  );
}
