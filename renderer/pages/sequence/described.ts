import type { SequenceSettings } from '../../../core/contract/settings/sequence.ts';
import type { Words as CommonWords } from '../../training/Words.en.ts';
import type { Words } from './Words.en.ts';

/** The settings that made a recurrent model, in one line. */
export function describedSequence(
  settings: SequenceSettings,
  t: Words,
  common: CommonWords,
  number: (n: number) => string,
): string {
  const named = (name: string, value: number) => `${name} ${number(value)}`;
  return [
    ...(settings.layer === 'form' ? [] : [`${common.layer} ${settings.layer}`]),
    named(t.layers, settings.layers),
    named(t.dimensions, settings.dimensions),
    t.outputs[settings.output],
    ...(settings.output === 'sampled-softmax' ? [named(t.samples, settings.samples)] : []),
    named(common.minCount, settings.minCount),
    ...(settings.maxVocabulary > 0 ? [named(common.maxVocabulary, settings.maxVocabulary)] : []),
    named(common.epochs, settings.epochs),
    named(t.batch, settings.batch),
    named(t.steps, settings.steps),
    `${t.memory} ${t.memories[settings.memory]}`,
    t.optimisers[settings.optimiser],
    named(common.rate, settings.rate),
    ...(settings.optimiser === 'sgd' ? [named(t.momentum, settings.momentum)] : []),
    named(t.clip, settings.clip),
    named(t.dropout, settings.dropout),
    named(t.heldOut, settings.heldOut),
    named(common.seed, settings.seed),
    common.modes[settings.mode],
  ].join(' · ');
}
