/** The package comes without types; these are the functions used here. */
declare module "semver" {
  /** The version as semver writes it; `null` for what is none. */
  export function valid(version: string): string | null;
  /** Negative, zero or positive, as for sorting. Throws for what is no version. */
  export function compare(one: string, other: string): number;
}
