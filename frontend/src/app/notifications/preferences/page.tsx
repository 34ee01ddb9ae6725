import { permanentRedirect } from "next/navigation";

/** Where the mails of notifications say they can be changed or ended. */
export default function Elsewhere(): never {
  permanentRedirect("/settings/notifications");
}
