import type { TextsRef } from '../contract/texts.ts';
import { rankSum } from '../lines/keyness.ts';
import { permutationP } from '../lines/permuted-texts.ts';
import { countTypes } from '../lines/type-counts.ts';
import { chosenTexts } from './chosen-texts.ts';
import { corpusTokensOf, stretchesOf, type CorpusTokens } from './corpus-tokens.ts';
import type { Side } from './keywords.ts';
import { typesOf, type Opened } from './opened.ts';
import { tokenRow } from './token-row.ts';

/** All texts but some. */
export function restOf(opened: Opened, target: TextsRef): TextsRef {
  const { has } = chosenTexts(opened, target);
  return { documents: corpusTokensOf(opened).documents.filter((id) => !has(id)) };
}

/** The words of some texts. */
export function sideOf(opened: Opened, ref: TextsRef): Side {
  const texts = ref === 'all' ? corpusTokensOf(opened).documents.length : stretchesOf(opened, ref).length;
  return { ...countTypes(piecesOf(opened, ref), typesOf(opened).forms.length), texts };
}

/** The tokens of each of some texts. */
export function piecesOf(opened: Opened, ref: TextsRef): Iterable<Uint32Array> {
  const corpus = corpusTokensOf(opened);
  if (ref === 'all') return documentsOf(corpus);
  return stretchesOf(opened, ref).map(([from, to]) => corpus.ids.subarray(from, to));
}

function* documentsOf({ ids, starts }: CorpusTokens): Generator<Uint32Array> {
  for (let text = 0; text + 1 < starts.length; text++) yield ids.subarray(starts[text], starts[text + 1]);
}

/** The words of a list that was loaded; forms that the corpus does not have come after its own. */
export function sideOfList(forms: readonly string[], words: ReadonlyMap<string, number>) {
  const all = [...forms];
  const known = new Map(forms.map((form, type) => [form, type]));
  const counted: [number, number][] = [];
  for (const [word, count] of words) {
    const type = known.get(word) ?? all.push(word) - 1;
    counted.push([type, count]);
  }
  const counts = new Uint32Array(all.length);
  let tokens = 0;
  for (const [type, count] of counted) {
    counts[type]! += count;
    tokens += count;
  }
  const side: Side = { counts, tokens, documents: new Uint32Array(all.length), texts: 0 };
  return { forms: all, side };
}

const permutations = 999;

/** Tests of words whose unit is the text. */
export function testsByText(
  opened: Opened,
  target: TextsRef,
  reference: TextsRef,
  types: readonly number[],
  seed: number,
  pulse: () => void,
) {
  const { ids, size } = tokenRow(opened, 'text');
  const rowOf = new Int32Array(size).fill(-1);
  types.forEach((type, row) => (rowOf[type] = row));
  const own = stretchesOf(opened, target);
  const other = stretchesOf(opened, reference);
  const texts = [...own, ...other];
  const sizes = texts.map(([from, to]) => to - from);
  const hits = types.map(() => new Uint32Array(texts.length));
  texts.forEach(([from, to], text) => {
    for (let at = from; at < to; at++) {
      const row = rowOf[ids[at]!]!;
      if (row >= 0) hits[row]![text]!++;
    }
  });
  const isTarget = Uint8Array.from(texts, (_, text) => (text < own.length ? 1 : 0));
  return hits.map((counts) => {
    pulse();
    const rates = Array.from(counts, (count, text) => count / sizes[text]!);
    return {
      rankSumP: rankSum(rates.slice(0, own.length), rates.slice(own.length)).p,
      permutationP: permutationP(counts, sizes, isTarget, permutations, seed),
    };
  });
}
