import type { AxisAnswer, AxisRow, Pole } from '../contract/contrast.ts';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import { loadModel } from '../opened/loaded-model.ts';
import type { Opened } from '../opened/opened.ts';
import { leaveOneOutRange, semanticAxis } from '../vectors/axis.ts';
import { bestRows, rowsOfCount } from '../vectors/neighbours.ts';
import { dot } from '../vectors/vector-space.ts';

/** Answers `contrast.axis`. @throws AppError E_REQUEST_INVALID for a word at both poles, and what an unknown word gives */
export function placeOnAxis(
  opened: Opened,
  { positive, negative, neighbours, words, model, top, minCount }: Checked<'contrast.axis'>,
): AxisAnswer {
  const loaded = loadModel(opened, model);
  const { space } = loaded;
  const rowsOf = (some: readonly string[]) => [...new Set(some.map((word) => loaded.row(word)))];
  const poles = { positive: rowsOf(positive), negative: rowsOf(negative), neighbours };
  const twice = poles.positive.find((row) => poles.negative.includes(row));
  if (twice !== undefined)
    throw new AppError('E_REQUEST_INVALID', {
      field: 'negative',
      reason: `${space.words[twice]!} stands at both poles`,
    });
  const axis = semanticAxis(space, loaded.scores(false), poles);
  const scores = loaded.scores(false)(axis.direction, 'cosine').slice();
  const exclude = [...poles.positive, ...poles.negative];
  const ends = (largestFirst: boolean) =>
    bestRows(scores, { most: top, largestFirst, rows: rowsOfCount(space, minCount), exclude }).map(
      ({ row }) => row,
    );
  const listed = words === undefined ? [...new Set([...ends(true), ...ends(false)])] : rowsOf(words);
  const count = (row: number) => space.counts?.[row] ?? 0;
  const pole = (rows: readonly number[], added: readonly number[]): Pole => ({
    words: rows.map((row) => {
      const without = axis.leftOut.find((one) => one.row === row);
      const place = without === undefined ? null : dot(space.unitVector(row), without.direction);
      return { word: space.words[row]!, count: count(row), withoutIt: place };
    }),
    added: added.map((row) => space.words[row]!),
  });
  return {
    model: loaded.model.name,
    positive: pole(poles.positive, axis.added.positive),
    negative: pole(poles.negative, axis.added.negative),
    rows: listed
      .map((row): AxisRow => ({
        word: space.words[row]!,
        count: count(row),
        score: scores[row]!,
        ...leaveOneOutRange(space, axis, row),
      }))
      .sort((a, b) => b.score - a.score),
  };
}
