import { basename } from 'node:path';
import type { ExportResult } from '../../contract/exchange.ts';
import type { FileRef } from '../../contract/project.ts';
import type { ShownCalls } from '../shown.ts';
import { simpleQuery } from '../simple-option.ts';
import { UsageError } from '../usage-error.ts';

export const exchangeShown: ShownCalls<'exchange'> = {
  'exchange.export': {
    check: ({ what, words = [] }) => {
      if (what === 'neighbours' && words.length === 0)
        throw new UsageError('--what neighbours takes the words after P');
    },
    human: writtenTo,
  },
  'exchange.lines': { ...simpleQuery, human: writtenTo },
};

function writtenTo(answer: ExportResult, { target }: { readonly target: FileRef }): string {
  const place = 'path' in target ? target.path : basename(answer.files[0] ?? '');
  return `${answer.rows} rows written to ${place} (${answer.files.join(', ')})`;
}
