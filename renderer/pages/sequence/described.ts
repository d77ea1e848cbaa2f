import type { SequenceSettings } from '../../../core/contract/sequence.ts';
import type { Dictionary } from '../../i18n/en.ts';

/** The settings that made a recurrent model, in one line. */
export function describedSequence(
  settings: SequenceSettings,
  { sequence: t, train }: Dictionary,
  number: (n: number) => string,
): string {
  const named = (name: string, value: number) => `${name} ${number(value)}`;
  return [
    named(t.layers, settings.layers),
    named(t.dimensions, settings.dimensions),
    t.outputs[settings.output],
    ...(settings.output === 'sampled-softmax' ? [named(t.samples, settings.samples)] : []),
    named(train.minCount, settings.minCount),
    ...(settings.maxVocabulary > 0 ? [named(train.maxVocabulary, settings.maxVocabulary)] : []),
    named(train.epochs, settings.epochs),
    named(t.batch, settings.batch),
    named(t.steps, settings.steps),
    `${t.memory} ${t.memories[settings.memory]}`,
    t.optimisers[settings.optimiser],
    named(train.rate, settings.rate),
    ...(settings.optimiser === 'sgd' ? [named(t.momentum, settings.momentum)] : []),
    named(t.clip, settings.clip),
    named(t.dropout, settings.dropout),
    named(t.heldOut, settings.heldOut),
    named(train.seed, settings.seed),
    train.modes[settings.mode],
  ].join(' · ');
}
