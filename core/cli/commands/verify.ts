import { resolve } from 'node:path';
import { messageFor } from '../../contract/messages/message.ts';
import type { Command } from '../command.ts';
import { readText } from '../readings.ts';

/** Two calls: a report, or a rescue. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'P [--rescue OUT]',
  summary: 'Check a project file; --rescue writes what can be read to a new one',
  words: [1, 1],
  options: [
    {
      name: 'rescue',
      path: [],
      placeholder: 'OUT',
      says: 'write what can be read of a damaged project to a new file',
      read: readText,
    },
  ],
  async run(context, { words: [place = ''], options }) {
    const file = { path: resolve(place) };
    const rescue = options.get('rescue');
    if (rescue !== undefined) {
      const answer = await context.call('project.rescue', { file, target: { path: resolve(rescue) } });
      const human = [
        `${answer.documents} documents and ${answer.models} models rescued`,
        ...answer.lost,
      ].join('\n');
      return { json: answer, human };
    }
    const answer = await context.call('project.verify', { file });
    const verdict = answer.ok
      ? 'The project is whole.'
      : messageFor({ code: answer.code ?? 'E_DAMAGED', details: { file: place } }, 'en');
    return { json: answer, human: [verdict, ...answer.problems].join('\n') };
  },
};
