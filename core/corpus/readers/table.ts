import { tableContents } from './columns.ts';
import type { Contents } from './extracted.ts';
import { jsonTable } from './json-table.ts';
import type { MarkupReader } from './reader.ts';
import { separatedTable } from './separated-table.ts';
import { formatOf } from './signatures.ts';

/** Tables as text, and records of JSON: a text for each row. */
export const table: MarkupReader = {
  id: 'table',
  accepts: (file, head) =>
    /\.(?:csv|tsv|tab|jsonl|ndjson|json)$/i.test(file) && formatOf(file, head) === undefined,
  read(source, { take = [], header }, file): Contents {
    // A name may lie.
    const isData = /\.(?:jsonl|ndjson|json)$/i.test(file) || /^\ufeff?\s*(?:\{|\[\s*[[{"])/.test(source);
    if (isData) return tableContents(jsonTable(source), take, true);
    const { isNamed, ...found } = separatedTable(source, header === undefined ? undefined : header === 'yes');
    const contents = tableContents(found, take);
    return { ...contents, outline: () => ({ ...contents.outline!(), header: isNamed }) };
  },
};
