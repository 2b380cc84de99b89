import type { Asked } from "./restraint.ts";

/** A request that was not made: Discord refused too many like it. */
export class HeldBack extends Error {
  override readonly name = "HeldBack";

  constructor({ method }: Asked) {
    super(`${method} was held back: Discord refused too many requests lately`);
  }
}
