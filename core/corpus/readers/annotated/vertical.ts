import type { Taking } from '../../../contract/corpus.ts';
import type { Contents } from '../extracted.ts';
import { malformed } from '../malformed.ts';
import { layerName } from '../regions.ts';
import { kindOf, type Columns } from './columns.ts';
import { GrowingTexts } from './growing-text.ts';
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
  const column = Math.max(1, Number(take[0] ?? 1) || 1);
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const texts = new GrowingTexts();
  let samples: readonly string[] = [];
  const declared = /^<!-- #vrt positional-attributes:([^\n]*?)-->/m.exec(source.slice(0, 65_536))?.[1];
  const names = declared?.trim().split(/\s+/u) ?? told?.names ?? usual;
  const tagAt = Math.max(
    1,
    names.findIndex((name) => kindOf(name) === 'pos'),
  );
  const endsByPunctuation = !/\n[ \t\r]*\n[^\n]|^<\/?(?:s|p)[\s>]/imu.test(source);
  for (const [at, line] of source.split(/\r?\n/).entries()) {
    if (/^<(?:\?.*\?|!.*)>\s*$/.test(line)) continue;
    if (line.trim() === '') {
      texts.text.endSentence();
      continue;
    }
    if (line.startsWith('-DOCSTART-')) {
      texts.begin(undefined, {});
      continue;
    }
    const structure = /^<(\/?)([A-Za-z_][\w.-]*)((?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*)?)\/?>\s*$/.exec(line);
    if (structure !== null) {
      const [, closing, name = '', attributes = ''] = structure;
      if (name === 'g') texts.text.glue();
      else if (/^(?:doc|text)$/i.test(name) && closing === '') {
        const metadata = attributesOf(attributes);
        texts.begin(metadata['id'] ?? metadata['title'] ?? metadata['name'], metadata);
      } else {
        texts.text.endSentence();
        if (closing === '')
          texts.text.regions.open(layerName(name), texts.text.end, { attributes: attributesOf(attributes) });
        if (closing !== '' || line.trimEnd().endsWith('/>'))
          texts.text.regions.close(layerName(name), texts.text.end);
      }
      continue;
    }
    const cells = told === undefined ? line.split('\t') : line.trimEnd().split(told.separator);
    if (told !== undefined && cells.length !== told.names.length) {
      if (line.startsWith('#')) continue;
      throw malformed(oneWordALine, at + 1, 'columns-differ');
    }
    const word = unescaped(cells[0] ?? '')
      .trim()
      .replaceAll(' ', '\u00a0');
    if (word === '') continue;
    if (cells.length > samples.length) samples = cells;
    const tag = cells[tagAt] ?? '';
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
      if (number > 0) texts.text.say(layerName(name), kindOf(name), unescaped(cell.trim()));
    }
    if (isEnd) texts.text.endSentence();
  }
  const parts = samples.map((sample, at) => ({ name: String(at + 1), sample: sample.slice(0, 80) }));
  return { documents: texts.all(), outline: () => wordOutline(parts, [String(column)], found, tags) };
}

const oneWordALine = 'one word a line';
const finalMark = /^[.?!…。！？؟।]+$/u;
/** Of TreeTagger’s parameter files, and of STTS. */
const finalTag = /^(?:SENT|\$\.)$/u;

/** More is no description of a text. */
const mostOfAttributes = 10_000;

function attributesOf(source: string): Record<string, string> {
  const found = [...source.slice(0, mostOfAttributes).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    found.map(
      ([, name, double, single]) => [name!, unescaped(double ?? single ?? '').slice(0, 300)] as const,
    ),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
