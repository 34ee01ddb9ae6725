import { Link } from "@/components/link";

export function TagLink({ name }: { name: string }) {
  return (
    <Link href={`/tags/${encodeURIComponent(name)}`} className="text-accent hover:text-accent-strong hover:underline hover:underline-offset-4">
      #{name}
    </Link>
  );
}
