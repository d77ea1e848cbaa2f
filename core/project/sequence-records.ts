import * as v from 'valibot';
import type { Baselines } from '../contract/sequence.ts';
import { storedSettings } from '../contract/settings/schema.ts';
import { numberFault, sequenceTable, type SequenceSettings } from '../contract/settings/sequence.ts';
import { measured } from './stored-json.ts';

// What is stored with recurrent models, as JSON.

export const sequenceSettings: v.GenericSchema<unknown, SequenceSettings> = v.pipe(
  storedSettings(sequenceTable),
  v.check((settings) => numberFault(settings) === null),
);

/** How a recurrent model came about. */
export interface SequenceHistory {
  /** Mean loss of a token in each epoch, in nats. */
  readonly loss: readonly number[];
  readonly heldOutPerplexity: readonly number[];
  readonly baselines: Baselines;
  readonly gradientNorms: readonly number[];
  readonly trainTokens: number;
  readonly heldOutTokens: number;
  readonly parameters: number;
  readonly seconds: number;
  /** Tokens of the training part × epochs ÷ seconds, measuring included. */
  readonly tokensPerSecond: number;
  /** Missing where it was trained on the whole corpus; what is no sub-corpus is taken for nothing. */
  readonly subCorpus?: unknown;
}

const list = v.exactOptional(v.array(measured), []);
const number = v.exactOptional(v.number(), 0);
const perplexity = v.exactOptional(measured, null);

export const sequenceHistory: v.GenericSchema<unknown, SequenceHistory> = v.object({
  loss: list,
  heldOutPerplexity: list,
  baselines: v.exactOptional(v.object({ unigram: perplexity, bigram: perplexity, trigram: perplexity }), {}),
  gradientNorms: list,
  trainTokens: number,
  heldOutTokens: number,
  parameters: number,
  seconds: number,
  tokensPerSecond: number,
  subCorpus: v.exactOptional(v.unknown()),
});

/** Digest of a document, and the tokens of it: from, to before. */
export type RecordedStretch = readonly [digest: string, from: number, to: number];

/**
 * Which texts a recurrent model was trained on, as it is stored with it: by the digests of the documents, so that a renamed or newly
 * numbered text is still known, and no name outlives a deleted one.
 */
export interface SplitRecord {
  readonly training: readonly RecordedStretch[];
  readonly heldOut: readonly RecordedStretch[];
}

const stretches = v.exactOptional(v.array(v.tuple([v.string(), v.number(), v.number()])), []);

export const splitRecord: v.GenericSchema<unknown, SplitRecord> = v.object({
  training: stretches,
  heldOut: stretches,
});
