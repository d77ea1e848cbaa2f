import type { Command } from '../command.ts';
import { openProjectFile, recoverOption } from '../project-file.ts';
import { UsageError } from '../usage-error.ts';

/** Any number of calls of one project, in one process. */
export const serveCommand: Command = {
  name: 'serve',
  usage: 'P [--change]',
  summary: 'Answer calls: one JSON document a line on stdin, one a line on stdout, until the input ends',
  words: [1, 1],
  options: [
    {
      name: 'change',
      path: [],
      placeholder: null,
      says: 'open it to change it; `project.save` puts the changes into the file. Without it, it is only read',
      read: () => true,
    },
    recoverOption,
  ],
  async run(context, { words: [place = ''], options }) {
    if (context.serve === undefined) throw new UsageError('nothing can be read');
    const recover = options.has('recover');
    if (recover && !options.has('change')) throw new UsageError('--recover needs --change');
    await openProjectFile(context, place, options.has('change') ? { recover } : { readOnly: true });
    await context.serve();
    if (!options.has('change')) return null;
    // Whoever was stopped is told too.
    const info = await context.call('project.info', {}).catch(() => null);
    if (info?.unsaved !== false)
      context.note(
        'Changes that were not saved are kept on this computer: “--recover” goes on with them, “firth discard P” gives them up.',
      );
    return null;
  },
};
