import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { malformed } from '../malformed.ts';
import { layerName } from '../regions.ts';
import { kindOf } from './columns.ts';
import { GrowingTexts } from './growing-text.ts';
import { wordOutline } from './word-outline.ts';

const columnsOfU = 'ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC'.split(' ');
const columnsOf2009 =
  'ID FORM LEMMA PLEMMA POS PPOS FEAT PFEAT HEAD PHEAD DEPREL PDEPREL FILLPRED PRED'.split(' ');
const leastOfX = 8;

/** Words are numbered in their sentence, or columns are named. Each empty line can be read in one way alone: otherwise many of them take for ever. */
export const isNumbered = (head: string): boolean =>
  /^(?:\ufeff)?(?:#[^\n]*\n|[^\S\n]*\n)*(?:\d+[-._])?\d+\t[^\t\n]+\t[^\t\n]+/.test(head) ||
  /^#\s*global\.columns\s*=/m.test(head);

const parts = ['FORM', 'LEMMA'] as const;

/**
 * CoNLL-U and CoNLL-U Plus (universaldependencies.org/format.html), CoNLL-X of 2006 and the columns of 2009. As FORM the words of the text are counted, contractions whole; as LEMMA the
 * lemma of each syntactic word, contractions in their parts. Empty nodes (`8.1`) are not of the text.
 * @throws AppError E_FILE_MALFORMED when a row has other columns than those before it
 */
export function conll(source: string, { take = [], tags = [] }: Taking): Contents {
  const lemmas = take.includes('LEMMA');
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const samples = new Map<string, string>();
  const texts = new GrowingTexts();
  let contraction = { last: 0, start: 0, length: 0 };
  let columns: readonly string[] | undefined;
  for (const [at, line] of source.split(/\r?\n/).entries()) {
    if (line.trim() === '') {
      texts.text.endSentence();
      contraction = { last: 0, start: 0, length: 0 };
      continue;
    }
    const document = /^#\s*newdoc(?:\s+id\s*=\s*(.*))?$/.exec(line);
    if (document !== null) texts.begin(document[1]?.trim(), document[1] ? { id: document[1].trim() } : {});
    const named = /^#\s*global\.columns\s*=\s*(.+)$/.exec(line);
    if (named !== null) columns = named[1]!.trim().split(/\s+/u);
    if (line.startsWith('#')) continue;
    const cells = line.split('\t');
    // Neither a number nor a word: its columns are parted by something else.
    if (cells.length < 2) throw malformed('CoNLL', at + 1, 'unknown-part');
    columns ??= columnsFor(cells.length);
    if (cells.length !== columns.length) throw malformed('CoNLL', at + 1, 'columns-differ');
    const names = columns;
    const cellOf = (name: string) => cells[names.indexOf(name)] ?? '';
    const [id, form, lemma, misc] = [cellOf('ID'), cellOf('FORM'), cellOf('LEMMA'), cellOf('MISC')];
    const tag = cellOf(names.includes('UPOS') ? 'UPOS' : 'POS');
    if (form === '' || id.includes('.')) continue;
    const range = /^(\d+)-(\d+)$/.exec(id);
    const word = form.replaceAll('\u00a0', ' ');
    if (range !== null) {
      contraction = { last: Number(range[2]), start: texts.text.write(word), length: word.length };
      if (!lemmas && wanted.size === 0) texts.text.count(word, contraction.start, word.length);
    } else {
      found.set(tag, (found.get(tag) ?? 0) + 1);
      if (!samples.has('FORM')) samples.set('FORM', form).set('LEMMA', lemma);
      // Rows without numbers, as columns of one's own may have them, are no parts of anything.
      const isWithin = id !== '' && Number(id) <= contraction.last;
      const place = isWithin ? contraction : { start: texts.text.write(word), length: word.length };
      const isWanted = wanted.size === 0 || wanted.has(tag);
      if (isWanted && (lemmas || !isWithin || wanted.size > 0))
        texts.text.count(lemmas && lemma !== '_' && lemma !== '' ? lemma : word, place.start, place.length);
      if (isWanted && form !== '_')
        cells.forEach((cell, number) => {
          const column = names[number]!.toLowerCase();
          if (!['id', 'form', 'misc'].includes(column))
            texts.text.say(layerName(column), kindOf(column), cell);
        });
      if (isWithin) continue;
    }
    if (/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc)) texts.text.glue();
  }
  const offered = parts.map((name) => ({ name, sample: samples.get(name) ?? '' }));
  return {
    documents: texts.all(),
    outline: () => wordOutline(offered, [lemmas ? 'LEMMA' : 'FORM'], found, tags),
  };
}

/** Where no line names them. */
function columnsFor(width: number): readonly string[] {
  const known =
    width >= columnsOf2009.length ? columnsOf2009 : width >= leastOfX ? columnsOfU : ['ID', 'FORM'];
  return Array.from({ length: width }, (_, at) => known[at] ?? `COLUMN${at + 1}`);
}
