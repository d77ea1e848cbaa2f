import type { Comparison } from '../../../core/change/comparison.ts';
import {
  comparisonsIn,
  divisionNumber,
  judgedChange,
  type ChangeCourse,
  type MeasuredChange,
} from '../../../core/change/measure-change.ts';

/** The whole course in this thread. */
export function measured(
  compare: Comparison,
  sides: Uint8Array,
  course: ChangeCourse,
  resolution?: number,
): MeasuredChange {
  const numbers = Array.from({ length: comparisonsIn(course) }, (_, number) => number);
  return judgedChange(
    course,
    numbers.map((number) => compare(divisionNumber(sides, course, number))),
    resolution,
  );
}
