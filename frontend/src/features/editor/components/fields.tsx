"use client";

import { useState, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/**
 * A name that applies on blur or Enter: otherwise typing `topic` would rename every slot three times. `refuse` returns
 * why a name is invalid; the input then stays, and Escape restores the old name.
 */
export function NameInput({
  value,
  onCommit,
  refuse,
  onRefused,
  ...props
}: Omit<ComponentProps<typeof Input>, "value" | "onChange"> & {
  value: string;
  onCommit: (value: string) => void;
  refuse: (value: string) => string | null;
  onRefused: (why: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed === null) return;
    const name = typed.trim();
    const why = name === value ? null : refuse(name);
    onRefused(why);
    if (why !== null) return;
    setTyped(null);
    if (name !== value) onCommit(name);
  };
  return (
    <Input
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      className="font-mono"
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        onRefused(null);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        else if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          onRefused(null);
        }
      }}
    />
  );
}
