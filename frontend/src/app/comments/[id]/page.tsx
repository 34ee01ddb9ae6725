import { notFound, redirect } from "next/navigation";
import { commentPath } from "@/features/comments/paths";
import { findComment } from "@/features/comments/api";

/** Redirect a comment id, as used by notifications, to the comment in its discussion. */
export default async function CommentPage({ params }: PageProps<"/comments/[id]">) {
  const { id } = await params;
  const comment = await findComment(id);
  if (comment === null) notFound();
  redirect(commentPath(comment.project, comment.comment_id));
}
