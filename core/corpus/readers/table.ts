import { tableContents } from './columns.ts';
import type { Contents } from './extracted.ts';
import { jsonTable } from './json-table.ts';
import type { MarkupReader } from './reader.ts';
import { separatedTable } from './separated-table.ts';
import { formatOf } from './signatures.ts';

/** An object whose first key has its colon, or an array of such, whatever the file is called: its keys would be words. */
const isJson = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:\[\s*)?\{\s*"[^"\\\r\n]{1,200}"\s*:\s*(?:["[{\d-]|true|false|null)/.test(
    Buffer.from(head.subarray(0, 2048)).toString('latin1').replaceAll('\0', ''),
  );

/** Tables as text, and records of JSON: a text for each row. */
export const table: MarkupReader = {
  id: 'table',
  accepts: (file, head) =>
    (/\.(?:csv|tsv|tab|jsonl|ndjson|json)$/i.test(file) || isJson(head)) &&
    formatOf(file, head) === undefined,
  read(source, { take = [], header }, file): Contents {
    // A name may lie.
    const isData =
      /\.(?:jsonl|ndjson|json)$/i.test(file) ||
      /^\ufeff?\s*(?:\{|\[\s*[[{"])/.test(source) ||
      !/\.(?:csv|tsv|tab)$/i.test(file);
    if (isData) return tableContents(jsonTable(source), take, true);
    const { isNamed, ...found } = separatedTable(source, header === undefined ? undefined : header === 'yes');
    const contents = tableContents(found, take);
    return { ...contents, outline: () => ({ ...contents.outline!(), header: isNamed }) };
  },
};
