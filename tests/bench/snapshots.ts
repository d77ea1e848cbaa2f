import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TrainingSettings } from '../../core/contract/settings/training.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { encodeTokens } from '../../core/training/encode-tokens.ts';
import { wordsToKeep } from '../../core/training/observe.ts';
import { prepareMemory } from '../../core/training/run-memory.ts';
import { completeSettings } from '../../core/training/settings.ts';
import { takenSnapshots } from '../../core/training/snapshots.ts';
import { startTrainer } from '../../core/training/trainer.ts';
import { buildVocabulary } from '../../core/vocabulary/vocabulary.ts';

// What it costs to keep vectors of watched words on the way: the same training with them and without, in turns, in seconds of the processor.
// `--rounds=N` of them, 8 unless said.
const root = join(import.meta.dirname, '..', '..');
const rounds = Number(process.argv.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 8);
const folder = join(root, 'resources', 'samples', 'state-of-the-union', 'texts');
const tokens = readdirSync(folder)
  .slice(0, 60)
  .flatMap(
    (file) =>
      readFileSync(join(folder, file), 'utf8')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
  );
const ids = new Map<string, number>();
const counts: number[] = [];
const typeIds = Uint32Array.from(tokens, (word) => {
  const id = ids.get(word) ?? ids.size;
  ids.set(word, id);
  counts[id] = (counts[id] ?? 0) + 1;
  return id;
});
const types = { forms: [...ids.keys()], counts: Uint32Array.from(counts) };

async function seconds(chosen: Partial<TrainingSettings>, length: number, watching: boolean) {
  const settings = completeSettings({ mode: 'reproducible', minCount: 5, ...chosen });
  const some = typeIds.subarray(0, length);
  const vocabulary = buildVocabulary(types, settings);
  const rowOf = new Map(vocabulary.words.map((word, row) => [word, row]));
  const watched = wordsToKeep(vocabulary.words).map((word) => rowOf.get(word)!);
  const run = prepareMemory(vocabulary, settings, watching ? watched : []);
  encodeTokens([{ ids: some, lastOfDocument: true }], vocabulary.rowOfType, run.tokens);
  const before = process.cpuUsage();
  await startTrainer(run, {
    workerEntry: pathToFileURL(join(root, 'core', 'training', 'training-worker.ts')).href,
    module: kernelModule({ kernels: join(root, 'resources', 'kernels') }, 'words', 'strict'),
    now: () => performance.now(),
  }).outcome;
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, steps: watching ? takenSnapshots(run).steps.length : 0 };
}

for (const [name, length, settings] of [
  ['skip-gram, 100 dimensions, 15 epochs', tokens.length, { dimensions: 100, epochs: 15 }],
  ['CBOW, 50 dimensions, 15 epochs', tokens.length, { architecture: 'cbow', dimensions: 50, epochs: 15 }],
] as const) {
  const [without, beside]: [number[], number[]] = [[], []];
  let steps = 0;
  await seconds(settings, length, true);
  for (let round = 0; round < rounds; round += 1)
    for (const watching of round % 2 === 0 ? [false, true] : [true, false]) {
      const one = await seconds(settings, length, watching);
      (watching ? beside : without).push(one.cpu);
      steps = Math.max(steps, one.steps);
    }
  // Whatever else the computer does makes a round longer, never shorter.
  const [plain, kept] = [Math.min(...without), Math.min(...beside)];
  console.log(
    `${name}, ${length} tokens: at best ${plain.toFixed(3)} s without, ${kept.toFixed(3)} s with ${steps} steps: ${(100 * (kept / plain - 1)).toFixed(1)} %   ≤ 2 %`,
  );
}
