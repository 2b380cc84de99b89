import { describeOutage } from "./support/outage.ts";

describeOutage("cannot be reached");
