import { notFound, redirect } from "next/navigation";
import { adminProjectPath, projectIn } from "@/features/admin/paths";
import { requireAdmin } from "@/features/admin/require-admin";
import { one, type SearchParams } from "@/lib/query";

/** Redirect the search form of the overview to the project. */
export default async function FindProject({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin();
  const found = projectIn(one((await searchParams).at) ?? "");
  if (found === null) notFound();
  redirect(adminProjectPath(found.handle, found.slug));
}
