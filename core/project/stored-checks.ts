import { AppError } from '../contract/errors.ts';
import type { ReadDb } from './connection.ts';
import { checkSteps } from './learning-steps.ts';
import { listModels } from './models.ts';
import { projectSettingNames, readCuts, readProjectSetting } from './project-settings.ts';
import { listSavedQueries } from './saved-queries.ts';
import { listStudies } from './studies.ts';
import { listWordLists } from './word-lists.ts';
import { listSequenceModels, readSequenceTexts } from './sequence-models.ts';

/** The first thing that is stored in another form than Firth’s, or null. */
export function misfit(db: ReadDb, there: ReadonlySet<string>): string | null {
  try {
    listModels(db);
    if (there.has('sequence_models')) for (const { id } of listSequenceModels(db)) readSequenceTexts(db, id);
    if (there.has('studies')) listStudies(db);
    if (there.has('word_lists')) {
      listWordLists(db);
      listSavedQueries(db);
    }
    if (there.has('learning_steps')) checkSteps(db);
    for (const name of projectSettingNames) readProjectSetting(db, name);
    readCuts(db);
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'E_DAMAGED') return String(thrown.details['reason']);
    throw thrown;
  }
}
