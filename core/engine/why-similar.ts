import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { OneContext, OwnContext, SharedContext, WhySimilar } from '../contract/search.ts';
import { defaultSettings } from '../contract/settings/training.ts';
import type { ConcordanceLine } from '../contract/words.ts';
import { sharedContexts, type WordContexts } from '../evidence/shared-contexts.ts';
import { corpusTokensOf, stretchesOf, textAt } from '../opened/corpus-tokens.ts';
import { linesAt } from '../opened/lines-at.ts';
import { loadModel } from '../opened/loaded-model.ts';
import { typesOf, type Opened } from '../opened/opened.ts';
import { subCorpusOf } from '../opened/training-texts.ts';
import type { Regions } from '../query/regions.ts';
import { bestRows } from '../vectors/neighbours.ts';
import { measureOf } from '../vectors/measures.ts';

/** A context that was met once says little and would lead every list of rare ones. */
const leastOwn = 2;

/** Answers `search.why`. @throws AppError E_NO_CORPUS, and what an unknown word gives */
export function whySimilar(
  opened: Opened,
  { first, second, model, top, width }: Checked<'search.why'>,
): WhySimilar {
  const loaded = loadModel(opened, model);
  const { space, settings } = loaded;
  const pair = [loaded.row(first), loaded.row(second)] as const;
  const { forms } = typesOf(opened);
  if (forms.length === 0) throw new AppError('E_NO_CORPUS');
  const { window, dynamicWindow, within, noiseExponent: exponent } = settings ?? defaultSettings;
  const rowOfType = Int32Array.from(forms, (form) => (form === '' ? -1 : space.rowOf(form)));
  const part = subCorpusOf(loaded.model);
  const corpus = corpusTokensOf(opened);
  const texts =
    part === null ? textsOfCorpus(corpus.starts) : stretchesOf(opened, { conditions: part.conditions });
  const { stretches, textOf } = boundsOf(texts, within === 'sentence' ? corpus.sentences : null);
  const found = sharedContexts(corpus.ids, stretches, {
    ...(textOf === undefined ? {} : { textOf }),
    rowOfType,
    words: space.words.length,
    pair,
    window,
    dynamicWindow,
    exponent,
  });

  const lineAt = (token: number): ConcordanceLine => {
    const text = textAt(corpus, token);
    const place = { document: corpus.documents[text]!, position: token - corpus.starts[text]! };
    return linesAt(opened.project.db, [place], width)[0]!;
  };
  const contextOf = ({ together, texts, weights }: WordContexts, row: number): OneContext => ({
    together: together[row]!,
    texts: texts[row]!,
    weight: weights[row]!,
  });
  const own = (one: WordContexts, other: WordContexts): OwnContext[] =>
    best(
      one.weights.map((weight, row) =>
        other.together[row] === 0 && one.together[row]! >= leastOwn ? weight : NaN,
      ),
      top,
    ).map((row) => ({ word: space.words[row]!, ...contextOf(one, row), line: lineAt(one.places[row]!) }));

  return {
    first: space.words[pair[0]]!,
    second: space.words[pair[1]]!,
    cosine: measureOf.cosine(space.vector(pair[0]), space.vector(pair[1])),
    contextCosine: found.cosine,
    window,
    sharedTotal: found.shares.reduce((sum, share) => sum + Number(share > 0), 0),
    shared: best(found.shares, top).map((row): SharedContext => ({
      word: space.words[row]!,
      first: contextOf(found.first, row),
      second: contextOf(found.second, row),
      share: found.shares[row]!,
      lines: [lineAt(found.first.places[row]!), lineAt(found.second.places[row]!)],
    })),
    onlyFirst: own(found.first, found.second),
    onlySecond: own(found.second, found.first),
    texts: { first: found.first.range, second: found.second.range, both: found.bothTexts },
    unseen: [...found.unseen[0]]
      .flatMap(([type, count]) => {
        const other = found.unseen[1].get(type) ?? 0;
        return other === 0 ? [] : [{ word: forms[type]!, first: count, second: other }];
      })
      .sort((a, b) => Math.min(b.first, b.second) - Math.min(a.first, a.second) || b.first - a.first)
      .slice(0, top),
  };
}

/** Rows of the largest values above 0, in order. */
const best = (values: Float64Array, most: number): number[] =>
  bestRows(values, { most, largestFirst: true }).flatMap(({ row, score }) => (score > 0 ? [row] : []));

type Stretches = readonly (readonly [from: number, to: number])[];

/** Stretches that no window leaves: the texts, or their sentences with the numbers of the texts that they are of. */
function boundsOf(
  texts: Stretches,
  sentences: Regions | null,
): { readonly stretches: Stretches; readonly textOf?: Uint32Array } {
  if (sentences === null) return { stretches: texts };
  const stretches: (readonly [number, number])[] = [];
  const textOf: number[] = [];
  texts.forEach(([from, to], text) => {
    for (let start = from; start < to;) {
      let end = start + 1;
      while (end < to && sentences.goesOn[end] === 1) end += 1;
      stretches.push([start, end]);
      textOf.push(text);
      start = end;
    }
  });
  return { stretches, textOf: Uint32Array.from(textOf) };
}

const textsOfCorpus = (starts: Uint32Array) =>
  Array.from({ length: starts.length - 1 }, (_, text) => [starts[text]!, starts[text + 1]!] as const);
