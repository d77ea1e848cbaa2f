import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import { evaluateAnalogies, readAnalogies } from '../evidence/analogy-evaluation.ts';
import { evaluatePairs, readRatedPairs } from '../evidence/pair-evaluation.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { wayOfCounting } from '../opened/corpus-words.ts';
import { rowsOfWords } from '../opened/test-words.ts';
import { loadModel } from '../opened/loaded-model.ts';

export const evaluateCalls: Handlers<'evaluate'> = {
  'evaluate.analogies': (session, { file, model, restrict, method }, hooks) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const { text, name } = readText(pathOf(file));
    return evaluateAnalogies(space, loaded.scores(false), readAnalogies(text, name), {
      restrict,
      method,
      rowOf: rowsOfWords(space.words, restrict, wayOfCounting(session)),
      onProgress: (share) => step(hooks, share),
    });
  },
  'evaluate.pairs': (session, { file, model }) => {
    const { space } = loadModel(session, model);
    const { text, name } = readText(pathOf(file));
    return evaluatePairs(
      space,
      readRatedPairs(text, name),
      rowsOfWords(space.words, Infinity, wayOfCounting(session)),
    );
  },
};

function step({ signal, onProgress }: Hooks, share: number): void {
  if (signal?.aborted === true) throw new AppError('E_CANCELLED');
  onProgress?.({ phase: 'evaluating', done: Math.round(share * 1000), total: 1000 });
}

function readText(path: string): { readonly text: string; readonly name: string } {
  const name = basename(path);
  try {
    return { text: readFileSync(path, 'utf8'), name };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new AppError('E_FILE_MISSING', { file: name });
    throw new AppError('E_FILE_UNREADABLE', { file: name, reason: code });
  }
}
