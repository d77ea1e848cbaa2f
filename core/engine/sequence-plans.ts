import type { Checked, Output } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { SequenceSettings } from '../contract/settings/sequence.ts';
import type { ReadDb } from '../project/connection.ts';
import { listModels, type StoredModel } from '../project/models.ts';
import { listSequenceModels } from '../project/sequence-models.ts';
import { sequenceCost } from '../sequence/cost.ts';
import { encodeCorpus, type EncodedCorpus } from '../sequence/encode-corpus.ts';
import { sequencePresetFor } from '../sequence/presets.ts';
import { completeSequenceSettings } from '../sequence/settings.ts';
import { requireRecordable } from '../opened/split-record.ts';
import { splitTexts, type Stretch } from '../sequence/split-texts.ts';
import { shapeOf } from '../opened/loaded-sequence.ts';
import { kept } from '../opened/memo.ts';
import { trainedTokens } from '../opened/trained-tokens.ts';
import type { Session } from './session.ts';
import { subCorpusOf, trainingTexts, type TrainingTexts } from '../opened/training-texts.ts';

/** Whether a model was trained on other texts than these, one of the two being a part of the corpus: its vectors know what they do not. */
function isOfOtherTexts(model: StoredModel, { subCorpus, digest }: TrainingTexts): boolean {
  if (model.corpus === null || model.corpus === digest) return false;
  return subCorpus !== null || subCorpusOf(model) !== null;
}

/**
 * The word2vec model that is named; or the newest that was not trained on other texts, or else the newest; null when there is none.
 * @throws AppError E_PARENT_MISSING for an unknown name
 */
export function parentOf(db: ReadDb, name: string | undefined, texts: TrainingTexts): StoredModel | null {
  const models = listModels(db);
  if (name === undefined || name === '')
    return models.findLast((model) => !isOfOtherTexts(model, texts)) ?? models[models.length - 1] ?? null;
  const found = models.find((model) => model.name === name);
  if (found === undefined) throw new AppError('E_PARENT_MISSING', { model: name });
  return found;
}

/** Settings with everything decided, over the models that the project has. @throws AppError E_SETTING_INVALID, E_PARENT_MISSING */
export const decided = (
  db: ReadDb,
  chosen: Partial<SequenceSettings>,
  texts: TrainingTexts,
): SequenceSettings =>
  // Who has the inputs learned does not care whether a parent is there.
  completeSequenceSettings(
    chosen,
    chosen.embeddings === 'learned' ? null : asParent(parentOf(db, chosen.parent, texts)),
  );

const asParent = (model: StoredModel | null) =>
  model === null
    ? null
    : { name: model.name, dimensions: model.dimensions, layer: model.settings?.layer ?? 'form' };

export function sequencePreset(
  session: Session,
  { cell, parent: name, texts: ref }: Checked<'sequence.preset'>,
): Output<'sequence.preset'> {
  const texts = trainingTexts(session, ref);
  const parent = parentOf(session.project.db, name, texts);
  const { documents, tokens } = texts;
  const { warnings, ...preset } = sequencePresetFor(tokens, cell, asParent(parent));
  const isOther = parent !== null && isOfOtherTexts(parent, texts);
  return {
    documents,
    tokens,
    ...preset,
    warnings: isOther ? [...warnings, 'vectors-of-other-texts'] : warnings,
  };
}

export interface SplitCorpus {
  readonly stretches: readonly Stretch[];
  readonly encoded: EncodedCorpus;
}

/** The texts that are trained on, split and encoded. @throws AppError E_HELD_OUT_EMPTY, E_VOCABULARY_EMPTY */
export function splitCorpus(session: Session, settings: SequenceSettings, texts: TrainingTexts): SplitCorpus {
  const tokens = trainedTokens(session, texts, settings.layer);
  const { forms } = tokens.types();
  const read = () => tokens.texts();
  const stretches = splitTexts(read(), settings);
  requireRecordable(stretches);
  return { stretches, encoded: encodeCorpus(read, forms, stretches, settings) };
}

interface Sizes {
  readonly words: number;
  readonly keptShare: number;
  readonly trainTokens: number;
  readonly heldOutTokens: number;
}

/** Of the last estimate: most settings that a person changes do not change them. Their key says of which texts they are. */
const lastSizes = kept<Sizes>({ outlives: true });

function sizesOf(session: Session, settings: SequenceSettings, texts: TrainingTexts): Sizes {
  const { heldOut, seed, minCount, maxVocabulary, layer } = settings;
  const key = JSON.stringify([texts.digest, heldOut, seed, minCount, maxVocabulary, layer]);
  return session.remember(lastSizes, key, () => {
    const { words, keptShare, trainTokens, heldOutTokens } = splitCorpus(session, settings, texts).encoded;
    return { words: words.length, keptShare, trainTokens, heldOutTokens };
  });
}

export function estimateSequence(
  session: Session,
  { settings: chosen, texts: ref }: Checked<'sequence.estimate'>,
): Output<'sequence.estimate'> {
  const texts = trainingTexts(session, ref);
  const settings = decided(session.project.db, chosen, texts);
  const sizes = sizesOf(session, settings, texts);
  const { words, keptShare, trainTokens, heldOutTokens } = sizes;
  const { parameters, bytes, operations } = sequenceCost(shapeOf(settings, words), settings, sizes);
  return {
    vocabulary: words,
    keptShare,
    trainTokens,
    heldOutTokens,
    parameters,
    bytes,
    seconds: secondsFor(session.project.db, operations, settings),
  };
}

/** From the newest recurrent model that was trained here, of the same cell and output where there is one: how long its operations took. */
function secondsFor(db: ReadDb, operations: number, settings: SequenceSettings): number | null {
  const models = listSequenceModels(db).toReversed();
  const alike = models.find((model) => {
    const past = model.settings;
    return past.cell === settings.cell && past.output === settings.output;
  });
  const model = alike ?? models[0];
  if (model === undefined) return null;
  const past = model.settings;
  const history = model.history;
  // One that was stopped early went through fewer epochs.
  const epochs = Math.max(1, history.heldOutPerplexity.length);
  const cost = sequenceCost(shapeOf(past, model.words), { ...past, epochs }, history);
  return (operations * history.seconds) / Math.max(1, cost.operations);
}
