import { betweenModels, resolutionOf } from '../../../core/change/comparison.ts';
import {
  comparisonsIn,
  divisionNumber,
  foundAt,
  judgedChange,
  type ChangeCourse,
} from '../../../core/change/measure-change.ts';
import { partModels } from '../../../core/change/part-models.ts';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { temporalReferencing } from '../../../core/change/temporal-referencing.ts';
import { changeMethods, type ChangeMethod } from '../../../core/contract/change.ts';
import { addresses } from './addresses.ts';
import { plantChange } from './planted-change.ts';

export interface PlantedFigures {
  readonly method: ChangeMethod;
  readonly words: number;
  readonly planted: number;
  /** Planted words among the first 40. */
  readonly amongFirst: number;
  /** Planted words with a q of .05 at most, and others. */
  readonly found: number;
  readonly others: number;
  /** Random splits in which a word was found. */
  readonly withFindings: number;
  readonly meanFound: number;
}

/** Swapped contexts of 20 words in half of the addresses, looked for by every method; the models of a division are made once for all. */
export function* plantedFigures(
  tokens: number,
  course: ChangeCourse,
  seed = 5,
): Generator<number, readonly PlantedFigures[], undefined> {
  const planted = plantChange(addresses(tokens), { pairs: 10, minCount: 20, seed });
  const contexts = periodContexts(planted.texts, planted.targets, { window: 5 });
  const models = partModels(contexts);
  const scores = new Map<ChangeMethod, Float64Array[]>(changeMethods.map((method) => [method, []]));
  const count = comparisonsIn(course);
  for (let number = 0; number < count; number += 1) {
    const division = divisionNumber(planted.sides, course, number);
    const both = models(division);
    for (const method of changeMethods)
      scores
        .get(method)!
        .push(
          method === 'temporal-referencing'
            ? temporalReferencing(contexts, division)
            : betweenModels[method](both),
        );
    yield (number + 1) / count;
  }
  const isPlanted = new Set(planted.planted);
  return changeMethods.map((method) => {
    const { tests, control } = judgedChange(
      course,
      scores.get(method)!,
      resolutionOf(method, planted.targets.length),
    );
    const rows = planted.targets
      .map((row, at) => ({
        planted: isPlanted.has(row),
        excess: tests[at]?.excess ?? -Infinity,
        found: (tests[at]?.q ?? 1) <= foundAt,
      }))
      .sort((a, b) => b.excess - a.excess);
    return {
      method,
      words: planted.targets.length,
      planted: isPlanted.size,
      amongFirst: rows.slice(0, 40).filter((row) => row.planted).length,
      found: rows.filter((row) => row.found && row.planted).length,
      others: rows.filter((row) => row.found && !row.planted).length,
      withFindings: control.withFindings,
      meanFound: control.meanFound,
    };
  });
}
