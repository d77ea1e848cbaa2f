import type { TextsRef } from '../contract/texts.ts';
import { frames, type Frame } from '../lines/frames.ts';
import { ngrams, type Ngrams } from '../lines/ngrams.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { partOfRow, unbrokenRow } from './token-row.ts';

/** What is counted in a row, within sentences. */
export interface NgramQuestion {
  readonly n: number;
  readonly minimum: number;
  readonly minimumTexts: number;
  readonly layer: string;
  readonly texts: TextsRef;
}

interface Counted {
  /** What the numbers of the tokens stand for. */
  readonly values: readonly string[];
  /** That were looked through. */
  readonly tokens: number;
}

export interface CountedNgrams extends Counted, Ngrams {
  /** 1 for one that stands in the same longer one every time. */
  readonly subsumed: Uint8Array;
}

export interface CountedFrames extends Counted {
  readonly rows: readonly Frame[];
}

/** Lists that were asked for last: every page of one is read from it. */
const countedNgrams = kept<CountedNgrams>({ most: 2 });
const countedFrames = kept<CountedFrames>({ most: 2 });

const longest = 8;

const rowOf = (opened: Opened, { layer, texts }: NgramQuestion) =>
  partOfRow(opened, unbrokenRow(opened, 's', layer), texts);
const optionsOf = ({ n, minimum, minimumTexts }: NgramQuestion) => ({ n, minimum, texts: minimumTexts });

/** @throws AppError E_QUERY_INVALID for a layer that there is not; whatever `pulse` throws */
export const ngramsOf = (opened: Opened, asked: NgramQuestion, pulse: () => void): CountedNgrams =>
  opened.remember(countedNgrams, JSON.stringify(asked), () => {
    const { ids, goesOn, textStarts, values } = rowOf(opened, asked);
    const { n, minimum } = asked;
    const found = ngrams(ids, goesOn, textStarts, optionsOf(asked), pulse);
    const longer = n < longest ? ngrams(ids, goesOn, textStarts, { n: n + 1, minimum }, pulse) : null;
    const within = longer === null ? new Map<string, number>() : countsOfParts(longer, n);
    const subsumed = Uint8Array.from(found.counts, (count, row) =>
      within.get(found.ids.subarray(row * n, (row + 1) * n).join(' ')) === count ? 1 : 0,
    );
    return { ...found, subsumed, values, tokens: ids.length };
  });

/** @throws likewise */
export const framesOf = (opened: Opened, asked: NgramQuestion, pulse: () => void): CountedFrames =>
  opened.remember(countedFrames, JSON.stringify(asked), () => {
    const { ids, goesOn, textStarts, values } = rowOf(opened, asked);
    return { rows: frames(ids, goesOn, textStarts, optionsOf(asked), pulse), values, tokens: ids.length };
  });

/** Of each n-gram the count of the most frequent longer one that it begins or ends. */
function countsOfParts({ ids, counts }: Ngrams, n: number): Map<string, number> {
  const most = new Map<string, number>();
  for (let row = 0; row < counts.length; row++)
    for (const from of [0, 1]) {
      const start = row * (n + 1) + from;
      const key = ids.subarray(start, start + n).join(' ');
      most.set(key, Math.max(most.get(key) ?? 0, counts[row]!));
    }
  return most;
}
