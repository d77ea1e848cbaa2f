import type { RecoverableProject } from '../../contract/project.ts';

/** What a file does not have and this computer does. */
export const unsavedLines = (work: readonly RecoverableProject[]): readonly string[] =>
  work
    .filter(({ changes, damaged }) => changes > 0 || damaged)
    .map(
      ({ id, startedAt, changes, damaged }) =>
        `Unsaved work of ${new Date(startedAt).toISOString()} is not in the file: ${damaged ? 'it cannot be read' : `${changes} changes`}. “firth recover ${id}” saves it, “firth give-up ${id}” gives it up.`,
    );
