import type { StopSignal } from '../contract/progress.ts';
import type { Opened } from '../opened/opened.ts';
import { typesOf } from '../opened/opened.ts';
import { countsOf } from '../opened/part-counts.ts';
import { readTokenIds } from '../project/token-stream.ts';
import { goOn, whileGoing } from '../stop-signal.ts';
import { studyTexts, type StudyTexts } from '../studies/study-texts.ts';
import { buildVocabulary } from '../vocabulary/vocabulary.ts';

/** Contexts that are rarer than this say more about single texts than about words. */
const leastContext = 5;

/** The texts of some periods, in one vocabulary. */
export interface PeriodTexts {
  readonly texts: StudyTexts;
  /** Period of each text, from 0. */
  readonly sides: Uint8Array;
  /** Occurrences of each word in each period. */
  readonly counts: readonly Uint32Array[];
  /** Texts of each period that have it. */
  readonly having: readonly Uint32Array[];
  /** Texts of each period that have any word. */
  readonly sizes: readonly number[];
}

/** @param periods ids of the documents of each; none is in two */
export function periodTexts(
  opened: Opened,
  periods: readonly (readonly number[])[],
  signal: StopSignal | undefined,
): PeriodTexts {
  const all = periods.flat();
  const periodOf = new Map(periods.flatMap((ids, period) => ids.map((id) => [id, period] as const)));
  const vocabulary = buildVocabulary(
    { forms: typesOf(opened).forms, counts: countsOf(opened, all).counts },
    { minCount: leastContext, maxVocabulary: 0 },
  );
  const sides: number[] = [];
  const texts = studyTexts(
    vocabulary.words,
    sided(
      whileGoing(readTokenIds(opened.project.db, all), () => goOn(signal)),
      (document) => sides.push(periodOf.get(document)!),
    ),
    vocabulary.rowOfType,
  );
  return {
    texts,
    sides: Uint8Array.from(sides),
    ...spreadOf(texts, sides, periods.length),
    sizes: periods.map((_, period) => sides.filter((side) => side === period).length),
  };
}

type Piece = ReturnType<typeof readTokenIds> extends Generator<infer P> ? P : never;

/** The same pieces; tells of each text as it ends. */
function* sided(
  pieces: Iterable<Piece>,
  ended: (document: number) => void,
): Generator<Piece, void, undefined> {
  for (const piece of pieces) {
    yield piece;
    if (piece.lastOfDocument) ended(piece.document);
  }
}

function spreadOf({ words, tokens, starts }: StudyTexts, sides: readonly number[], periods: number) {
  const make = () => Array.from({ length: periods }, () => new Uint32Array(words.length));
  const [counts, having] = [make(), make()];
  const last = new Int32Array(words.length).fill(-1);
  sides.forEach((side, text) => {
    const [ownCounts, ownTexts] = [counts[side]!, having[side]!];
    for (let at = starts[text]!; at < starts[text + 1]!; at += 1) {
      const row = tokens[at]!;
      ownCounts[row] = ownCounts[row]! + 1;
      if (last[row] === text) continue;
      last[row] = text;
      ownTexts[row] = ownTexts[row]! + 1;
    }
  });
  return { counts, having };
}
