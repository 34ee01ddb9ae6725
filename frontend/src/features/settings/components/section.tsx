import { useId, type ReactNode } from "react";

export function Section({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line py-6 first:border-t-0 first:pt-0">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {lead ? <p className="mt-1 max-w-prose text-[0.9375rem] text-pretty text-muted">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
