import type { MarkupReader } from '../reader.ts';
import { columnsOf } from './columns.ts';
import { conll, isNumbered } from './conll.ts';
import { isTagged, taggedWords } from './tagged-words.ts';
import { tagsOf } from './structure-tags.ts';
import { vertical } from './vertical.ts';

/**
 * Texts that say something of each word: CoNLL of any columns, vertical text of Sketch Engine and the Corpus Workbench, a word a line as
 * taggers write it, whatever the file is called; and running text with a part of speech behind each word.
 */
export const annotated: MarkupReader = {
  id: 'annotated',
  accepts(file, head) {
    const text = Buffer.from(head).toString('utf8').replaceAll('\0', '');
    if (/\.(?:tsv|tab|csv)$/i.test(file)) return isOfSentences(text);
    return (
      isConll(file, text) ||
      isVertical(file) ||
      looksVertical(text) ||
      columnsOf(text) !== undefined ||
      isTagged(text)
    );
  },
  read(source, taking, file) {
    const head = source.slice(0, 65_536);
    if (isConllU(file) || (!/^\s*</.test(source) && isNumbered(head))) return conll(source, taking);
    // A file may end with its last line, and this one too.
    const columns = columnsOf(head.length < source.length ? head : `${head}\n`, isConll(file, ''));
    if (columns !== undefined) return vertical(source, taking, columns);
    if (!isVertical(file) && !looksVertical(head) && isTagged(head.slice(0, 4096)))
      return taggedWords(source, taking);
    return vertical(source, taking);
  },
};

const isConllU = (file: string) => /\.(?:conllu|conllup|cupt)$/i.test(file);
const isConll = (file: string, head: string) =>
  /(?:[._](?:conll|conll\d{2,4}|iob2?|bio|ner)|conll)$/i.test(file) ||
  isConllU(file) ||
  /^(?:\ufeff)?(?:#[^\n]*\n)*1(?:-\d+)?\t[^\t\n]+(?:\t[^\t\n]+){8}\r?\n/.test(head);

/** A table has no empty lines between its rows, nor numbers that begin anew behind them. */
const isOfSentences = (head: string): boolean =>
  /[^\s]\r?\n\r?\n[^\s]/u.test(head) &&
  (columnsOf(head) !== undefined || (/\n\r?\n(?:#[^\n]*\n)*1\t[^\t\n]+\t/u.test(head) && isNumbered(head)));

/** Tags on lines of their own, and between them words with as many annotations each. */
function looksVertical(head: string): boolean {
  const lines = head.split(/\r?\n/u).slice(0, mostLookedAt);
  if (tagsOf(lines.find((line) => line.trim() !== '') ?? '') === undefined) return false;
  // The last one may be cut.
  const rows = lines.slice(0, -1).filter((line) => line.trim() !== '' && tagsOf(line) === undefined);
  const width = (row: string) => row.split('\t').length;
  return (
    rows.length > 0 &&
    width(rows[0]!) > 1 &&
    rows.every((row) => width(row) === width(rows[0]!) && /^(?:<|[^\s<][^\t<>]*)\t/u.test(row))
  );
}
const mostLookedAt = 400;

const isVertical = (file: string) => /\.(?:vert|vrt|vertical)$/i.test(file);
