import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomStream, shuffle } from '../random.ts';
import { encodeTokens, lastOfDocument, typeId } from '../training/encode-tokens.ts';
import { prepareMemory, type RunMemory } from '../training/run-memory.ts';
import { buildVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Run } from './runs.ts';
import type { StudyTexts } from './study-texts.ts';

/** What a run is trained on. */
export interface RunTexts {
  /** The words of the model that occur in these texts, by their counts there. `rowOfType` leads from rows of the model to rows of the run. */
  readonly vocabulary: Vocabulary;
  readonly settings: TrainingSettings;
  readonly texts: StudyTexts;
  readonly times: Uint32Array;
}

/** The settings of a model as its runs have them: one thread, and the same bytes on every computer. */
export const settingsOfRuns = (settings: TrainingSettings): TrainingSettings => ({
  ...settings,
  mode: 'reproducible',
  workers: 1,
});

/**
 * The words are those of the model, however seldom they are in the run’s own texts: else every word near the minimum count would be
 * missing from half of the runs. One that does not occur at all has no row.
 * @throws AppError E_VOCABULARY_EMPTY
 */
export function textsOfRun(
  given: StudyTexts,
  settings: TrainingSettings,
  { times, seed, shuffle, settings: others = settings }: Pick<Run, 'times' | 'seed' | 'shuffle' | 'settings'>,
): RunTexts {
  const texts = shuffle === undefined ? given : { ...given, tokens: shuffled(given.tokens, shuffle) };
  const counts = new Uint32Array(texts.words.length);
  let totalTokens = 0;
  for (let text = 0; text < times.length; text += 1) {
    const often = times[text]!;
    totalTokens += often * texts.sizes[text]!;
    if (often === 0) continue;
    for (let at = texts.starts[text]!; at < texts.starts[text + 1]!; at += 1) {
      const row = texts.tokens[at]! & typeId;
      counts[row] = counts[row]! + often;
    }
  }
  const vocabulary = buildVocabulary({ forms: texts.words, counts }, { minCount: 1, maxVocabulary: 0 });
  return {
    vocabulary: { ...vocabulary, totalTokens },
    settings: { ...settingsOfRuns(others), seed },
    texts,
    times,
  };
}

/** All tokens in any order: texts and sentences keep their lengths, words their counts, and nothing else is left. */
function shuffled(tokens: Uint32Array, state: Uint32Array): Uint32Array {
  const inAnyOrder = shuffle(
    tokens.map((token) => token & typeId),
    randomStream(state),
  );
  return inAnyOrder.map((row, at) => row | (tokens[at]! & lastOfDocument));
}

/** The memory of a run, ready to be trained. @throws AppError E_MODEL_TOO_LARGE */
export function prepareRun(run: RunTexts): RunMemory {
  const memory = prepareMemory(run.vocabulary, run.settings);
  encodeRun(run, memory.tokens);
  return memory;
}

/** Writes its tokens as rows of the run, as {@link encodeTokens} does: a text that is taken twice stands there twice. */
export const encodeRun = (run: RunTexts, target: Uint32Array): void =>
  encodeTokens(drawnTexts(run), run.vocabulary.rowOfType, target);

function* drawnTexts({ texts: { tokens, starts }, times }: RunTexts) {
  for (let text = 0; text < times.length; text += 1)
    for (let again = 0; again < times[text]!; again += 1)
      yield { ids: tokens.subarray(starts[text], starts[text + 1]), lastOfDocument: true };
}
