import { AppError } from '../contract/errors.ts';
import type { NamedRegions } from '../contract/query.ts';
import { listRegions, readRegions } from '../project/regions.ts';
import { regionsBetween, type Regions } from '../query/regions.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** Sentences and texts as they are counted, by every name that people know them by. */
const sentence = ['s', 'sentence'];

/** Names of regions that a query may give, and how many of each there are. */
export function regionNamesOf(opened: Opened): readonly NamedRegions[] {
  const { sentences, documents } = corpusTokensOf(opened);
  const stored = listRegions(opened.project.db).filter(
    ({ name }) => name !== 'text' && !sentence.includes(name),
  );
  const paragraphs = stored.find(({ name }) => name === 'paragraph');
  return [
    { name: 's', count: sentences.goesOn.reduce((sum, on) => sum + 1 - on, 0) },
    { name: 'text', count: documents.length },
    ...(paragraphs !== undefined && !stored.some(({ name }) => name === 'p')
      ? [{ name: 'p', count: paragraphs.count }]
      : []),
    ...stored.map(({ name, count }) => ({ name, count })),
  ];
}

const corpusRegions = kept<Regions>({ most: 4 });

/**
 * Stretches that a match may not leave. `p` are paragraphs where the files brought nothing of that name.
 * @param at where a query names them
 * @throws AppError E_QUERY_INVALID { offset, expected, found } with the names that there are
 */
export function regionsOf(opened: Opened, name: string, at: number): Regions {
  const { sentences, texts } = corpusTokensOf(opened);
  if (sentence.includes(name)) return sentences;
  if (name === 'text') return texts;
  const names = regionNamesOf(opened).map((one) => one.name);
  if (!names.includes(name))
    throw new AppError('E_QUERY_INVALID', { offset: at, expected: names, found: name });
  const stored = listRegions(opened.project.db).some((one) => one.name === name) ? name : 'paragraph';
  return opened.remember(corpusRegions, stored, () => {
    const { documents, starts, tokens } = corpusTokensOf(opened);
    const placeOf = new Map(documents.map((document, text) => [document, text]));
    const [first, last]: [number[], number[]] = [[], []];
    for (const { document, tokens: spans } of readRegions(opened.project.db, stored)) {
      const text = placeOf.get(document);
      if (text === undefined) continue;
      for (let region = 0; region < spans.starts.length; region++) {
        const length = spans.lengths[region]!;
        if (length === 0) continue;
        const start = starts[text]! + spans.starts[region]!;
        first.push(start);
        last.push(start + length - 1);
      }
    }
    return regionsBetween(Uint32Array.from(first), Uint32Array.from(last), tokens);
  });
}
