import type { Environment } from '../environment.ts';
import type { Project } from '../project/project.ts';
import { readTypes, type TypeTable } from '../project/types.ts';
import { kept, type Memo } from './memo.ts';

/** A project that is open, and what is remembered of it. */
export interface Opened extends Memo {
  readonly environment: Environment;
  /** @throws AppError E_REQUEST_INVALID when none is open */
  readonly project: Project;
}

const typeTable = kept<TypeTable>();

/** Every type of the corpus. */
export const typesOf = (opened: Opened): TypeTable =>
  opened.remember(typeTable, 'all', () => readTypes(opened.project.db));
