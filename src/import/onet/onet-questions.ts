import type { Asked } from "../snippet.ts";
import { oneOf, pluralOf } from "../words.ts";
import type { Named } from "../occupations.ts";

/** How members ask what an occupation is. */
export const askDescription = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `How does O*NET describe the work of ${plural}?`,
  ways: [
    `what is ${oneOf(first)}`,
    `${second} job description in one sentence`,
    `who is ${oneOf(third)}`,
    `what is the job of ${oneOf(second)} about`,
  ],
});

/** How members ask for the tasks of an occupation. */
export const askTasks = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which tasks does O*NET list for ${plural}?`,
  ways: [
    `what does ${oneOf(first)} do`,
    `${second} tasks`,
    `duties of ${oneOf(third)}`,
    `day to day work of ${oneOf(second)}`,
    `responsibilities of ${oneOf(first)}`,
    `what do ${pluralOf(third)} do all day`,
  ],
});

/** How members ask for the tools of an occupation. */
export const askTechnologies = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which technologies are in demand for ${plural}?`,
  ways: [
    `tools ${oneOf(first)} uses`,
    `what software should ${oneOf(second)} know`,
    `${third} tech stack`,
    `programming languages for ${pluralOf(first)}`,
    `which tools do employers want from ${pluralOf(second)}`,
  ],
});

/** How members ask for the skills of an occupation. */
export const askSkills = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which skills does O*NET rate as most important for ${plural}?`,
  ways: [
    `${first} skills`,
    `top abilities ${oneOf(second)} needs`,
    `most important soft skill of ${pluralOf(third)}`,
    `what should ${oneOf(first)} be good at`,
  ],
});

/** How members ask which education people have. */
export const askEducation = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `What share of ${plural} say that their work requires a degree?`,
  ways: [
    `how many ${pluralOf(first)} have a bachelor's degree`,
    `percentage of ${pluralOf(second)} without a degree`,
    `do ${pluralOf(third)} need a master's`,
    `education level of ${pluralOf(first)}, in percent`,
  ],
});

/** How members ask how much preparation an occupation takes. */
export const askZone = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `How much preparation does the work of ${plural} take?`,
  ways: [
    `job zone of ${oneOf(first)}`,
    `how many years of training to be ${oneOf(second)}`,
    `is ${third} an entry level job`,
    `experience ${oneOf(first)} needs`,
  ],
});

/** How members ask which occupations are like one. */
export const askRelated = ({ plural, names: [first, second, third] }: Named): Asked => ({
  question: `Which occupations are most closely related to ${plural}?`,
  ways: [
    `jobs similar to ${first}`,
    `what else can ${oneOf(second)} work as`,
    `careers related to ${third}`,
    `other roles close to ${oneOf(first)}`,
  ],
});
