import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { dictionaryLines } from '../shown/corpus.ts';

export const showDictionaryCommand: Command = {
  name: 'dictionary show',
  usage: 'P',
  summary: 'The project’s dictionary, as it may be read again',
  words: [1, 1],
  options: [],
  async run(context, { words: [path = ''] }) {
    await context.call('project.open', { file: { path: resolve(path) }, readOnly: true });
    const { dictionary } = await context.call('corpus.cutting', {});
    return { json: dictionary, human: dictionaryLines(dictionary) };
  },
};
