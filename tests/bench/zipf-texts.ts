import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomState, randomStream } from '../../core/random.ts';

const syllables = 'ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu ka ke ki ko ku'.split(' ');

/** A word for every number, all different: syllables as digits. */
function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]!;
  return word;
}

/**
 * Texts as large as one asks for: words drawn by Zipf's law (the word of rank r has a share of 1 ÷ r), sentences of twelve.
 * Sizes and speeds can be measured on them, meanings not.
 */
export function writeZipfTexts(
  folder: string,
  { tokens, types, documents }: Readonly<Record<'tokens' | 'types' | 'documents', number>>,
): void {
  mkdirSync(folder, { recursive: true });
  const words = Array.from({ length: types }, (_, rank) => wordOf(rank));
  const shares = new Float64Array(types);
  let sum = 0;
  for (let rank = 0; rank < types; rank += 1) shares[rank] = sum += 1 / (rank + 1);
  const random = randomStream(randomState(1));
  const draw = () => {
    const aim = random.fraction() * sum;
    let [low, high] = [0, types - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shares[middle]! > aim) high = middle;
      else low = middle + 1;
    }
    return words[low]!;
  };
  const each = Math.ceil(tokens / documents);
  for (let document = 0; document < documents; document += 1) {
    const file = openSync(join(folder, `${String(document + 1).padStart(4, '0')}.txt`), 'w');
    for (let done = 0; done < each; done += 12_000) {
      const sentences = Array.from({ length: Math.ceil(Math.min(12_000, each - done) / 12) }, () =>
        Array.from({ length: 12 }, draw).join(' '),
      );
      writeSync(file, `${sentences.join('. ')}.\n`);
    }
    closeSync(file);
  }
}
