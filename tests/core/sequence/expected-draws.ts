import { randomState, randomStream } from '../../../core/random.ts';
import type { ReferenceSamples } from '../../../core/sequence/reference.ts';
import { aliasTable, noiseShares } from '../../../core/vocabulary/noise.ts';
import type { SmallNetwork } from './small-network.ts';

/** The words that a chunk of `smallNetwork` draws (purpose 13), and how often each was to be expected. */
export function samplesFor({ layout, settings }: SmallNetwork, chunk: number, epoch = 0): ReferenceSamples {
  const { words } = layout.shape;
  const shares = noiseShares(
    Array.from({ length: words }, (_, word) => words * 2 - word),
    0.75,
  );
  const { thresholds, aliases } = aliasTable(shares);
  const random = randomStream(randomState(settings.seed, 13, epoch, chunk));
  const drawn = new Set<number>();
  let tries = 0;
  while (drawn.size < layout.use.training!.samples) {
    const column = random.below(words);
    drawn.add(random.next() <= thresholds[column]! ? column : aliases[column]!);
    tries += 1;
  }
  return { drawn: [...drawn], correction: (word) => Math.log(1 - (1 - shares[word]!) ** tries) };
}
