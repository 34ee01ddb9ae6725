import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const LOOKS = {
  info: { box: "border-line bg-sunken", icon: "text-accent", Icon: Info },
  warn: { box: "border-warn/40 bg-warn-soft", icon: "text-warn", Icon: TriangleAlert },
  danger: { box: "border-danger/40 bg-danger-soft", icon: "text-danger", Icon: CircleAlert },
} as const;

/** Notice. `live` if it appears while the reader is on the page. */
export function Alert({
  look = "info",
  title,
  live = false,
  children,
  action,
}: {
  look?: keyof typeof LOOKS;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const { box, icon, Icon } = LOOKS[look];
  return (
    <div role={live ? "alert" : undefined} className={cn("flex items-start gap-3 rounded-md border px-4 py-3 text-[0.9375rem]", box)}>
      <Icon className={cn("mt-1 size-4 shrink-0", icon)} aria-hidden="true" />
      <div className="min-w-0 grow space-y-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="pt-1">{action}</div> : null}
      </div>
    </div>
  );
}
