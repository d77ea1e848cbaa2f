import { basename } from 'node:path';
import type { Environment } from '../environment.ts';
import { sweepPassing } from './leftovers.ts';
import {
  createWorkFolder,
  removeWorkFolder,
  temporaryFolderOf,
  whileNobodyOpens,
  workingCopyOf,
} from './work-folders.ts';

/** Runs `work` in a private folder of its own that is gone afterwards; it keeps nobody away from the target. */
export function inPassingFolder<T>(
  environment: Pick<Environment, 'dataFolder' | 'now'>,
  target: string,
  work: (places: { readonly copyPath: string; readonly temporaryFolder: string }) => T,
): T {
  const own = whileNobodyOpens(environment, basename(target), () => {
    sweepPassing(environment);
    return createWorkFolder(environment, {
      target,
      reserved: null,
      pending: null,
      readOnly: true,
      seal: null,
      publishedRevision: 0,
      ready: false,
      startedAt: environment.now(),
    });
  });
  try {
    return work({ copyPath: workingCopyOf(own.folder), temporaryFolder: temporaryFolderOf(own.folder) });
  } finally {
    removeWorkFolder(own);
  }
}
