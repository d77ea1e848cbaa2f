import type { TextsRef } from '../contract/texts.ts';
import { frames, type Frame } from '../lines/frames.ts';
import { ngrams, type Ngrams } from '../lines/ngrams.ts';
import { ngramDeviations } from '../lines/ngram-spread.ts';
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
  /** DP of some rows; see core/lines/ngram-spread.ts. */
  readonly spreadOf: (from: number, to: number) => Float64Array;
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
    const longer = asked.n < longest;
    const found = ngrams(ids, goesOn, textStarts, { ...optionsOf(asked), longer }, pulse);
    const { n } = asked;
    return {
      ...found,
      values,
      tokens: ids.length,
      spreadOf: (from, to) => {
        // Rows of the corpus are kept elsewhere: nothing is held for this.
        const row = rowOf(opened, asked);
        return ngramDeviations(row.ids, row.goesOn, row.textStarts, found.ids.subarray(from * n, to * n), n);
      },
    };
  });

/** @throws likewise */
export const framesOf = (opened: Opened, asked: NgramQuestion, pulse: () => void): CountedFrames =>
  opened.remember(countedFrames, JSON.stringify(asked), () => {
    const { ids, goesOn, textStarts, values } = rowOf(opened, asked);
    return { rows: frames(ids, goesOn, textStarts, optionsOf(asked), pulse), values, tokens: ids.length };
  });
