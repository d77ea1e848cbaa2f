import type { MarkupReader } from '../reader.ts';
import { columnsOf } from './columns.ts';
import { conll, isNumbered } from './conll.ts';
import { isTagged, taggedWords } from './tagged-words.ts';
import { vertical } from './vertical.ts';

/**
 * Texts that say something of each word: CoNLL of any columns, vertical text of Sketch Engine and the Corpus Workbench, a word a line as
 * taggers write it, whatever the file is called; and running text with a part of speech behind each word.
 */
export const annotated: MarkupReader = {
  id: 'annotated',
  accepts(file, head) {
    const text = Buffer.from(head).toString('utf8').replaceAll('\0', '');
    return isConll(file, text) || isVertical(file) || columnsOf(text) !== undefined || isTagged(text);
  },
  read(source, taking, file) {
    const head = source.slice(0, 65_536);
    if (isConllU(file) || (!/^\s*</.test(source) && isNumbered(head))) return conll(source, taking);
    // A file may end with its last line, and this one too.
    const columns = columnsOf(head.length < source.length ? head : `${head}\n`);
    if (columns !== undefined) return vertical(source, taking, columns);
    if (!isVertical(file) && isTagged(head.slice(0, 4096))) return taggedWords(source, taking);
    return vertical(source, taking);
  },
};

const isConllU = (file: string) => /\.(?:conllu|conllup|cupt)$/i.test(file);
const isConll = (file: string, head: string) =>
  /\.conll$/i.test(file) ||
  isConllU(file) ||
  /^(?:\ufeff)?(?:#[^\n]*\n)*1(?:-\d+)?\t[^\t\n]+(?:\t[^\t\n]+){8}\r?\n/.test(head);
const isVertical = (file: string) => /\.(?:vert|vrt|vertical)$/i.test(file);
