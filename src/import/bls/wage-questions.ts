import type { Named } from "../occupations.ts";
import { oneOf, pluralOf } from "../words.ts";
import type { Asked } from "../snippet.ts";

/** How members ask what an occupation earns now. */
export function askPay({ plural, names: [first, second, third] }: Named): Asked {
  return {
    question: `How much do ${plural} earn in the United States?`,
    ways: [
      `how much does ${oneOf(first)} make a year`,
      `${first} salary`,
      `what is the median pay of ${oneOf(second)} in the us`,
      `official wage figures for ${pluralOf(first)}`,
      `what do ${pluralOf(third)} get paid according to bls`,
      `${second} wages in america, labor department numbers`,
      `hourly wage of ${oneOf(third)}`,
      `what do the top ten percent of ${pluralOf(first)} earn`,
      `what do the lowest paid ${pluralOf(first)} make, bottom 10 percent`,
      `salary range of ${oneOf(second)} from the 10th to the 90th percentile`,
      `number of ${pluralOf(first)} employed in the united states`,
      `national average income of ${oneOf(third)}`,
    ],
  };
}

/** How members ask what an occupation earned in a year that is not the last one known. */
export function askPayThen({ plural, names: [first, second, third] }: Named, year: number): Asked {
  return {
    question: `How much did ${plural} earn in the United States in May ${year}?`,
    ways: [
      `${first} salary ${year}`,
      `what did ${oneOf(second)} make in ${year}`,
      `bls may ${year} wages for ${pluralOf(third)}`,
      `median pay of ${pluralOf(first)} back in ${year}`,
    ],
  };
}
