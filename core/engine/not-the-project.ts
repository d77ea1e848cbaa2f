import { basename } from 'node:path';
import type { Method } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import { resolveTarget } from '../project/target-path.ts';
import type { Session } from './session.ts';

/**
 * Whatever a call writes never takes the place of the file that the open project is saved in: only saving does.
 * @throws AppError E_FILE_THERE { file, reason: 'project' }
 */
export function requireNotTheProject(session: Session, method: Method, input: unknown): void {
  const path = targetIn(input);
  if (path === null || method.startsWith('project.') || session.fileName() === null) return;
  if (oneName(path) === session.project.path)
    throw new AppError('E_FILE_THERE', { file: basename(path), reason: 'project' });
}

/** Another `target` is what texts are described: only a file has a path. */
function targetIn(input: unknown): string | null {
  const { target } = input as { readonly target?: unknown };
  if (typeof target !== 'object' || target === null || !('path' in target)) return null;
  return typeof target.path === 'string' ? target.path : null;
}

function oneName(path: string): string | null {
  try {
    return resolveTarget(path);
  } catch {
    // Its folder is not there: whoever writes says so.
    return null;
  }
}
