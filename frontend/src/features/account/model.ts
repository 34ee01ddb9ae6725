import type { components } from "@/lib/api/schema";

/** Props of both forms behind a mailed link. `onDead`: the link was used or has expired. */
export interface ConfirmFormProps {
  token: string;
  pending: components["schemas"]["PendingConfirmation"];
  viewer: string | null;
  onDone: (confirmed: components["schemas"]["Confirmed"]) => void;
  onDead: (error: unknown) => void;
}
