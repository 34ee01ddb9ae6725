"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { whenShown } from "./when-shown";

/** The viewer's own Markdown. The browser loads the renderer when the first preview is shown. */
export const MarkdownPreview = whenShown(() => import("./markdown-view").then((module) => module.MarkdownView), <Skeleton className="h-24" />);
