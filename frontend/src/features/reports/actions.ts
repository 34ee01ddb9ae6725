"use server";

import { getTranslations } from "next-intl/server";
import { isReason } from "@/features/moderation/reasons";
import { apiError, problemMessage } from "@/lib/api/problem";
import { api } from "@/lib/api/server";
import type { ReportResult } from "./model";
import { targetIn } from "./target";

/** Handle the form of /report without scripts; with scripts, the browser calls the API itself. */
export async function sendReport(_before: ReportResult, form: FormData): Promise<ReportResult> {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [t, errors] = await Promise.all([getTranslations("reports"), getTranslations("errors")]);
  const reason = field("reason");
  const note = field("note") ?? "";
  const target = targetIn(field);
  if (!isReason(reason)) return { done: false, reason: null, note, problem: t("reasonNeeded") };
  if (target === null) return { done: false, reason, note, problem: errors("codes.not_found") };
  try {
    const { data, error, response } = await (await api()).POST("/api/v1/reports", { body: { target, reason, note: note.trim() } });
    if (data === undefined) throw apiError(response, error);
  } catch (error) {
    return { done: false, reason, note, problem: problemMessage(error, errors) };
  }
  return { done: true, reason: null, note: "", problem: null };
}
