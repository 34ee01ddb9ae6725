import { permanentRedirect } from "next/navigation";

/** Alias of /confirm. Browsers keep the fragment, which is the token. */
export default function Elsewhere(): never {
  permanentRedirect("/confirm");
}
