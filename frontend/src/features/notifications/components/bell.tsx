import { Bell as BellIcon } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

export function Bell({ label }: { label: string }) {
  return (
    <ButtonLink href="/notifications" look="quiet" size="icon" aria-label={label} title={label}>
      <BellIcon aria-hidden="true" />
    </ButtonLink>
  );
}
