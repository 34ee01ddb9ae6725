"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { whenShown } from "./when-shown";

/** Markdown while it is written; its parser is loaded when the first preview is looked at. */
export const MarkdownPreview = whenShown(() => import("./markdown").then((module) => module.Markdown), <Skeleton className="h-24" />);
