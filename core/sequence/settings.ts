import { AppError } from '../contract/errors.ts';
import {
  defaultSequenceSettings,
  numberFault,
  type Cell,
  type SequenceSettings,
} from '../contract/settings/sequence.ts';

/** Adam’s steps: the gates of LSTM let it take longer ones than the simple cell can. */
const rates: Readonly<Record<Cell, number>> = { rnn: 0.003, lstm: 0.008 };
/** Stochastic gradient descent takes longer steps than Adam. */
const sgdRate = 0.5;

/** The word2vec model whose vectors are to be the inputs. */
export interface Parent {
  readonly name: string;
  readonly dimensions: number;
}

/**
 * Settings with everything decided. Inputs are the parent’s vectors, frozen, where there is a parent and nothing else is chosen.
 * @param parent the model that is named as the parent or, when none is named, the newest; null when there is none
 * @throws AppError E_SETTING_INVALID with the name, the value and what is allowed; E_PARENT_MISSING
 */
export function completeSequenceSettings(
  chosen: Partial<SequenceSettings>,
  parent: Parent | null,
): SequenceSettings {
  const rate = chosen.optimiser === 'sgd' ? sgdRate : rates[chosen.cell ?? defaultSequenceSettings.cell];
  const named = (chosen.parent ?? '') !== '';
  const embeddings = chosen.embeddings ?? (parent !== null || named ? 'frozen' : 'learned');
  const settings: SequenceSettings = { ...defaultSequenceSettings, rate, ...chosen, embeddings };
  const fault = numberFault(settings);
  if (fault !== null) throw new AppError('E_SETTING_INVALID', { ...fault });
  if (embeddings === 'learned') return { ...settings, parent: '' };
  if (parent === null) throw new AppError('E_PARENT_MISSING', { model: chosen.parent ?? '' });
  return { ...settings, parent: parent.name, dimensions: parent.dimensions };
}
