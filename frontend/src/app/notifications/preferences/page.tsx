import { permanentRedirect } from "next/navigation";

/** Target of the links to notification settings in mails. */
export default function Elsewhere(): never {
  permanentRedirect("/settings/notifications");
}
