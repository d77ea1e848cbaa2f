import { basename, relative } from 'node:path';
import { AppError, type ErrorDetails } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { faultOf } from '../faults.ts';
import { noteFault } from '../log-file.ts';
import { asAppError } from '../project/sqlite-errors.ts';
import { isSystemError } from '../system-errors.ts';

/** What is known where an error leaves Firth’s code. */
export interface Leaving {
  readonly environment: Pick<Environment, 'dataFolder' | 'log'>;
  /** Name of the call. */
  readonly method: string;
  /** Name of the open project’s file, or null. */
  readonly project: string | null;
}

/**
 * What is told of an error: what the disk, the system or SQLite refused under the code of its cause. What is left is a fault of Firth’s
 * own: it gets a number, under which the log has where it happened, and its message stays here, since it may quote a text.
 */
export function asTold(thrown: unknown, leaving: Leaving): AppError {
  const named = asAppError(thrown, fileOf(thrown, leaving));
  if (!(named instanceof AppError)) return fault(thrown, {}, leaving);
  if (named.code === 'E_DAMAGED') return ofProject(named, leaving);
  if (named.code !== 'E_INTERNAL') return inOwnFolder(thrown, named, leaving);
  // One that came from another thread was noted there.
  return 'trace' in named.details ? named : fault(thrown, named.details, leaving);
}

const fault = (thrown: unknown, details: ErrorDetails, { environment, method }: Leaving) =>
  new AppError(
    'E_INTERNAL',
    { ...details, ...noteFault(environment, method, faultOf(thrown)) },
    { cause: thrown },
  );

/** Whoever reads a row of a project does not know its file. */
const ofProject = (damage: AppError, { project }: Leaving) =>
  project === null || 'file' in damage.details
    ? damage
    : new AppError('E_DAMAGED', { file: project, ...damage.details }, { cause: damage });

const isInside = (folder: string, path: string) => !/^\.\.|^[A-Za-z]:/u.test(relative(folder, path));

/** The file that the system named; for one in Firth’s own folder the project that it belongs to. */
function fileOf(thrown: unknown, { environment, project }: Leaving): string {
  if (isSystemError(thrown) && thrown.path !== undefined && !isInside(environment.dataFolder, thrown.path))
    return basename(thrown.path);
  return project ?? '';
}

/** Nobody is to look for a file that Firth itself put away. */
function inOwnFolder(thrown: unknown, named: AppError, { environment }: Leaving): AppError {
  if (named.code !== 'E_FILE_MISSING' || !isSystemError(thrown) || thrown.path === undefined) return named;
  if (!isInside(environment.dataFolder, thrown.path)) return named;
  return new AppError('E_IO', named.details, { cause: thrown });
}
