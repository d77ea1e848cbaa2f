import type { VerifyReport } from '../contract/project.ts';
import type { Environment } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { openForReading } from './connection.ts';
import { corpusSummary } from './documents.ts';
import { checkSchema } from './database-checks.ts';
import { readSchemaVersion, tablesOf } from './migrations.ts';
import { nameAltered } from './name-altered.ts';
import { checkCopy, copyProjectFile } from './open-copy.ts';
import { inPassingFolder } from './passing-folder.ts';
import { resolveTarget } from './target-path.ts';
import { basename } from 'node:path';

function countContents(copyPath: string): Pick<VerifyReport, 'documents' | 'tokens' | 'models'> {
  const db = openForReading(copyPath);
  try {
    const { documents, tokens } = corpusSummary(db);
    const vectors = db.prepare<[], number>('SELECT count(*) FROM models').pluck();
    const recurrent = () => db.prepare<[], number>('SELECT count(*) FROM sequence_models').pluck();
    // An older project has no table for recurrent models.
    const models =
      (vectors.get() ?? 0) + (tablesOf(db).has('sequence_models') ? (recurrent().get() ?? 0) : 0);
    return { documents, tokens, models };
  } finally {
    db.close();
  }
}

const problemsOf = ({ details }: AppError): readonly string[] => {
  const { problems, reason, object } = details;
  if (Array.isArray(problems)) return problems as readonly string[];
  return [reason, object].filter((detail) => typeof detail === 'string');
};

/** What is not as it was saved, as far as the copy can be read. */
function namesOfAltered(copyPath: string, file: string): readonly string[] {
  try {
    const db = openForReading(copyPath);
    try {
      // A view in the place of a table would never end.
      checkSchema(db, readSchemaVersion(db), file);
      return nameAltered(db);
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}

/**
 * Checks a project file as opening it would, without opening it: on a private copy, also while somebody works on it.
 * Numbers are 0 where the file cannot be read so far; `rescueProject` tells what can be had from a damaged one.
 * @throws AppError E_FILE_MISSING, E_NO_SPACE, E_IO; what is wrong with the file itself is in the report
 */
export function verifyProject(environment: Environment, path: string): VerifyReport {
  const target = resolveTarget(path);
  return inPassingFolder(environment, target, ({ copyPath }) => {
    let counted = { documents: 0, tokens: 0, models: 0 };
    try {
      const copy = copyProjectFile(target, copyPath);
      checkCopy(copyPath, copy, basename(target));
      counted = countContents(copyPath);
      return { ok: true, code: null, problems: [], ...counted };
    } catch (thrown) {
      const code = thrown instanceof AppError ? thrown.code : null;
      const ofTheFile = [
        'E_DAMAGED',
        'E_UNSAFE',
        'E_NOT_A_PROJECT',
        'E_NEWER_VERSION',
        'E_NOT_SAVED_CLEANLY',
      ];
      if (code === null || !ofTheFile.includes(code)) throw thrown;
      const altered = code === 'E_DAMAGED' ? namesOfAltered(copyPath, basename(target)) : [];
      return { ok: false, code, problems: [...problemsOf(thrown as AppError), ...altered], ...counted };
    }
  });
}
