import { AppError } from '../contract/errors.ts';
import { longest } from '../contract/limits.ts';
import { strange } from './damage.ts';
import type { Metadata } from './metadata.ts';
import type { Contents, Extracted, GivenLayer, GivenRegions, GivenWords } from './readers/extracted.ts';

/** What a file gives, as it can be kept. */
export interface Fitting {
  readonly contents: Contents;
  /** Halves of characters that stood alone, as JSON and RTF can write them: no text can hold them, and each is U+FFFD now. */
  readonly halves: number;
}

/** Files put numbers, folders and stems to what they give: it may still grow. */
const roomToGrow = 4;

/**
 * Makes what a reader found fit for a project, or refuses the file: names and words are of any length in files, and may hold half a character.
 * @throws AppError E_TOO_LONG { what, characters }
 */
export function fittingContents(contents: Contents): Fitting {
  let halves = 0;
  const fit = (text: string, what: 'text' | keyof typeof longest): string => {
    if (what !== 'text') requireShort(text, what);
    if (text.isWellFormed()) return text;
    halves += loneHalves(text);
    return text.toWellFormed();
  };
  const all = (texts: readonly string[]): readonly string[] =>
    texts.every(isFine) ? texts : texts.map((one) => fit(one, 'word'));
  const layers = (given: readonly GivenLayer[]) =>
    given.map((one) => ({ ...one, name: fit(one.name, 'name'), values: all(one.values) }));
  const words = (given: GivenWords): GivenWords => ({
    ...given,
    forms: all(given.forms),
    ...(given.layers === undefined ? {} : { layers: layers(given.layers) }),
  });
  const regions = (given: readonly GivenRegions[]): readonly GivenRegions[] =>
    given.map((one) => ({
      ...one,
      name: fit(one.name, 'name'),
      attributes: new Map(
        [...one.attributes].map(([name, values]) => [fit(name, 'name'), all(values)] as const),
      ),
    }));
  const metadata = (given: Metadata): Metadata => {
    requireShortFields(given);
    const fields = Object.entries(given);
    if (
      fields.every(
        ([key, value]) => key.isWellFormed() && (typeof value !== 'string' || value.isWellFormed()),
      )
    )
      return given;
    return Object.fromEntries(
      fields.map(([key, value]) => [
        fit(key, 'text'),
        typeof value === 'string' ? fit(value, 'text') : value,
      ]),
    );
  };
  const document = (one: Extracted): Extracted => ({
    ...one,
    text: fit(one.text, 'text'),
    metadata: metadata(one.metadata),
    ...(one.part === undefined ? {} : { part: fit(one.part, 'name') }),
    ...(one.words === undefined ? {} : { words: words(one.words) }),
    ...(one.regions === undefined ? {} : { regions: regions(one.regions) }),
  });
  return { contents: { ...contents, documents: contents.documents.map(document) }, halves };
}

/** Too short to break anything, as nearly all are, and whole. */
const isFine = (text: string) => text.length < longest.word / (3 * roomToGrow) && text.isWellFormed();

function requireShort(text: string, what: keyof typeof longest): void {
  // A UTF-16 unit takes three bytes at most.
  const most = longest[what] / roomToGrow;
  if (text.length * 3 <= most || Buffer.byteLength(text) <= most) return;
  throw new AppError('E_TOO_LONG', { what, characters: text.length });
}

function requireShortFields(metadata: Metadata): void {
  let units = 0;
  for (const [key, value] of Object.entries(metadata)) units += key.length + String(value).length;
  // JSON writes a control character as six letters.
  if (units * 6 > longest.metadata / roomToGrow) requireShort(JSON.stringify(metadata), 'metadata');
}

/** U+FFFD takes the place of each: what was there before does not count. */
function loneHalves(text: string): number {
  let count = 0;
  const fitting = text.toWellFormed();
  for (let at = fitting.indexOf(strange); at >= 0; at = fitting.indexOf(strange, at + 1))
    if (text[at] !== strange) count += 1;
  return count;
}
