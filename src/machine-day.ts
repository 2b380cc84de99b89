/** The day by the machine's clock, in ISO and UTC. */
export function machineDay(): string {
  return new Date().toISOString().slice(0, "2026-01-01".length);
}
