import { AppError } from '../contract/errors.ts';
import { analogySpread, behind, byChance, matrixSpread, pairSpread } from '../opened/answer-spread.ts';
import { loadChance, loadStudy } from '../opened/loaded-study.ts';
import { fitWithTheOthers, solveAnalogy } from '../vectors/analogies.ts';
import { histogramOf } from '../vectors/histogram.ts';
import { measureOf } from '../vectors/measures.ts';
import { bestRows } from '../vectors/neighbours.ts';
import { slotProbabilities } from '../vectors/prediction.ts';
import { clusteringOf, similarityMatrix } from '../vectors/similarity-matrix.ts';
import type { Handlers } from './handlers.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { described, neighboursOf, withSpread } from './neighbours-of.ts';
import { whySimilar } from './why-similar.ts';

/** Above so many words the order of a clustering takes too long to wait for. */
const mostClustered = 2000;
/** Above so many words there are too many pairs to be asked of each run. */
const mostSpread = 200;

export const searchCalls: Handlers<'search'> = {
  'search.neighbours': (session, { model, ...asked }) =>
    neighboursOf(session, loadModel(session, model), asked),
  'search.cosines': (session, { word, model, stretches }) => {
    const loaded = loadModel(session, model);
    const row = loaded.row(word);
    return histogramOf(loaded.scores(false)(loaded.space.vector(row), 'cosine'), stretches, row);
  },
  'search.analogy': (session, { positive, negative, model, method, top, minCount, study: kind }) => {
    const loaded = loadModel(session, model);
    if (positive.length + negative.length === 0) throw new AppError('E_NO_WORDS');
    const rows = {
      positive: positive.map((word) => loaded.row(word)),
      negative: negative.map((word) => loaded.row(word)),
    };
    const answer = solveAnalogy(loaded.space, loaded.scores(false), {
      ...rows,
      method,
      top,
      minCount,
    });
    const inputs = new Set([...rows.positive, ...rows.negative]);
    const study = loadStudy(session, loaded, kind);
    const spread =
      study === null
        ? null
        : analogySpread(
            study,
            loaded,
            { ...rows, method },
            {
              rows: answer.neighbours.map(({ row }) => row),
              scores: answer.neighbours.map(({ score }) => score),
              top,
              exclude: [...inputs],
              minCount,
            },
          );
    return {
      neighbours: withSpread(described(loaded, answer.neighbours), spread),
      study: study === null || spread === null ? null : behind(study, spread),
      ranking: described(loaded, answer.ranking, inputs),
      baseline: described(loaded, answer.baseline),
    };
  },
  'search.odd': (session, { words, model }) => {
    const loaded = loadModel(session, model);
    if (words.length < 2) throw new AppError('E_NO_WORDS');
    const rows = words.map((word) => loaded.row(word));
    const fit = fitWithTheOthers(loaded.space, rows);
    const scores = rows.map((row, at) => ({ word: loaded.space.words[row]!, score: fit[at]! }));
    const odd = scores.reduce((least, one) => (one.score < least.score ? one : least));
    return { word: odd.word, scores };
  },
  'search.similarity': (session, { first, second, model, measure, raw, study: kind }) => {
    const loaded = loadModel(session, model);
    const rows = [loaded.row(first), loaded.row(second)] as const;
    const [a, b] = rows.map((row) => (raw ? loaded.space.vector(row) : loaded.space.unitVector(row)));
    const score = measureOf[measure](a!, b!);
    const study = measure === 'cosine' ? loadStudy(session, loaded, kind) : null;
    const chance = measure === 'cosine' ? loadChance(session, loaded) : null;
    const ofChance = chance === null ? {} : byChance(chance, rows[0], [rows[1]])[0];
    if (study === null) return { score, ...ofChance, study: null };
    return {
      score,
      ...ofChance,
      ...pairSpread(study, score, ...rows),
      study: behind(study, { overlap: null }),
    };
  },
  'search.why': whySimilar,
  'search.matrix': (session, { words, model, measure, raw }) => {
    const loaded = loadModel(session, model);
    const rows = words.map((word) => loaded.row(word));
    const values = similarityMatrix(loaded.space, rows, { measure, raw });
    const { order, tree } =
      rows.length > mostClustered
        ? { order: rows.map((_, at) => at), tree: [] }
        : clusteringOf(values, rows.length, measure);
    const study = measure === 'cosine' && rows.length <= mostSpread ? loadStudy(session, loaded) : null;
    const spread = study === null ? { low: null, high: null } : matrixSpread(study, rows, values);
    return { words: rows.map((row) => loaded.space.words[row]!), values, clustered: order, tree, ...spread };
  },
  'search.vectors': (session, { words, knownOnly, model }) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const known = knownOnly ? words.filter((word) => loaded.find(word) >= 0) : words;
    // Where it knows none, it is said why of the first.
    const rows = (known.length > 0 ? known : words).map((word) => loaded.row(word));
    const values = new Float32Array(rows.length * space.dimensions);
    rows.forEach((one, at) => values.set(space.vector(one), at * space.dimensions));
    return {
      words: rows.map((one) => space.words[one]!),
      dimensions: space.dimensions,
      values,
      unknown: words.filter((word) => !known.includes(word)),
    };
  },
  'search.predict': async (session, { left, right, model, top }) => {
    // What cuts texts is loaded where something is cut: most questions are about words.
    const { tokensOf } = await import('../opened/tokens-of.ts');
    const loaded = loadModel(session, model);
    const { space, settings, model: stored } = loaded;
    const output = loaded.output();
    if (settings === null || space.counts === null)
      throw new AppError('E_NO_OUTPUT_LAYER', { model: stored.name });
    // The window reaches only so far to each side; unknown words do not count, as in training.
    const found = [...sides(loaded, tokensOf(session, left), -settings.window)].concat(
      sides(loaded, tokensOf(session, right), settings.window),
    );
    const known = found.filter(({ row }) => row >= 0);
    if (known.length === 0) throw new AppError('E_NO_WORDS');
    const probabilities = slotProbabilities(
      { space, output, counts: space.counts, settings },
      known.map(({ row }) => row),
    );
    return {
      predictions: bestRows(probabilities, { most: top, largestFirst: true }).map(({ row, score }) => ({
        word: space.words[row]!,
        probability: score,
      })),
      method: { architecture: settings.architecture, output: settings.output },
      known: known.map(({ word }) => word),
      unknown: found.filter(({ row }) => row < 0).map(({ word }) => word),
    };
  },
};

interface ContextWord {
  readonly word: string;
  /** −1 where the model does not know it. */
  readonly row: number;
}

/** The nearest known words of one side (before the slot for a negative reach), and the unknown ones among them. */
function sides(model: LoadedModel, words: readonly string[], reach: number): ContextWord[] {
  const taken: ContextWord[] = [];
  let knownWords = 0;
  for (const word of reach < 0 ? words.toReversed() : words) {
    if (knownWords === Math.abs(reach)) break;
    const row = model.find(word);
    taken.push({ word, row });
    if (row >= 0) knownWords += 1;
  }
  return reach < 0 ? taken.reverse() : taken;
}
