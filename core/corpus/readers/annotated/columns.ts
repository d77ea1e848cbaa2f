import type { LayerKind } from '../../../contract/cutting.ts';

/** How a line of a file with a word a line is written. */
export interface Columns {
  readonly separator: '\t' | ' ' | RegExp;
  /** What each column says, lower case; `word` is the word itself, `number` its place in the sentence. */
  readonly names: readonly string[];
}

const leastLines = 8;
/** Of names: hardly anything else ends in `B-PER` and `O`. */
const leastOfNames = 3;
const leastWithoutLemmas = 20;

/** Any tag set’s: capitals, digits and signs first (`NNS`, `$.`, `VER:pres`, `Ncmsnn`), never a number. */
const tag = /^(?!\d+$)[\p{Lu}$.,:;()#`'"“”„«»?!-][\p{L}\p{N}$.,:;()#`'"“”„«»?!+*=|_<>/-]{0,29}$/u;
/** Of Ramshaw and Marcus (1995), with the letters of other schemes. */
const chunk = /^(?:O|[BIELSU]-\S+)$/u;

/**
 * Tells by looking whether a file has a word a line with its annotation beside it, as TreeTagger writes it, and the shared tasks on names.
 * Lists of words beside numbers or translations are not taken for it.
 * @param head first lines of the file; the last may be cut
 * @param isNamed whether its name says that it has: then any columns will do, if every line has them
 * @returns undefined when it has not
 */
export function columnsOf(head: string, isNamed = false): Columns | undefined {
  const lines = head
    .split(/\r?\n/u)
    .slice(0, -1)
    .filter((line) => line.trim() !== '' && !/^<.*>\s*$/u.test(line) && !isAside(line));
  for (const separator of isNamed ? namedSeparators : separators) {
    const rows = lines.map((line) => line.trimEnd().split(separator));
    const width = rows[0]?.length ?? 0;
    if (width < 2 || width > 20 || rows.length < (isNamed ? 1 : leastOfNames)) continue;
    if (!rows.every((row) => row.length === width && row.every((cell) => cell !== ''))) continue;
    const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at]!));
    const names =
      chunkNames(columns) ??
      (separator === '\t' && (isNamed || rows.length >= leastLines) ? taggedNames(columns) : undefined) ??
      (isNamed ? plainNames(columns) : undefined);
    if (names !== undefined) return { separator, names };
  }
  return undefined;
}

/** Begins a text, or says something of one. */
const isAside = (line: string) =>
  line.startsWith('-DOCSTART-') || /^#(?:begin|end|[ \t]*$|[ ][^\t]*$)/u.test(line);

const separators = ['\t', ' '] as const;
const namedSeparators = ['\t', ' ', /\s+/u] as const;

/**
 * Where nothing tells what the columns are: `word tag lemma`, as taggers write them, behind the number of the word in its sentence if that is
 * there (as in the files of 2011 and 2012, which have the name of the text before it).
 */
function plainNames(columns: readonly (readonly string[])[]): readonly string[] {
  const number = columns.slice(0, -1).findIndex(countsWords);
  return columns.map((_, at) =>
    at === number
      ? 'number'
      : (['word', 'pos'][at - number - 1] ?? (number < 0 && at === 2 ? 'lemma' : `column${at + 1}`)),
  );
}

/** Each one more than the last, or a beginning. */
const countsWords = (column: readonly string[]): boolean =>
  column.every((value, at) => {
    const [own, before] = [Number(value), Number(column[at - 1])];
    return (
      /^\d+$/u.test(value) &&
      (own === before + 1 || (own <= 1 && (at === 0 || own < before || before === own)))
    );
  }) && column.some((value, at) => Number(value) === Number(column[at - 1]) + 1);

const namesOfChunks: Readonly<Record<number, readonly string[]>> = {
  2: ['word', 'ner'],
  3: ['word', 'pos', 'ner'],
  4: ['word', 'pos', 'chunk', 'ner'],
  // The German files of 2003.
  5: ['word', 'lemma', 'pos', 'chunk', 'ner'],
};

/** Names of persons and places in the last column, as the shared tasks of CoNLL 2002 and 2003 have them. */
function chunkNames(columns: readonly (readonly string[])[]): readonly string[] | undefined {
  const isChunks = (column: readonly string[]) =>
    column.every((value) => chunk.test(value)) && new Set(column).size > 1;
  const last = columns.at(-1)!;
  if (columns.length === 2 && isChunks(columns[0]!) && !isChunks(last)) return ['ner', 'word'];
  if (!isChunks(last) || columns.slice(0, -1).some(countsWords)) return undefined;
  return namesOfChunks[columns.length] ?? withOthers(columns.length, new Map([[columns.length - 1, 'ner']]));
}

/** TreeTagger’s `word tag lemma`, in any order of the two, and what other taggers put behind. */
function taggedNames(columns: readonly (readonly string[])[]): readonly string[] | undefined {
  const [words, ...others] = columns as [readonly string[], ...(readonly string[])[]];
  const isAlike = (lemma: string, at: number) =>
    lemma === '<unknown>' || /^@\w+@$/u.test(lemma) || first(lemma) === first(words[at]!);
  const lemmaAt = others.findIndex(
    (column) =>
      column.filter(isAlike).length > 0.6 * column.length && column.some((one, at) => one !== words[at]),
  );
  const tagAt = others.findIndex((column, at) => at !== lemmaAt && column.every((one) => tag.test(one)));
  if (tagAt < 0) return undefined;
  if (lemmaAt < 0) {
    const tags = others[tagAt]!;
    const isOfText = words.some((word) => /^[.?!]$/u.test(word)) && new Set(tags).size < 0.5 * tags.length;
    if (tags.length < leastWithoutLemmas || !isOfText) return undefined;
  }
  const known = new Map([[tagAt + 1, 'pos']]);
  if (lemmaAt >= 0) known.set(lemmaAt + 1, 'lemma');
  return withOthers(columns.length, known);
}

const first = (word: string) => Array.from(word)[0]?.toLowerCase();

const withOthers = (width: number, known: ReadonlyMap<number, string>): readonly string[] =>
  Array.from({ length: width }, (_, at) => (at === 0 ? 'word' : (known.get(at) ?? `column${at + 1}`)));

/** What a layer of this name is, for whoever asks for lemmas or parts of speech. */
export const kindOf = (name: string): LayerKind => kinds[name] ?? 'other';

const kinds: Readonly<Record<string, LayerKind>> = {
  lemma: 'lemma',
  pos: 'pos',
  upos: 'pos',
  xpos: 'pos',
  msd: 'features',
  feats: 'features',
  head: 'head',
  deprel: 'relation',
  ner: 'entity',
};
