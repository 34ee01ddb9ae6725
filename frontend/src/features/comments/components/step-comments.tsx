import { MessageSquare } from "lucide-react";
import { Link } from "@/components/link";
import { buttonClass } from "@/components/ui/button-class";
import { stepCommentsPath, type Place } from "../addresses";

/** From a step to what is said about it. `label` is in the words of the page ("Talk about this step"). */
export function StepComments({
  place,
  workflow,
  step,
  version,
  label,
}: {
  place: Place;
  workflow: string;
  step: string;
  version: number;
  label: string;
}) {
  return (
    <Link
      href={stepCommentsPath(place, workflow, step, version)}
      rel="nofollow"
      className={buttonClass({ look: "quiet", size: "small" })}
    >
      <MessageSquare aria-hidden="true" />
      {label}
    </Link>
  );
}
