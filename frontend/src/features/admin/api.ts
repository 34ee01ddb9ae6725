import "server-only";

import { cache } from "react";
import { api, load, loadOrNull } from "@/lib/api/server";
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Case = Schemas["Case"];
export type CaseDetail = Schemas["CaseDetail"];
export type AdminMaker = Schemas["AdminMaker"];
export type AdminProject = Schemas["AdminProject"];
export type AuditEntry = Schemas["AuditEntry"];
export type RemovedItem = Schemas["RemovedItem"];
export type Suggestion = Schemas["Suggestion"];

/** Cached per request: each read of content that is not public adds an entry to the audit log. */
export const loadCase = cache(async (id: string): Promise<CaseDetail> => {
  return load((await api()).GET("/api/v1/admin/reports/{case_id}", { params: { path: { case_id: id } } }));
});

export const loadAnyProject = cache(async (handle: string, slug: string): Promise<AdminProject> => {
  return load((await api()).GET("/api/v1/admin/projects/{handle}/{slug}", { params: { path: { handle, slug } } }));
});

export const loadAnyWorkflow = cache(async (handle: string, slug: string, workflow: string) => {
  const params = { path: { handle, slug, workflow } };
  return loadOrNull((await api()).GET("/api/v1/admin/projects/{handle}/{slug}/workflows/{workflow}", { params }));
});
