import type { Asked } from "../snippet.ts";
import { oneOf, pluralOf } from "../words.ts";
import type { Named } from "../occupations.ts";

/** How members ask what the framework calls a role. */
export const askRole = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which NICE work role comes nearest to ${plural}?`,
  ways: [
    `what is ${oneOf(first)}`,
    `nice framework definition of ${oneOf(second)}`,
    `nist work role id of ${oneOf(first)}`,
    `opm job title of ${oneOf(third)}`,
  ],
});

/** How members ask for the tasks of a role. */
export const askTasks = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which tasks does the NICE Framework give ${plural}?`,
  ways: [
    `what does ${oneOf(first)} do`,
    `nist tasks of ${oneOf(second)}`,
    `${third} duties by the nice framework`,
    `what are ${pluralOf(first)} responsible for`,
  ],
});

/** How members ask for the skills of a role. */
export const askSkills = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which skills does the NICE Framework expect of ${plural}?`,
  ways: [
    `skills of ${oneOf(first)}`,
    `nist skill statements for ${oneOf(second)}`,
    `what must ${oneOf(third)} be able to do`,
    `technical skills ${pluralOf(first)} need`,
  ],
});
