import { resolve } from 'node:path';
import type { CommandContext } from './command-context.ts';
import type { Option } from './option.ts';
import { unsavedLines } from './shown/unsaved-work.ts';

/** Of every command that changes a project. */
export const recoverOption: Option = {
  name: 'recover',
  path: [],
  placeholder: null,
  says: 'takes up unsaved work on the project first; without it, such work refuses the command',
  read: () => true,
};

/** Opens the project of a command, and names unsaved work on it: it is never worked on unknowing. */
export async function openProjectFile(
  context: CommandContext,
  path: string,
  how: { readonly create?: true; readonly readOnly?: true; readonly recover?: boolean },
): Promise<void> {
  const { recover = false, ...rest } = how;
  const { unsavedWork } = await context.call('project.open', {
    file: { path: resolve(path) },
    leftover: recover ? 'recover' : 'refuse',
    ...rest,
  });
  for (const line of unsavedLines(unsavedWork)) context.note(line);
}

/** What could not be saved is not lost, and nobody is to do it again unknowing. */
export async function saveProjectFile(context: CommandContext): Promise<void> {
  try {
    await context.call('project.save', {});
  } catch (thrown) {
    context.note(
      'It was done and is kept on this computer, but it is not in the file. “--recover” with the next command goes on with it, “firth discard P” gives it up.',
    );
    throw thrown;
  }
}
