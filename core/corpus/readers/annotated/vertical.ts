import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { malformed } from '../malformed.ts';
import { layerName } from '../regions.ts';
import { kindOf, type Columns } from './columns.ts';
import { GrowingTexts } from './growing-text.ts';
import { isText, OpenElements } from './open-elements.ts';
import { tagsOf, unescaped, type StructureTag } from './structure-tags.ts';
import { wordOutline } from './word-outline.ts';

/** As Sketch Engine and the Corpus Workbench have it where nobody says otherwise. */
const usual: readonly string[] = ['word', 'pos', 'lemma'];

/**
 * Vertical text: a word a line with its attributes behind tabs, structures as tags on lines of their own; `<g/>` glues. Columns are
 * called by their numbers; the first is the word. An empty line ends a sentence; where neither these nor tags do, final punctuation does.
 * @param told what was told of its columns by looking
 * @throws AppError E_FILE_MALFORMED when a row has other columns than were told
 */
export function vertical(source: string, { take = [], tags = [] }: Taking, told?: Columns): Contents {
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const texts = new GrowingTexts();
  const outer = new OpenElements();
  let samples: readonly string[] = [];
  let unfit = { rows: 0, line: 0 };
  let rows = 0;
  const declared = /^<!-- #vrt positional-attributes:([^\n]*?)-->/m.exec(source.slice(0, 65_536))?.[1];
  const names = declared?.trim().split(/\s+/u) ?? told?.names ?? usual;
  const wordAt = Math.max(0, names.indexOf('word'));
  const column = Math.max(1, Number(take[0]) || wordAt + 1);
  const posAt = names.findIndex((name) => kindOf(name) === 'pos');
  const endsByPunctuation = !/\n[ \t\r]*\n[^\n]|^<\/?(?:s|p)[\s>]/imu.test(source);
  for (const [at, line] of source.split(/\r?\n/).entries()) {
    if (line.trim() === '') {
      texts.text.endSentence();
      continue;
    }
    const begun = /^(?:-DOCSTART-|#begin document\b\s*(.*))/u.exec(line);
    if (begun !== null) {
      texts.begin(begun[1] === '' ? undefined : begun[1], {});
      continue;
    }
    const structures = tagsOf(line);
    if (structures !== undefined) {
      for (const structure of structures) takeStructure(structure, texts, outer);
      continue;
    }
    const cells = told === undefined ? line.split('\t') : line.trimEnd().split(told.separator);
    if (told !== undefined && cells.length !== told.names.length) {
      if (line.startsWith('#')) continue;
      throw malformed(oneWordALine, at + 1, 'columns-differ');
    }
    const word = unescaped(cells[wordAt] ?? '').trim();
    if (word === '') continue;
    rows += 1;
    if (cells.length === 1 && /\s/u.test(word)) unfit = { rows: unfit.rows + 1, line: unfit.line || at + 1 };
    if (cells.length > samples.length) samples = cells;
    const tag = cells[posAt < 0 ? 1 : posAt] ?? '';
    found.set(tag, (found.get(tag) ?? 0) + 1);
    const start = texts.text.write(word);
    const isEnd = endsByPunctuation && (finalMark.test(word) || finalTag.test(tag));
    if (wanted.size > 0 && !wanted.has(tag)) {
      if (isEnd) texts.text.endSentence();
      continue;
    }
    const form = unescaped(cells[column - 1] ?? '').trim();
    texts.text.count(form === '' ? word : form, start, word.length);
    for (const [number, cell] of cells.entries()) {
      const name = names[number] ?? `column${number + 1}`;
      if (number !== wordAt && name !== 'number')
        texts.text.say(layerName(name), kindOf(name), unescaped(cell.trim()));
    }
    if (isEnd) texts.text.endSentence();
  }
  // Words may hold spaces, but lines of running text are none.
  if (unfit.rows > mostWithSpaces * rows) throw malformed(oneWordALine, unfit.line, 'columns-differ');
  const parts = samples.map((sample, at) => ({ name: String(at + 1), sample: sample.slice(0, 80) }));
  return { documents: texts.all(), outline: () => wordOutline(parts, [String(column)], found, tags) };
}

const oneWordALine = 'one word a line';
const finalMark = /^[.?!…。！？؟।]+$/u;
/** Of TreeTagger’s parameter files, and of STTS. */
const finalTag = /^(?:SENT|\$\.)$/u;
const mostWithSpaces = 0.2;

function takeStructure(
  { name, attributes, opens, closes }: StructureTag,
  texts: GrowingTexts,
  outer: OpenElements,
): void {
  if (name === 'g') {
    if (opens) texts.text.glue();
    return;
  }
  if (isText.test(name)) {
    if (opens) {
      outer.open(name, attributes);
      texts.begin(attributes['id'] ?? attributes['title'] ?? attributes['name'], outer.fields());
    }
    if (closes) {
      outer.close(name);
      // What stands behind it is of the text around it, if there is one.
      if (outer.isWithinText) texts.begin(undefined, outer.fields());
    }
    return;
  }
  texts.text.endSentence();
  if (opens) {
    outer.open(name, attributes);
    texts.text.regions.open(layerName(name), texts.text.end, { attributes });
  }
  if (closes) {
    outer.close(name);
    texts.text.regions.close(layerName(name), texts.text.end);
  }
}
