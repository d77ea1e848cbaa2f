import { AppError } from '../contract/errors.ts';
import { linesOfTestSet, type TestLine } from './table-lines.ts';

export interface RatedPair {
  readonly first: string;
  readonly second: string;
  readonly rating: number;
}

/** Pairs of words, and the column that their ratings were taken from. */
export interface RatedPairs {
  readonly pairs: readonly RatedPair[];
  /** From 1. */
  readonly column: number;
  /** What stands above it; null where there is no heading. */
  readonly heading: string | null;
}

/** What the ratings are called in the usual test sets, those that say it most clearly first. */
const ratingNames = [
  /^(?:human ?\(mean\)|human mean|mean|average|avg|mittelwert|media|moyenne|ortalama)$/iu,
  /^(?:simlex-?999|similarity|relatedness|score|rating|ratings|human|gold|sim|rel|wertung|bewertung|benzerlik)$/iu,
  /mean|average|score|rating|human|simlex|similarity|relatedness/iu,
];

const wordNames = /^(?:word|wort|mot|palabra|parola|kelime|слово|w|term|lemma)[\s_-]?[12ab]?$/iu;

/**
 * Reads word pairs that people rated, parted by tabs, semicolons, commas or white space, with or without a heading, whatever stands beside:
 * numbers of the pairs, parts of speech, ratings of single people. The rating is the column that is asked for, else the one whose heading
 * says so, else the first number behind the words, else the only one before them. A decimal comma is read where commas do not part the fields.
 * @param ratings heading or number (from 1) of the column with the ratings
 * @param words headings or numbers of the two columns with the words, parted by a comma; without it they are told by their headings, else the first
 *   two that hold something else than numbers
 * @throws AppError E_EVALUATION_INVALID with the line
 */
export function readRatedPairs(text: string, file: string, ratings?: string, words?: string): RatedPairs {
  const lines = linesOfTestSet(
    text,
    (fields) => fields.length > 2 && fields.some((field) => !Number.isNaN(numberOf(field))),
  );
  const broken = (reason: string, line?: number) =>
    new AppError('E_EVALUATION_INVALID', { file, ...(line === undefined ? {} : { line }), reason });
  const [first] = lines;
  if (first === undefined) throw broken('no pairs');
  const headed = first.fields.every((field) => Number.isNaN(numberOf(field)));
  const rows = headed ? lines.slice(1) : lines;
  if (rows.length === 0) throw broken('no pairs');
  const heading = headed ? first.fields : [];
  const width = rows[0]!.fields.length;
  const asked = words?.split(',').map((column) => columnCalled(heading, width, column));
  const missing = asked?.indexOf(undefined) ?? -1;
  if (missing >= 0) throw broken(`no column “${words!.split(',')[missing]!.trim()}”`);
  if (asked !== undefined && asked.length !== 2) throw broken('two columns hold the words');
  const [one, two] = asked ?? columnsOfWords(heading, rows);
  if (one === undefined || two === undefined) throw broken('not two words and a number', rows[0]!.line);
  const column = columnOfRatings(heading, rows, [one, two], ratings);
  if (column === undefined)
    throw ratings === undefined
      ? broken('not two words and a number', rows[0]!.line)
      : broken(`no column “${ratings}”`);
  const pairs = rows.map(({ line, fields }) => {
    const rating = numberOf(fields[column]);
    if (!fields[one] || !fields[two] || Number.isNaN(rating))
      throw broken('not two words and a number', line);
    return { first: fields[one], second: fields[two], rating };
  });
  return { pairs, column: column + 1, heading: heading[column] ?? null };
}

/** Two columns that are called so, or the first two in which the first row has something else than a number. */
function columnsOfWords(heading: readonly string[], rows: readonly TestLine[]): readonly number[] {
  const named = [...heading.keys()].filter((at) => wordNames.test(heading[at]!));
  if (named.length >= 2) return named.slice(0, 2);
  const width = rows[0]!.fields.length;
  return Array.from({ length: width }, (_, at) => at)
    .filter((at) => rows.some(({ fields }) => fields[at] !== undefined && Number.isNaN(numberOf(fields[at]))))
    .slice(0, 2);
}

function columnOfRatings(
  heading: readonly string[],
  rows: readonly TestLine[],
  words: readonly number[],
  asked: string | undefined,
): number | undefined {
  if (asked !== undefined) return columnCalled(heading, rows[0]!.fields.length, asked);
  const numbers = [...rows[0]!.fields.keys()].filter(
    (at) => !words.includes(at) && !Number.isNaN(numberOf(rows[0]!.fields[at])),
  );
  for (const names of ratingNames) {
    const found = numbers.find((at) => names.test(heading[at] ?? ''));
    if (found !== undefined) return found;
  }
  // What stands before the words is a rating only where nothing else can be one: it is a number of the pair otherwise.
  const [before, ...more] = numbers;
  return numbers.find((at) => at > words[1]!) ?? (more.length === 0 ? before : undefined);
}

/** By its heading, else by its number from 1. */
function columnCalled(heading: readonly string[], width: number, asked: string): number | undefined {
  const called = asked.trim().toLowerCase();
  const named = heading.findIndex((name) => name.toLowerCase() === called);
  if (named >= 0) return named;
  const number = /^\d+$/u.test(called) ? Number(called) - 1 : -1;
  return number >= 0 && number < width ? number : undefined;
}

/** NaN for what is none. */
function numberOf(field: string | undefined): number {
  const plain = field?.trim().replace(/^([-+]?\d+),(\d+)$/u, '$1.$2');
  return plain === undefined || plain === '' ? NaN : Number(plain);
}
