import type { AssociationAnswer, AssociationSet } from '../contract/contrast.ts';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import { association, partitionTest, type AssociationCosines } from '../evidence/word-association.ts';
import { readWordSets, type WordSet } from '../evidence/word-sets.ts';
import { wayOfCounting } from '../opened/corpus-words.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { loadStudy } from '../opened/loaded-study.ts';
import type { Opened } from '../opened/opened.ts';
import { rowsOfWords } from '../opened/test-words.ts';
import { intervalAround } from '../studies/interval.ts';
import { quantile } from '../studies/spread.ts';
import { dot } from '../vectors/vector-space.ts';
import { pathOf } from './handlers.ts';
import { readGivenFile } from './read-given-file.ts';

interface FoundSet {
  readonly name: string;
  readonly rows: readonly number[];
  readonly unknown: readonly string[];
}

/** Answers `contrast.association`. @throws AppError E_WORD_SETS_INVALID, E_FILE_MISSING, E_NO_MODEL */
export function testAssociation(
  opened: Opened,
  { file, seed, model }: Checked<'contrast.association'>,
): AssociationAnswer {
  const loaded = loadModel(opened, model);
  const { space } = loaded;
  const { text, name } = readGivenFile(pathOf(file));
  const rowOf = rowsOfWords(space.words, Infinity, wayOfCounting(opened), loaded.stopped());
  const sets = readWordSets(text, name).map((set) => found(set, rowOf));
  const [x, y, a, b] = checked(sets, name);
  const cosines = (unitVector: (row: number) => ArrayLike<number>): AssociationCosines => {
    const rows = [x, y].flatMap((set) => set.rows.map(unitVector));
    const columns = [a, b].flatMap((set) => set.rows.map(unitVector));
    return {
      values: Float64Array.from(rows.flatMap((row) => columns.map((column) => dot(row, column)))),
      targets: [x.rows.length, y.rows.length],
      attributes: [a.rows.length, b.rows.length],
    };
  };
  const own = cosines((row) => space.unitVector(row));
  const { scores, effect, sd, statistic } = association(own);
  const all = [x, y, a, b].flatMap(({ rows }) => rows);
  const firstOf = x.rows.length;
  return {
    model: loaded.model.name,
    targets: [
      described(loaded, x, scores.subarray(0, firstOf)),
      described(loaded, y, scores.subarray(firstOf)),
    ],
    attributes: [described(loaded, a, null), described(loaded, b, null)],
    effect,
    sd,
    statistic,
    ...partitionTest(scores, seed),
    leaveOneOut: leaveOneOut(
      own,
      all.map((row) => space.words[row]!),
    ),
    study: studied(),
  };

  function studied(): AssociationAnswer['study'] {
    const study = loadStudy(opened, loaded);
    if (study === null) return null;
    const effects: number[] = [];
    for (let run = 0; run < study.runs.count; run += 1) {
      const vectors = new Map(all.map((row) => [row, study.runs.unitVector(run, row)]));
      if ([...vectors.values()].includes(null)) continue;
      effects.push(association(cosines((row) => vectors.get(row)!)).effect);
    }
    return {
      kind: study.kind,
      ...intervalAround(effect, effects, 'plain'),
      runs: effects.length,
      of: study.runs.count,
    };
  }
}

/** Rows of the words of a set, each once: two spellings of one word are one. */
function found({ name, words }: WordSet, rowOf: (word: string) => number | undefined): FoundSet {
  return {
    name,
    rows: [...new Set(words.flatMap((word) => rowOf(word) ?? []))],
    unknown: words.filter((word) => rowOf(word) === undefined),
  };
}

function checked(sets: readonly FoundSet[], file: string): [FoundSet, FoundSet, FoundSet, FoundSet] {
  const [x, y, a, b] = sets as [FoundSet, FoundSet, FoundSet, FoundSet];
  const unknown = sets.flatMap((set) => set.unknown);
  if (x.rows.length < 2 || y.rows.length < 2 || a.rows.length < 1 || b.rows.length < 1)
    throw new AppError('E_WORD_SETS_INVALID', { file, reason: 'too-few', unknown });
  if (x.rows.length !== y.rows.length)
    throw new AppError('E_WORD_SETS_INVALID', {
      file,
      reason: 'unequal',
      first: x.rows.length,
      second: y.rows.length,
      unknown,
    });
  return [x, y, a, b];
}

function described({ space }: LoadedModel, set: FoundSet, scores: Float64Array | null): AssociationSet {
  const counts = space.counts;
  return {
    name: set.name,
    words: set.rows.map((row, at) => ({
      word: space.words[row]!,
      count: counts?.[row] ?? 0,
      score: scores?.[at] ?? null,
    })),
    unknown: set.unknown,
    medianCount:
      counts === null ? null : quantile(Float64Array.from(set.rows, (row) => counts[row]!).sort(), 0.5),
  };
}

/** A set of one word cannot do without it. */
function leaveOneOut(
  cosines: AssociationCosines,
  words: readonly string[],
): AssociationAnswer['leaveOneOut'] {
  const sizes = [...cosines.targets, ...cosines.attributes];
  const setOf = sizes.flatMap((size) => new Array<number>(size).fill(size));
  const effects = words.flatMap((word, at) =>
    setOf[at]! < 2 ? [] : [{ word, effect: association(cosines, at).effect }],
  );
  const low = effects.reduce((least, one) => (one.effect < least.effect ? one : least));
  const high = effects.reduce((most, one) => (one.effect > most.effect ? one : most));
  return { low: low.effect, high: high.effect, lowWithout: low.word, highWithout: high.word };
}
