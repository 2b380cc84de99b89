/** What goes wrong at the gateway from now on; a test sets it. */
export class GatewayFaults {
  /** Whether heartbeats are acknowledged; a gateway that does not is as good as gone. */
  acknowledges = true;
  /** How many events a resume brings once more that the bot had got already. */
  overlap = 0;
  /** The code that whoever identifies is turned away with. */
  turnsAwayWith: number | undefined;
}
