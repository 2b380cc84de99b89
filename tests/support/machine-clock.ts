/** The clock of the machine, by which the bot and discord.js go; Discord has its own. */
export class MachineClock {
  readonly #real = Date.now;
  #offset = 0;

  constructor() {
    Date.now = () => this.#real() + this.#offset;
  }

  /** Puts the clock forward, or back where `milliseconds` is negative. */
  jump(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** Puts the clock right again. */
  restore(): void {
    Date.now = this.#real;
  }
}
