import { centredInterval } from '../change/measure-change.ts';
import { neighbourOverlap, sharedNeighbours } from '../change/neighbourhoods.ts';
import type { PartModel } from '../change/part-models.ts';
import { nullScores, testScores } from '../change/permutation-test.ts';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { DifferencesAnswer, PartAnswer, PartDifference, PartsAnswer } from '../contract/study.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { asAsked, textsInParts, type TextsInParts } from '../opened/divided-study.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { loadParts, type LoadedParts } from '../opened/loaded-study.ts';
import { kept } from '../opened/memo.ts';
import type { Opened } from '../opened/opened.ts';
import { countsOf } from '../opened/part-counts.ts';
import { typesOf } from '../opened/opened.ts';
import { obstacle, trainedAgain } from '../opened/study-plan.ts';
import { trainedTokens } from '../opened/trained-tokens.ts';
import { listStudies } from '../project/studies.ts';
import { placeOfRun } from '../studies/divided-texts.ts';
import { spreadOfList, type ScoresOfRun } from '../studies/spread.ts';
import { bestRows } from '../vectors/neighbours.ts';

/** So many words are tested beside those that are asked for: what chance gives is read off all of them together. */
const mostTested = 500;
/** Fewer words have no neighbourhoods to speak of. */
const leastWords = 30;
/** Chance is not known from fewer divisions. */
const leastDivisions = 3;

interface OpenedParts {
  readonly loaded: LoadedModel;
  readonly inParts: TextsInParts;
  readonly field: LoadedParts;
  /** Occurrences of each word of the model in each part, by row. */
  readonly counts: readonly Uint32Array[];
}

type AskedDivision = Pick<Checked<'study.parts'>, 'model' | 'by' | 'cuts' | 'equal'>;

const partCounts = kept<readonly Uint32Array[]>();

/** @throws AppError E_STUDY_MISSING, E_STUDY_IMPOSSIBLE where the field divides the texts otherwise by now */
function openedParts(opened: Opened, { model: name, by, cuts, equal }: AskedDivision): OpenedParts {
  const loaded = loadModel(opened, name);
  const { model } = loaded;
  const isMeant = (asked: unknown, there: unknown) =>
    asked === undefined || JSON.stringify(asked) === JSON.stringify(there);
  const found = listStudies(opened.project.db).findLast(
    ({ modelId, kind, division }) =>
      modelId === model.id &&
      kind === 'field' &&
      isMeant(by, division?.by) &&
      isMeant(cuts, division?.cuts) &&
      isMeant(equal, division?.equal),
  );
  const division = found?.division;
  if (division == null) throw new AppError('E_STUDY_MISSING', { model: model.name });
  const { texts, settings } = trainedAgain(opened, model);
  const inParts = textsInParts(opened, model, texts, division);
  if (inParts.division.sides !== division.sides) throw obstacle(model, 'stale');
  const field = loadParts(opened, loaded, 'field', division);
  if (field === null) throw new AppError('E_STUDY_MISSING', { model: model.name });
  const counts = opened.remember(partCounts, `${model.id} ${division.sides}`, () =>
    inParts.parts.map(({ documents: only }) => {
      const types = () => ({ forms: typesOf(opened).forms, counts: countsOf(opened, only).counts });
      const { forms, counts: ofTypes } = trainedTokens(opened, { only, types }, settings.layer).types();
      const own = new Uint32Array(loaded.space.words.length);
      forms.forEach((form, type) => {
        const row = form === '' ? -1 : loaded.space.rowOf(form);
        if (row >= 0) own[row] = ofTypes[type]!;
      });
      return own;
    }),
  );
  return { loaded, inParts, field, counts };
}

/** Places of the runs of a part: that on its texts as they are, and those on texts drawn anew. */
function runsOfPart({ numbers }: LoadedParts, parts: number, part: number) {
  const places = numbers.map((number, at) => ({ at, ...placeOfRun(number, parts) }));
  const own = places.filter((one) => one.part === part);
  return {
    asIs: own.find(({ round }) => round === 0)?.at ?? null,
    drawn: own.filter(({ round }) => round > 0),
  };
}

/** Answers `study.parts`. @throws AppError E_STUDY_MISSING, E_STUDY_IMPOSSIBLE, E_WORD_UNKNOWN */
export function studyParts(
  opened: Opened,
  { word, top, minCount, ...asked }: Checked<'study.parts'>,
): PartsAnswer {
  const { loaded, inParts, field, counts } = openedParts(opened, asked);
  const { runs } = field;
  const row = loaded.row(word);
  return {
    model: loaded.model.name,
    word: loaded.space.words[row]!,
    division: asAsked(inParts.division),
    parts: inParts.parts.map(({ name, texts, tokens }, part): PartAnswer => {
      const own = counts[part]!;
      const { asIs, drawn } = runsOfPart(field, inParts.parts.length, part);
      /** What a run says of the words that the part has often enough. */
      const scoresOf = (run: number): Float32Array | null => {
        const query = runs.unitVector(run, row);
        if (query === null) return null;
        return runs.cosines(run, query).map((score, other) => (own[other]! < minCount ? NaN : score));
      };
      const scores = asIs === null ? null : scoresOf(asIs);
      const about = { name, texts, tokens, count: own[row]!, runs: drawn.length };
      if (scores === null) return { ...about, neighbours: null, overlap: null };
      const list = { top, among: scores.length, exclude: [row] };
      const best = bestRows(scores, {
        most: top,
        largestFirst: true,
        rows: scores.length,
        exclude: [row],
      });
      function* drawnScores(): Generator<ScoresOfRun> {
        for (const { at } of drawn) yield scoresOf(at);
      }
      const { spreads, overlap } = spreadOfList(drawnScores(), {
        ...list,
        rows: best.map((one) => one.row),
        scores: best.map(({ score }) => score),
        scale: 'cosine',
      });
      return {
        ...about,
        overlap,
        neighbours: best.map(({ row: other, score }, at) => ({
          word: loaded.space.words[other]!,
          score,
          count: own[other]!,
          ...spreads[at]!,
        })),
      };
    }),
  };
}

/** Answers `study.differences`. @throws AppError E_STUDY_MISSING, E_STUDY_IMPOSSIBLE, E_SETTING_INVALID, E_CANCELLED */
export async function studyDifferences(
  opened: Opened,
  { words, against, top, minCount, ...asked }: Checked<'study.differences'>,
  hooks: Hooks,
): Promise<DifferencesAnswer> {
  const { loaded, inParts, field, counts } = openedParts(opened, asked);
  const names = inParts.parts.map(({ name }) => name);
  const reference = against === undefined ? 0 : names.indexOf(against);
  if (reference < 0)
    throw new AppError('E_SETTING_INVALID', {
      setting: 'against',
      value: against ?? '',
      allowed: names.join(', '),
    });
  const permuted = loadParts(opened, loaded, 'permuted', inParts.division);
  const wanted = words === undefined ? null : new Set(words.map((word) => loaded.row(word)));
  const parts = [...names.keys()].filter((part) => part !== reference);
  const compared: { words: number; divisions: number; rows: PartDifference[] }[] = [];
  const steps = function* (): Generator<number, null, undefined> {
    for (const part of parts) {
      const targets = comparedRows([counts[part]!, counts[reference]!], minCount, wanted);
      if (targets.length < leastWords) throw obstacle(loaded.model, 'no-words', { least: minCount });
      const pairs = { field, permuted, parts: names.length, pair: [reference, part] as const };
      const shares = differencesOf(pairs, targets);
      let found = shares.next();
      while (found.done !== true) {
        yield (compared.length + found.value) / parts.length;
        found = shares.next();
      }
      const rows = found.value.rows
        .map((one, at) => ({ ...one, word: loaded.space.words[targets[at]!]!, row: targets[at]! }))
        .filter(({ row, score }) => !Number.isNaN(score) && (wanted?.has(row) ?? true))
        .sort((a, b) => (b.excess ?? b.score) - (a.excess ?? a.score))
        .slice(0, top)
        .map(({ row: _row, ...one }) => one);
      compared.push({ words: targets.length, divisions: found.value.divisions, rows });
    }
    return null;
  };
  await finishSteps(steps(), { signal: hooks.signal, onProgress: shareOf(hooks, 'comparing') });
  const tested = Math.max(...compared.map((one) => one.words));
  return {
    model: loaded.model.name,
    division: asAsked(inParts.division),
    against: names[reference]!,
    words: tested,
    neighbours: sharedNeighbours(tested),
    divisions: Math.min(...compared.map(({ divisions }) => divisions)),
    parts: parts.map((part, at) => ({ name: names[part]!, rows: compared[at]!.rows })),
  };
}

/** Rows of the words that both parts have often enough: the most frequent, and those that are asked for. */
function comparedRows(
  counts: readonly Uint32Array[],
  minCount: number,
  wanted: ReadonlySet<number> | null,
): number[] {
  const often = [...counts[0]!.keys()].filter((row) => counts.every((own) => own[row]! >= minCount));
  return often.filter((row, at) => at < mostTested || wanted?.has(row) === true);
}

interface ComparedParts {
  readonly field: LoadedParts;
  readonly permuted: LoadedParts | null;
  readonly parts: number;
  readonly pair: readonly [reference: number, part: number];
}

/**
 * The distance of each word between two parts, its interval by the rounds on texts drawn anew, and its test by the rounds on permuted labels. Yields the share done, 0 to 1.
 */
function* differencesOf(
  { field, permuted, parts, pair }: ComparedParts,
  targets: readonly number[],
): Generator<
  number,
  { readonly rows: readonly Omit<PartDifference, 'word'>[]; readonly divisions: number },
  undefined
> {
  const drawn = roundsOf(field, parts, pair);
  const dealt = permuted === null ? [] : roundsOf(permuted, parts, pair);
  const all = drawn.length + dealt.length;
  const distances = ({ runs }: LoadedParts, places: readonly [number, number]) =>
    neighbourOverlap([modelOf(runs, places[0], targets), modelOf(runs, places[1], targets)]);
  const ofField: Float64Array[] = [];
  for (const { places } of drawn) {
    ofField.push(distances(field, places));
    yield ofField.length / all;
  }
  const ofChance: Float64Array[] = [];
  for (const { places } of dealt) {
    ofChance.push(distances(permuted!, places));
    yield (ofField.length + ofChance.length) / all;
  }
  const isWhole = drawn[0]?.round === 0;
  const scores = isWhole ? ofField[0]! : new Float64Array(targets.length).fill(NaN);
  const again = isWhole ? ofField.slice(1) : [];
  // Shares of so many nearest words move in steps.
  const resolution = 1 / sharedNeighbours(targets.length);
  const tests =
    ofChance.length < leastDivisions ? null : testScores(nullScores(ofChance, resolution), scores);
  const rows = targets.map((_, at) => {
    const values = again.map((one) => one[at]!).filter((value) => !Number.isNaN(value));
    const test = tests?.[at];
    return {
      score: scores[at]!,
      ...centredInterval(scores[at]!, values),
      expected: test?.expected ?? null,
      excess: test?.excess ?? null,
      p: test?.p ?? null,
      q: test?.q ?? null,
    };
  });
  return { rows, divisions: ofChance.length };
}

/** Rounds of which both parts have a run. */
function roundsOf(
  { numbers }: LoadedParts,
  parts: number,
  [first, second]: readonly [number, number],
): { readonly round: number; readonly places: readonly [number, number] }[] {
  const placeOf = new Map(numbers.map((number, at) => [number, at]));
  const last = Math.max(0, ...numbers.map((number) => placeOfRun(number, parts).round));
  return Array.from({ length: last + 1 }, (_, round) => round).flatMap((round) => {
    const at = (part: number) => placeOf.get(round * parts + part + 1);
    const [a, b] = [at(first), at(second)];
    return a === undefined || b === undefined ? [] : [{ round, places: [a, b] as const }];
  });
}

/** Vectors of some words in a run, as `core/change` compares them. */
function modelOf(runs: LoadedParts['runs'], run: number, rows: readonly number[]): PartModel {
  const vectors = rows.map((row) => runs.unitVector(run, row));
  const dimensions = vectors.find((one) => one !== null)?.length ?? 1;
  const all = new Float64Array(rows.length * dimensions);
  vectors.forEach((one, at) => {
    if (one !== null) all.set(one, at * dimensions);
  });
  return { dimensions, vectors: all };
}
