import type { Hooks } from '../contract/progress.ts';
import { evaluateAnalogies } from '../evidence/analogy-evaluation.ts';
import { readAnalogies } from '../evidence/analogy-questions.ts';
import { evaluatePairs } from '../evidence/pair-evaluation.ts';
import { readRatedPairs } from '../evidence/rated-pairs.ts';
import { shareOf } from '../finish-steps.ts';
import { goOn } from '../stop-signal.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { wayOfCounting } from '../opened/corpus-words.ts';
import { rowsOfWords } from '../opened/test-words.ts';
import { loadModel } from '../opened/loaded-model.ts';
import { readTestSet } from './test-set-file.ts';

export const evaluateCalls: Handlers<'evaluate'> = {
  'evaluate.analogies': (session, { file, model, restrict, method, encoding }, hooks) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const rowOf = rowsOfWords(space.words, restrict, wayOfCounting(session), loaded.stopped());
    const questions = readTestSet(pathOf(file), encoding, readAnalogies, (read) =>
      countOf(read, ({ words }) => words.every((word) => rowOf(word) !== undefined)),
    );
    return evaluateAnalogies(space, loaded.scores(false), questions, {
      restrict,
      method,
      rowOf,
      onProgress: (share) => step(hooks, share),
    });
  },
  'evaluate.pairs': (session, { file, model, ratings, wordColumns, encoding }, hooks) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const rowOf = rowsOfWords(space.words, Infinity, wayOfCounting(session), loaded.stopped());
    const pairs = readTestSet(
      pathOf(file),
      encoding,
      (text, name) => readRatedPairs(text, name, ratings, wordColumns),
      (read) =>
        countOf(read.pairs, ({ first, second }) => rowOf(first) !== undefined && rowOf(second) !== undefined),
    );
    return evaluatePairs(space, pairs, rowOf, (share) => step(hooks, share));
  },
};

const countOf = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.reduce((count, one) => count + (test(one) ? 1 : 0), 0);

function step(hooks: Hooks, share: number): void {
  goOn(hooks.signal);
  shareOf(hooks, 'evaluating')(share);
}
