import { AppError } from '../contract/errors.ts';
import {
  defaultSequenceSettings,
  numberFault,
  usualRate,
  type SequenceSettings,
} from '../contract/settings/sequence.ts';

/** The word2vec model whose vectors are to be the inputs. */
export interface Parent {
  readonly name: string;
  readonly dimensions: number;
  /** What has the vectors; forms without it. */
  readonly layer?: string;
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
  const rate = usualRate({ ...defaultSequenceSettings, ...chosen });
  const named = (chosen.parent ?? '') !== '';
  const embeddings = chosen.embeddings ?? (parent !== null || named ? 'frozen' : 'learned');
  const settings: SequenceSettings = { ...defaultSequenceSettings, rate, ...chosen, embeddings };
  const fault = numberFault(settings);
  if (fault !== null) throw new AppError('E_SETTING_INVALID', { ...fault });
  if (embeddings === 'learned') return { ...settings, parent: '' };
  if (parent === null) throw new AppError('E_PARENT_MISSING', { model: chosen.parent ?? '' });
  // Words of another layer would find no vectors.
  const { name, dimensions, layer = defaultSequenceSettings.layer } = parent;
  if (chosen.layer !== undefined && chosen.layer !== layer)
    throw new AppError('E_SETTING_INVALID', { setting: 'layer', value: chosen.layer, allowed: layer });
  return { ...settings, parent: name, dimensions, layer };
}
