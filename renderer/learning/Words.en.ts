import { some } from '../i18n/counted.ts';

/** How the vectors of a model came about. */
export const en = {
  views: { rows: 'Rows', paths: 'Paths', matrix: 'Matrix', loss: 'Loss' },
  viewsLabel: 'What is shown',
  noModel: 'Train a model, and see here how its vectors came about: random at first, then learned.',
  rowsNote: 'One row of the matrix at each moment: random at the top, learned at the bottom.',
  rowsSoFar: 'One row of the matrix at each moment so far: random at the top, as it is now at the bottom.',
  noWord: 'No word of this training is watched.',
  now: 'now',
  notBegun: 'The first rows come with the first step.',
  word: 'Word',
  chosen: (word: string) => `${word} (watched)`,
  other: 'Other words',
  otherHint: 'separated by spaces; of words that were not watched only the first and the last row are known',
  ask: 'Show',
  epoch: (n: string) => `epoch ${n}`,
  beginning: 'random',
  end: 'at the end',
  row: (word: string) => `The row of ${word} while it was trained`,
  towards: (from: string) => `Cosine with the row at the end: ${from} at first`,
  towardsNow: (from: string) => `Cosine with the row of now: ${from} at first`,
  dimension: (n: string) => `dimension ${n}`,
  matrix: 'The first rows of the matrix',
  states: { initial: 'Before the training', trained: 'Trained' },
  matrixNote: (shown: string, all: string) =>
    `${shown} of ${some(all, 'row', 'rows')}, the most frequent words`,
  pathsLabel: (words: string) => `Paths of ${some(words, 'word', 'words')} over the map`,
  pathsNote: (share: string) =>
    `From the random place (○) to the learned one (●), on the plane of the trained map by PCA (${share} of the variance). Grey: the most frequent words at the end.`,
  pathsSoFar: (share: string) =>
    `From the random place (○) to the present one (●), on the plane in which the 500 most frequent words differ most at this moment (PCA, ${share} of the variance): it turns while they move. Grey: these words.`,
  from: 'Epoch',
  x: 'x',
  y: 'y',
  lossNote: 'Mean loss per example, in nats. Not a quality score.',
  noLoss: 'No loss was kept of this training.',
  unwatched: 'No word was watched while this model was trained: only the first and the last row are known.',
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
