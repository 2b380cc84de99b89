/** https://docs.discord.com/developers/reference#snowflakes: milliseconds of the first second of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

/** The time of the loopback Discord: moved on by what a test lets pass, and no matter of the clock of the bot's machine. */
export class Clock {
  #offset = 0;
  #sequence = 0n;

  now(): number {
    return Math.floor(performance.timeOrigin + performance.now()) + this.#offset;
  }

  timestamp(): string {
    return new Date(this.now()).toISOString().replace("Z", "000+00:00");
  }

  pass(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** A new id: unique, and later ids are larger. */
  snowflake(): string {
    this.#sequence += 1n;
    return String((BigInt(this.now() - DISCORD_EPOCH) << SEQUENCE_BITS) | this.#sequence);
  }
}
