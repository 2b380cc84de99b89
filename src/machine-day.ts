import { dayOf } from "./guilds/weeks.ts";

/** The day by the machine's clock, in ISO and UTC. */
export const machineDay = (): string => dayOf(Date.now());
