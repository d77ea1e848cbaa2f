import type { TextsRef } from '../contract/texts.ts';
import { rankSum } from '../lines/keyness.ts';
import { permutationP } from '../lines/permuted-texts.ts';
import { countTypes } from '../lines/type-counts.ts';
import { chosenTexts } from './chosen-texts.ts';
import { corpusTokensOf, stretchesOf } from './corpus-tokens.ts';
import type { Side } from './keywords.ts';
import type { Opened } from './opened.ts';
import { attributeOf } from './token-attributes.ts';

/** All texts but some. */
export function restOf(opened: Opened, target: TextsRef): TextsRef {
  const { has } = chosenTexts(opened, target);
  return { documents: corpusTokensOf(opened).documents.filter((id) => !has(id)) };
}

/** The values of a layer in some texts. */
export function sideOf(opened: Opened, ref: TextsRef, layer: string): Side {
  const texts = ref === 'all' ? corpusTokensOf(opened).documents.length : stretchesOf(opened, ref).length;
  return { ...countTypes(piecesOf(opened, ref, layer), attributeOf(opened, layer, 0).values.length), texts };
}

/** What stands in a layer at the tokens of each of some texts, those left out that have no value. */
export function* piecesOf(opened: Opened, ref: TextsRef, layer: string): Iterable<Uint32Array> {
  const { starts } = corpusTokensOf(opened);
  const { ids, values } = attributeOf(opened, layer, 0);
  const stretches = ref === 'all' ? documentsOf(starts) : stretchesOf(opened, ref);
  const isNone = Uint8Array.from(values, (value) => (value === '' ? 1 : 0));
  const hasGaps = isNone.includes(1);
  for (const [from, to] of stretches) {
    const piece = ids.subarray(from, to);
    yield hasGaps ? piece.filter((id) => isNone[id] === 0) : piece;
  }
}

function* documentsOf(starts: Uint32Array): Generator<readonly [number, number]> {
  for (let text = 0; text + 1 < starts.length; text++) yield [starts[text]!, starts[text + 1]!];
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

/** Tests of words whose unit is the text. @param types numbers of values of the layer */
export function testsByText(
  opened: Opened,
  { own, other, layer }: { readonly own: TextsRef; readonly other: TextsRef; readonly layer: string },
  types: readonly number[],
  seed: number,
  pulse: () => void,
) {
  const rowOf = new Int32Array(attributeOf(opened, layer, 0).values.length).fill(-1);
  types.forEach((type, row) => (rowOf[type] = row));
  const target = [...piecesOf(opened, own, layer)];
  const texts = [...target, ...piecesOf(opened, other, layer)];
  const sizes = texts.map(({ length }) => length);
  const hits = types.map(() => new Uint32Array(texts.length));
  texts.forEach((ids, text) => {
    for (const id of ids) {
      const row = rowOf[id]!;
      if (row >= 0) hits[row]![text]!++;
    }
  });
  const isTarget = Uint8Array.from(texts, (_, text) => (text < target.length ? 1 : 0));
  return hits.map((counts) => {
    pulse();
    // A text without any value has no rate.
    const rates = Array.from(counts, (count, text) => (sizes[text] === 0 ? 0 : count / sizes[text]!));
    return {
      rankSumP: rankSum(rates.slice(0, target.length), rates.slice(target.length)).p,
      permutationP: permutationP(counts, sizes, isTarget, permutations, seed),
    };
  });
}
