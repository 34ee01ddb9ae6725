import { permanentRedirect } from "next/navigation";

/** The longer name of /confirm. Browsers take the fragment, which is the token, with them. */
export default function Elsewhere(): never {
  permanentRedirect("/confirm");
}
