import { inColumns } from '../columns.ts';
import { tableOfRows } from '../plain-table.ts';
import type { ShownCalls } from '../shown.ts';
import { simpleQuery } from '../simple-option.ts';

export const linesShown: ShownCalls<'lines'> = {
  'lines.concordance': {
    human: ({ total, lines }) => {
      const table = inColumns(
        [{ title: 'document' }, { title: 'left', align: 'right' }, { title: 'node' }, { title: 'right' }],
        lines.map((line) => [line.document, line.left, line.node, line.right]),
      );
      return `${table}\n${lines.length} of ${total} lines`;
    },
  },
  'lines.context': {
    human: ({ document, left, node, right }) => `${document}\n\n${left}[${node}]${right}`,
  },
  'lines.network': {
    human: ({ words, total, rows }) => {
      const table = inColumns(
        [
          { title: 'collocate' },
          { title: 'words', align: 'right' },
          ...words.map(({ word }) => ({ title: word, align: 'right' }) as const),
        ],
        rows.map(({ collocate, links }) => [
          collocate,
          String(links.length),
          ...words.map(({ word }) => links.find((link) => link.word === word)?.value.toFixed(2) ?? ''),
        ]),
      );
      return `${table}\n${rows.length} of ${total} collocates`;
    },
  },
  'lines.collocates': {
    ...simpleQuery,
    human: ({ total, occurrences, rows }) =>
      `${tableOfRows(rows.map((row) => ({ ...row })))}\n${rows.length} of ${total} collocates, ${occurrences} occurrences of the node`,
  },
};
