import { studyTexts, type StudyTexts } from '../../../core/studies/study-texts.ts';
import { seeded } from '../../fixtures/small-language.ts';

export interface PlantedChange {
  readonly texts: StudyTexts;
  /** 0 or 1 for each text. */
  readonly sides: Uint8Array;
  /** Rows of the words whose contexts were swapped. */
  readonly planted: readonly number[];
  /** Rows of the words that occur often enough on both sides. */
  readonly targets: readonly number[];
}

/**
 * Texts divided by chance; in those of side 1, pairs of words of about the same count stand in each other’s place.
 * @param documents words of each text
 */
export function plantChange(
  documents: readonly (readonly string[])[],
  { pairs, minCount, seed }: { readonly pairs: number; readonly minCount: number; readonly seed: number },
): PlantedChange {
  const random = seeded(seed);
  const order = [...documents.keys()].map((text) => [random(), text] as const).sort(([a], [b]) => a - b);
  const sides = new Uint8Array(documents.length);
  order.slice(0, Math.floor(documents.length / 2)).forEach(([, text]) => (sides[text] = 1));
  const counts = new Map<string, number>();
  for (const word of documents.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .filter(([, count]) => count >= 5)
    .map(([word]) => word);
  const rowOf = new Map(words.map((word, row) => [word, row]));
  // Neighbours in the order of counts are about as frequent; content words stand behind the first hundred.
  const frequent = words.filter(
    (word, row) => row >= 100 && counts.get(word)! >= 4 * minCount && word.length > 3,
  );
  const swapped = new Map<string, string>();
  for (let pair = 0; pair < pairs; pair += 1) {
    const at = Math.floor(((pair + random()) * (frequent.length - 1)) / pairs);
    const [one, other] = [frequent[at]!, frequent[at + 1]!];
    if (swapped.has(one) || swapped.has(other)) continue;
    swapped.set(one, other).set(other, one);
  }
  const pieces = documents.map((document, text) => ({
    ids: Uint32Array.from(
      document,
      (word) => rowOf.get(sides[text] === 1 ? (swapped.get(word) ?? word) : word) ?? words.length,
    ),
    lastOfDocument: true,
  }));
  const rows = Int32Array.from({ length: words.length + 1 }, (_, row) => (row < words.length ? row : -1));
  const texts = studyTexts(words, pieces, rows);
  const bySide = [new Uint32Array(words.length), new Uint32Array(words.length)];
  sides.forEach((side, text) => {
    const own = bySide[side]!;
    for (let at = texts.starts[text]!; at < texts.starts[text + 1]!; at += 1)
      own[texts.tokens[at]!] = own[texts.tokens[at]!]! + 1;
  });
  const targets = words.flatMap((_, row) => (bySide.every((own) => own[row]! >= minCount) ? [row] : []));
  return { texts, sides, planted: [...swapped.keys()].map((word) => rowOf.get(word)!), targets };
}
