import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { unsavedLines } from '../shown/unsaved-work.ts';
import { infoOf } from '../shown/project.ts';

/** Two calls: what there is, and a digest of it, for which all is read. */
export const infoCommand: Command = {
  name: 'info',
  usage: 'P',
  summary: 'What a project holds',
  words: [1, 1],
  options: [],
  async run(context, { words: [place = ''] }) {
    const info = await context.call('project.open', { file: { path: resolve(place) }, readOnly: true });
    for (const line of unsavedLines(info.unsavedWork)) context.note(line);
    const { digest } = await context.call('project.digest', {});
    return { json: { ...info, digest }, human: `${infoOf(info)}\ndigest ${digest}` };
  },
};
