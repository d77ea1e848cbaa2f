import type { Output } from '../../contract/contract.ts';
import { inColumns } from '../columns.ts';
import { tableOfRows } from '../plain-table.ts';
import type { ShownCalls } from '../shown.ts';
import { simpleQuery } from '../simple-option.ts';

export const queryShown: ShownCalls<'query'> = {
  'query.lines': {
    ...simpleQuery,
    human: (answer, { fields = [] }) => (answer.total === 0 ? noLine(answer) : concordance(answer, fields)),
  },
  'query.distribution': simpleQuery,
};

type Lines = Output<'query.lines'>;

function concordance(
  { lines, total, shown, hidden, perMillion, documents }: Lines,
  fields: readonly string[],
) {
  const table = inColumns(
    [
      { title: 'document' },
      ...fields.map((title) => ({ title })),
      { title: 'left', align: 'right' },
      { title: 'node' },
      { title: 'right' },
    ],
    lines.map((line) => [
      line.document,
      ...fields.map((field) => String(line.fields?.[field] ?? '')),
      ...[line.left, line.node, line.right],
    ]),
  );
  const some = shown === total ? '' : `, ${shown} of them shown, ${hidden} hidden`;
  return `${table}\n${lines.length} of ${total} lines${some}, ${perMillion.toFixed(2)} per million, in ${documents} texts`;
}

/** What may have been meant is said where nothing is found. */
const noLine = ({ parts, spellings }: Lines): string =>
  [
    'No line matches.',
    ...(parts.length === 0 ? [] : ['What each part finds alone:', tableOfRows(parts)]),
    ...(spellings.length === 0 ? [] : [`Words of the corpus: ${spellings.join(', ')}`]),
  ].join('\n');
