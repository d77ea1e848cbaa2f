import type { Hooks } from '../contract/progress.ts';
import { evaluateAnalogies, readAnalogies } from '../evidence/analogy-evaluation.ts';
import { evaluatePairs, readRatedPairs } from '../evidence/pair-evaluation.ts';
import { shareOf } from '../finish-steps.ts';
import { goOn } from '../stop-signal.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { readGivenFile } from './read-given-file.ts';
import { wayOfCounting } from '../opened/corpus-words.ts';
import { rowsOfWords } from '../opened/test-words.ts';
import { loadModel } from '../opened/loaded-model.ts';

export const evaluateCalls: Handlers<'evaluate'> = {
  'evaluate.analogies': (session, { file, model, restrict, method }, hooks) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const { text, name } = readGivenFile(pathOf(file));
    return evaluateAnalogies(space, loaded.scores(false), readAnalogies(text, name), {
      restrict,
      method,
      rowOf: rowsOfWords(space.words, restrict, wayOfCounting(session)),
      onProgress: (share) => step(hooks, share),
    });
  },
  'evaluate.pairs': (session, { file, model }, hooks) => {
    const { space } = loadModel(session, model);
    const { text, name } = readGivenFile(pathOf(file));
    return evaluatePairs(
      space,
      readRatedPairs(text, name),
      rowsOfWords(space.words, Infinity, wayOfCounting(session)),
      (share) => step(hooks, share),
    );
  },
};

function step(hooks: Hooks, share: number): void {
  goOn(hooks.signal);
  shareOf(hooks, 'evaluating')(share);
}
