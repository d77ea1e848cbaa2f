import type { ContrastedModel, ModelsContrast } from '../contract/contrast.ts';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import { behind, neighbourSpread } from '../opened/answer-spread.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { loadStudy } from '../opened/loaded-study.ts';
import type { Opened } from '../opened/opened.ts';
import { commonOf, placesOf } from '../vectors/list-overlap.ts';
import { bestRows, rowsOfCount, type RankedRow } from '../vectors/neighbours.ts';

interface Side {
  readonly loaded: LoadedModel;
  readonly row: number;
  /** Cosine with every word. */
  readonly scores: Float32Array;
  /** Rows that may stand in the list: the first so many. */
  readonly among: number;
  readonly list: readonly RankedRow[];
}

/** Answers `contrast.models`. @throws AppError E_MODEL_UNKNOWN, and what an unknown word gives */
export function compareModels(
  opened: Opened,
  { word, models, top, minCount }: Checked<'contrast.models'>,
): ModelsContrast {
  const [first, second] = [sideOf(models[0]!), sideOf(models[1]!)];
  if (first.loaded.model.id === second.loaded.model.id)
    throw new AppError('E_REQUEST_INVALID', {
      field: 'models',
      reason: 'one model cannot be compared with itself',
    });
  const names = ({ loaded, list }: Side) => list.map(({ row }) => loaded.space.words[row]!);
  return {
    models: [described(first, second), described(second, first)],
    ...commonOf(names(first), names(second)),
    sharedWords: sharedWords(first.loaded, second.loaded),
  };

  function sideOf(name: string): Side {
    const loaded = loadModel(opened, name);
    const row = loaded.row(word);
    const among = rowsOfCount(loaded.space, minCount);
    const scores = loaded.scores(false)(loaded.space.vector(row), 'cosine').slice();
    const list = bestRows(scores, { most: top, largestFirst: true, rows: among, exclude: [row] });
    return { loaded, row, scores, among, list };
  }

  function described(own: Side, other: Side): ContrastedModel {
    const { loaded, row, list } = own;
    const { words, counts } = loaded.space;
    const places = placesOf(
      other.scores,
      list.map((one) => other.loaded.space.rowOf(words[one.row]!)),
      { among: other.among, exclude: other.row },
    );
    const study = loadStudy(opened, loaded);
    const rows = list.map((one) => one.row);
    const scores = list.map((one) => one.score);
    return {
      model: loaded.model.name,
      word: words[row]!,
      count: counts?.[row] ?? 0,
      neighbours: list.map((one, at) => ({
        word: words[one.row]!,
        score: one.score,
        count: counts?.[one.row] ?? 0,
        otherRank: places[at]!,
      })),
      study:
        study === null
          ? null
          : behind(
              study,
              neighbourSpread(study, loaded, row, { rows, scores, top, minCount, exclude: [row] }),
            ),
    };
  }
}

function sharedWords({ space: first }: LoadedModel, { space: second }: LoadedModel): number {
  let shared = 0;
  for (const word of first.words) if (second.rowOf(word) >= 0) shared += 1;
  return shared;
}
