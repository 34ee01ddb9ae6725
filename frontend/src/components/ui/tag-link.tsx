import { Link } from "@/components/link";

export function TagLink({ name }: { name: string }) {
  return (
    <Link href={`/tags/${encodeURIComponent(name)}`} className="inline-flex min-h-7 items-center text-accent hover:text-accent-strong hover:underline hover:underline-offset-4 pointer-coarse:min-h-10">
      #{name}
    </Link>
  );
}
