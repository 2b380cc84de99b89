import type { Named } from "../occupations.ts";
import { oneOf, pluralOf } from "../words.ts";
import type { Asked } from "../snippet.ts";

/** How members ask what is needed to enter the occupations of a page. */
export function askEntry(title: string, occupations: readonly Named[]): Asked {
  const names = new Set(occupations.flatMap((occupation) => occupation.names));
  const [first = title, second = first, third = second] = names;
  return {
    question: `What education and experience do ${title} typically need?`,
    ways: [
      `do i need a degree to be ${oneOf(first)}`,
      `typical entry level education of ${pluralOf(second)}`,
      `how many years of experience does ${oneOf(first)} need`,
      `is there training on the job for ${oneOf(third)}`,
      `minimum requirements ${first}`,
      `can i become ${oneOf(second)} without experience`,
    ],
  };
}

/** How members ask how the pay of an occupation stands beside other pay. */
export function askCompared({ plural, names: [first, second, third] }: Named): Asked {
  return {
    question: `How does the pay of ${plural} compare with all other jobs?`,
    ways: [
      `does ${oneOf(first)} earn more than the average american worker`,
      `${second} pay against all computer occupations`,
      `is ${third} pay above the typical wage of all occupations`,
      `are ${pluralOf(first)} paid better than most people`,
    ],
  };
}

/** How members ask which industries pay an occupation what. */
export function askIndustries({ plural, names: [first, second, third] }: Named): Asked {
  return {
    question: `Which industries pay ${plural} the most?`,
    ways: [
      `best paying industry for ${oneOf(first)}`,
      `${second} salary by industry`,
      `what do ${pluralOf(first)} earn in finance and insurance`,
      `which sector should ${oneOf(third)} work in for money`,
      `top industries that employ ${pluralOf(second)} and their wages`,
    ],
  };
}

/** How members ask for the prospects of an occupation; `to` is the year that projections reach. */
export function askOutlook({ plural, names: [first, second, third] }: Named, to: string): Asked {
  return {
    question: `What is the job outlook for ${plural}?`,
    ways: [
      `is ${first} a growing job`,
      `are ${pluralOf(second)} in demand`,
      `job growth of ${pluralOf(first)} until ${to}`,
      `how many job openings for ${pluralOf(third)} are there each year`,
      `future of the ${second} job, official projection`,
      `will there be more or fewer ${pluralOf(first)} in ten years`,
      `is it still worth becoming ${oneOf(third)}, employment forecast`,
      `how many ${pluralOf(first)} are there in the us`,
    ],
  };
}
