import type { TrainingSettings } from '../contract/settings/training.ts';
import type { Opened } from '../opened/opened.ts';
import { stoppedForms } from '../opened/stop-words.ts';
import { buildVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';

/** The words of a model, without those that its stop list means in this corpus. @throws AppError E_VOCABULARY_EMPTY */
export const vocabularyOf = (
  opened: Opened,
  types: { readonly forms: readonly string[]; readonly counts: Uint32Array },
  settings: TrainingSettings,
): Vocabulary =>
  buildVocabulary(types, { ...settings, stopWords: stoppedForms(opened, settings.stopWords, types) });
