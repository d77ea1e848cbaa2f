import type { LearningSoFar } from '../contract/learning.ts';
import { followAxes } from '../map/following-axes.ts';
import { projectedOn, type PrincipalAxes } from '../map/principal-components.ts';
import { courseOfWords } from './course-of-words.ts';
import { initialRows } from '../training/initial-vectors.ts';
import type { RunMemory } from '../training/run-memory.ts';
import { inputRow, lossOfEpochs } from '../training/run-state.ts';
import { takenSnapshots } from '../training/snapshots.ts';
import { unitRows } from '../vectors/vector-space.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** The most frequent words, whose spread makes the plane: few enough to be looked at every second. */
const groundWords = 500;

/** Looks at a training while its threads go on writing, so that what is seen of one row may be of two moments. @returns whoever asks, as often as they like */
export function learningSoFar(
  name: string,
  { words, counts }: Pick<Vocabulary, 'words' | 'counts'>,
  run: RunMemory,
): () => LearningSoFar {
  const { settings, dimensions, layout } = run;
  const { rows } = layout.watched;
  const shown = Math.min(groundWords, words.length);
  const beginnings = initialRows(settings, rows);
  let axes: PrincipalAxes | null = null;
  return () => {
    const { steps: kept, end: last } = takenSnapshots(run);
    const vector = (row: number) => inputRow(run, row).slice();
    const course = { words, counts, settings, watched: rows, kept, last, vector, begun: () => beginnings };
    const { steps, ways } = courseOfWords(course, rows);
    const ground = new Float32Array(shown * dimensions);
    for (let row = 0; row < shown; row += 1) ground.set(inputRow(run, row), row * dimensions);
    const units = unitRows(ground, dimensions);
    const now = followAxes(units, dimensions, axes);
    axes = now;
    return {
      learning: {
        model: name,
        dimensions,
        epochs: settings.epochs,
        steps,
        loss: lossOfEpochs(run),
        words: ways,
      },
      paths: {
        model: name,
        steps,
        shares: now.shares,
        paths: ways.map((way) => ({
          word: way.word,
          steps: way.steps,
          places: projectedOn(now, unitRows(way.values, dimensions)),
        })),
        ground: { words: words.slice(0, shown), places: projectedOn(now, units) },
      },
    };
  };
}
