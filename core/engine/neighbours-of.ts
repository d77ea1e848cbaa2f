import type { Measure, Neighbour } from '../contract/search.ts';
import type { ByChance, Spread, StudyBehind, WholeKind } from '../contract/study.ts';
import { behind, byChance, neighbourSpread } from '../opened/answer-spread.ts';
import type { LoadedModel } from '../opened/loaded-model.ts';
import { loadChance, loadStudy } from '../opened/loaded-study.ts';
import type { Opened } from '../opened/opened.ts';
import type { ListSpread } from '../studies/spread.ts';
import { nearestTo, type RankedRow } from '../vectors/neighbours.ts';

interface NeighboursAsked {
  readonly word: string;
  readonly measure: Measure;
  readonly raw: boolean;
  readonly top: number;
  readonly minCount: number;
  /** The one that shall answer. */
  readonly study?: WholeKind | undefined;
}

/** The words nearest to a word, with what a study of the model says of them. @throws AppError E_WORD_RARE, E_WORD_UNKNOWN */
export function neighboursOf(
  opened: Opened,
  loaded: LoadedModel,
  { word, measure, raw, top, minCount, study: kind }: NeighboursAsked,
): {
  readonly neighbours: readonly (Neighbour & Partial<Spread> & Partial<ByChance>)[];
  readonly study: StudyBehind | null;
} {
  const row = loaded.row(word);
  const asked = { measure, top, exclude: [row], minCount };
  const ranked = nearestTo(loaded.space, loaded.scores(raw), loaded.space.vector(row), asked);
  const rows = ranked.map(({ row: one }) => one);
  const scores = ranked.map(({ score }) => score);
  const study = measure === 'cosine' ? loadStudy(opened, loaded, kind) : null;
  const spread =
    study === null
      ? null
      : neighbourSpread(study, loaded, row, { rows, scores, top, exclude: [row], minCount });
  const chance = measure === 'cosine' ? loadChance(opened, loaded) : null;
  const ofChance = chance === null ? [] : byChance(chance, row, rows);
  return {
    neighbours: withSpread(described(loaded, ranked), spread).map((one, at) => ({ ...one, ...ofChance[at] })),
    study: study === null || spread === null ? null : behind(study, spread),
  };
}

/** Each word with what the runs say of it. */
export const withSpread = (
  neighbours: readonly Neighbour[],
  spread: ListSpread | null,
): (Neighbour & Partial<Spread>)[] => neighbours.map((one, at) => ({ ...one, ...spread?.spreads[at] }));

/** Rows of a model as a ranking shows them. @param inputs rows that were asked with */
export function described(
  loaded: LoadedModel,
  ranked: readonly RankedRow[],
  inputs?: ReadonlySet<number>,
): Neighbour[] {
  const { space } = loaded;
  const documents = loaded.documents(ranked.map(({ row }) => row));
  return ranked.map(({ row, score }, at) => ({
    word: space.words[row]!,
    score,
    count: space.counts?.[row] ?? 0,
    documents: documents[at]!,
    ...(inputs?.has(row) === true ? { isInput: true } : {}),
  }));
}
