import { describeOutage } from "./support/outage.ts";

describeOutage("does not answer");
