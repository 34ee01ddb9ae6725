"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** Markdown while it is written; its parser is loaded when the first preview is looked at. */
export const MarkdownPreview = dynamic(() => import("./markdown").then((module) => module.Markdown), {
  loading: () => <Skeleton className="h-24" />,
  ssr: false,
});
