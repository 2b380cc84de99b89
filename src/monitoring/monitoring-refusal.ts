/** An address that cannot be listened on; the message says which variable to change. */
export class MonitoringRefusal extends Error {
  override readonly name = "MonitoringRefusal";
}
