import type { TrainingSettings } from '../contract/settings/training.ts';
import { area, chunkTokens, lossPoolSize, poolSize } from '../kernel/memory-map.ts';
import { operationsPerToken } from './operations.ts';
import type { Sizes } from './sizes.ts';
import { wholeLines } from './whole-lines.ts';

/** Byte offsets of what training in rounds needs, and within the area of a stretch. */
export interface RoundsLayout {
  readonly stretches: number;
  readonly words: number;
  /** Kept tokens that each stretch trains in a round, at most. */
  readonly tokens: number;
  /** Where the threads meet. */
  readonly meeting: number;
  readonly areas: readonly number[];
  readonly areaBytes: number;
  readonly addresses: number;
  readonly owned: number;
  readonly copies: number;
  readonly outputs: number;
  /** Two tables, for rounds by turns. */
  readonly touched: number;
  readonly touchedBytes: number;
  readonly unitBytes: number;
}

type Shape = Pick<TrainingSettings, 'mode' | 'stretches' | 'workers'>;

/** Stretches of the corpus that are trained side by side. */
export const stretchesOf = ({ mode, stretches }: Shape): number =>
  mode === 'reproducible' ? Math.max(1, stretches) : 1;

/** More threads than stretches would have nothing to do. */
export const threadsOf = (settings: Shape): number =>
  settings.mode === 'fast' ? settings.workers : Math.min(settings.workers, stretchesOf(settings));

/** What is copied and merged as a whole: words, or under hierarchical softmax input rows and nodes. */
export const unitsOf = (
  { words }: Pick<Sizes, 'words'>,
  { output }: Pick<TrainingSettings, 'output'>,
): number => (output === 'hierarchical-softmax' ? words * 2 : words);

/** Threads look at their orders between rounds, which are not to take much longer than a tenth of a second. */
const operationsPerChunk = 2.5e8;
const fewestTokens = 4;
/** Full softmax is merged more often: every step writes all output rows. */
const mostTokensOfSoftmax = 125;

export function roundTokens(settings: TrainingSettings, words: number): number {
  const most = settings.output === 'full-softmax' ? mostTokensOfSoftmax : chunkTokens;
  const some = Math.round(operationsPerChunk / operationsPerToken(settings, words));
  return Math.min(most, Math.max(fewestTokens, some));
}

/** Most units that a chunk touches. */
function unitCapacity(
  { words, deepest }: Pick<Sizes, 'words' | 'deepest'>,
  { output }: Pick<TrainingSettings, 'output'>,
  tokens: number,
): number {
  if (output === 'negative-sampling') return Math.min(words, tokens + poolSize + lossPoolSize);
  const inputs = Math.min(words, tokens);
  if (output === 'full-softmax') return inputs;
  // On each level of the tree no more nodes than it has, and no more than there are paths.
  let nodes = 0;
  for (let level = 0; level < deepest; level += 1) nodes += Math.min(2 ** level, tokens);
  return inputs + Math.min(words, nodes);
}

export function placeRounds(
  place: (bytes: number) => number,
  sizes: Sizes,
  settings: TrainingSettings,
  rowBytes: number,
): RoundsLayout {
  const { words } = sizes;
  const stretches = stretchesOf(settings);
  const tokens = roundTokens(settings, words);
  const capacity = unitCapacity(sizes, settings, tokens);
  const unitBytes = settings.output === 'negative-sampling' ? rowBytes * 2 : rowBytes;
  // A list is written one place beyond its end.
  const listBytes = wholeLines((capacity + 1) * 4);
  const isSoftmax = settings.output === 'full-softmax';
  const addresses = area.unitList + listBytes;
  const owned = addresses + listBytes;
  const copies = owned + listBytes;
  const outputs = copies + wholeLines(capacity * unitBytes);
  const areaBytes = outputs + (isSoftmax ? wholeLines(words * 4) + words * rowBytes : 0);
  const touchedBytes = wholeLines(unitsOf(sizes, settings) * 16);
  return {
    stretches,
    words,
    tokens,
    meeting: place(64),
    areas: Array.from({ length: stretches }, () => place(areaBytes)),
    areaBytes: wholeLines(areaBytes),
    addresses,
    owned,
    copies,
    outputs,
    touched: place(touchedBytes * 2),
    touchedBytes,
    unitBytes,
  };
}
