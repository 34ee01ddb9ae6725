import type { components } from "@/lib/api/schema";

/** What both forms behind a mailed link are given. `onDead`: the link was used or has expired meanwhile. */
export interface ConfirmFormProps {
  token: string;
  pending: components["schemas"]["PendingConfirmation"];
  viewer: string | null;
  onDone: (confirmed: components["schemas"]["Confirmed"]) => void;
  onDead: (error: unknown) => void;
}
