import { permanentRedirect } from "next/navigation";

/** The longer name of /reset. Browsers take the fragment, which is the token, with them. */
export default function Elsewhere(): never {
  permanentRedirect("/reset");
}
