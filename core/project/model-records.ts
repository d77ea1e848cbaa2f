import * as v from 'valibot';
import { storedSettings } from '../contract/settings/schema.ts';
import { numberFault, trainingTable, type TrainingSettings } from '../contract/settings/training.ts';
import type { ModelHealth } from '../contract/training.ts';
import { measured } from './stored-json.ts';

// What is stored with word vectors, as JSON.

/** Null for imported vectors. */
export const modelSettings: v.GenericSchema<unknown, TrainingSettings | null> = v.nullable(
  v.pipe(
    // To the validator a list is an object as well.
    v.unknown(),
    v.check((one) => !Array.isArray(one)),
    storedSettings(trainingTable),
    v.check((settings) => numberFault(settings) === null),
  ),
);

/** How a model came about. */
export interface ModelHistory {
  /** Mean loss per example of each epoch, in nats. */
  readonly loss: readonly number[];
  readonly seconds?: number;
  /** Raw tokens × epochs ÷ training seconds. */
  readonly wordsPerSecond?: number;
  readonly workers?: number;
  /** Tokens of the texts, before the minimum count. */
  readonly totalTokens?: number;
  /** Missing where it was trained on the whole corpus; what is no sub-corpus is taken for nothing. */
  readonly subCorpus?: unknown;
  /** Rows whose vectors were kept on the way; the first so many were chosen by a person. */
  readonly watched?: {
    readonly rows: readonly number[];
    readonly chosen: number;
    /** Epochs that were done at the end, and the loss since the last step. */
    readonly end: { readonly epoch: number; readonly loss: number | null };
  };
}

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Null for imported vectors. */
export const modelHistory: v.GenericSchema<unknown, ModelHistory | null> = v.nullable(
  v.object({
    loss: v.exactOptional(v.array(measured), []),
    seconds: v.exactOptional(v.number()),
    wordsPerSecond: v.exactOptional(v.number()),
    workers: v.exactOptional(v.number()),
    totalTokens: v.exactOptional(v.number()),
    subCorpus: v.exactOptional(v.unknown()),
    watched: v.exactOptional(
      v.object({
        rows: v.pipe(v.array(wholeNumber), v.maxLength(1000)),
        chosen: wholeNumber,
        end: v.object({ epoch: v.number(), loss: v.nullable(v.number()) }),
      }),
    ),
  }),
);

/** Advice, and no part of the model: what cannot be read is taken for nothing. */
export const modelHealthRecord: v.GenericSchema<unknown, ModelHealth | null> = v.fallback(
  v.nullable(
    v.object({
      randomPairCosine: measured,
      effectiveTokens: v.number(),
      rareShare: measured,
      hubs: v.array(v.object({ word: v.string(), inNeighbourLists: v.number() })),
      advice: v.picklist(['collapsed', 'more-epochs', 'small-corpus', 'many-rare-words', 'healthy']),
    }),
  ),
  null,
);
