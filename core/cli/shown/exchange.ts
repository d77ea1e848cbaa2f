import { basename } from 'node:path';
import type { ShownCalls } from '../shown.ts';
import { UsageError } from '../usage-error.ts';

export const exchangeShown: ShownCalls<'exchange'> = {
  'exchange.export': {
    check: ({ what, words = [] }) => {
      if (what === 'neighbours' && words.length === 0)
        throw new UsageError('--what neighbours takes the words after P');
    },
    human: (answer, { target }) =>
      `${answer.rows} rows written to ${'path' in target ? target.path : basename(answer.files[0] ?? '')} (${answer.files.join(', ')})`,
  },
};
