import { AppError } from '../contract/errors.ts';
import type { StudyTexts } from '../studies/study-texts.ts';

/** What stands near each target, token by token, with the text that it stands in; in memory that threads can share. */
export interface PeriodContexts {
  /** Rows of the words that are compared. */
  readonly targets: readonly number[];
  /** First of each target’s contexts, and behind the last their number. */
  readonly starts: Float64Array;
  /** Row of the context word, number of the text, and weight by distance. */
  readonly contexts: Uint32Array;
  readonly texts: Uint32Array;
  readonly weights: Float32Array;
  /** Of each context word: logarithm of its smoothed share of all contexts, whatever the division of the texts. */
  readonly logShares: Float64Array;
}

interface ContextSettings {
  /** Words to each side. */
  readonly window: number;
}

/** Exponent of the counts of contexts (Levy, Goldberg & Dagan 2015). */
export const smoothing = 0.75;
/** Pairs of a word and a context that are held in memory at once, of twelve bytes. */
const mostPairs = 80_000_000;

/**
 * Near contexts weigh more, as in word2vec on average: (window − distance + 1) ÷ window. Windows end with their text.
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function periodContexts(
  texts: StudyTexts,
  targets: readonly number[],
  { window }: ContextSettings,
): PeriodContexts {
  const words = texts.words.length;
  const targetOf = new Int32Array(words).fill(-1);
  targets.forEach((row, target) => (targetOf[row] = target));
  const starts = new Float64Array(new SharedArrayBuffer((targets.length + 1) * 8));
  eachPair(texts, targetOf, window, (target) => (starts[target + 1] = starts[target + 1]! + 1));
  for (let target = 0; target < targets.length; target += 1)
    starts[target + 1] = starts[target + 1]! + starts[target]!;
  const pairs = starts[targets.length]!;
  if (pairs > mostPairs)
    throw new AppError('E_MODEL_TOO_LARGE', { needed: pairs * 12, limit: mostPairs * 12 });
  const found = {
    contexts: new Uint32Array(new SharedArrayBuffer(pairs * 4)),
    texts: new Uint32Array(new SharedArrayBuffer(pairs * 4)),
    weights: new Float32Array(new SharedArrayBuffer(pairs * 4)),
  };
  const next = Float64Array.from(starts);
  eachPair(texts, targetOf, window, (target, context, distance, text) => {
    const at = next[target]!;
    next[target] = at + 1;
    found.contexts[at] = context;
    found.texts[at] = text;
    found.weights[at] = (window - distance + 1) / window;
  });
  return { targets, starts, ...found, logShares: logSharesOf(texts) };
}

function eachPair(
  { tokens, starts }: StudyTexts,
  targetOf: Int32Array,
  window: number,
  visit: (target: number, context: number, distance: number, text: number) => void,
): void {
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const [from, to] = [starts[text]!, starts[text + 1]!];
    for (let at = from; at < to; at += 1) {
      const target = targetOf[tokens[at]!]!;
      if (target < 0) continue;
      for (let other = Math.max(from, at - window); other <= Math.min(to - 1, at + window); other += 1)
        if (other !== at) visit(target, tokens[other]!, Math.abs(at - other), text);
    }
  }
}

function logSharesOf({ tokens, words }: StudyTexts): Float64Array {
  const smoothed = new Float64Array(words.length);
  for (const row of tokens) smoothed[row] = smoothed[row]! + 1;
  let all = 0;
  for (let row = 0; row < smoothed.length; row += 1) {
    smoothed[row] = smoothed[row]! > 0 ? smoothed[row]! ** smoothing : 0;
    all += smoothed[row]!;
  }
  return smoothed.map((share) => Math.log(share / all));
}
