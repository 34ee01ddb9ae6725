import type { Address } from "./paths";

/** The version of a workflow to remix. */
export interface RemixOf {
  address: Address;
  version: number;
  title: string;
  /** The handle of the maker who remixes it. */
  viewer: string;
}
