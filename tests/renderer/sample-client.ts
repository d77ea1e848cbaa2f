import { checkedInput } from '../../core/contract/checks.ts';
import type { Checked, Input, Method, Output } from '../../core/contract/contract.ts';
import type { TrainingProgress } from '../../core/contract/training.ts';
import type { CallOptions, Firth, WindowSettings } from '../../core/contract/window.ts';
import { answers, type Answers } from './sample-answers.ts';
import { documents, info, models } from './sample-project.ts';
import { trainSequence } from './sample-sequence-training.ts';

const isStopped = (): boolean => asked.stopped;
const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/** What the person asked of the running training. */
const asked = { paused: false, stopped: false };

function progressAt(step: number, steps: number): TrainingProgress {
  const share = step / steps;
  return {
    phase: step === 0 ? 'preparing' : 'training',
    done: Math.round(5_700_000 * share),
    total: 5_700_000,
    epoch: Math.min(15, 1 + Math.floor(share * 15)),
    epochs: 15,
    wordsPerSecond: 212_000 + 9000 * Math.sin(step),
    secondsLeft: 220 * (1 - share),
    loss: 1.9 + 1.1 * Math.exp(-4 * share) + 0.015 * Math.sin(step * 2.3),
    randomPairCosine: 0.9 * Math.exp(-3 * share) + 0.18,
    watched: ['king', 'river'].map((word, w) => ({
      word,
      vector: Float32Array.from({ length: 100 }, (_, at) => share * Math.sin(at * (w + 1))),
      neighbours: ['queen', 'prince', 'court', 'sea', 'land', 'throne'].map((near, i) => ({
        word: near,
        score: 0.8 - i * 0.05 - w * 0.02,
      })),
    })),
  };
}

async function train(options: CallOptions<'model.train'>): Promise<Output<'model.train'>> {
  const steps = 200;
  asked.stopped = false;
  for (let step = 0; step <= steps && !isStopped(); step++) {
    options.onProgress?.(progressAt(step, steps));
    do await rest(120);
    while (asked.paused && options.signal?.aborted !== true);
    if (options.signal?.aborted === true)
      throw Object.assign(new Error(), { code: 'E_CANCELLED', details: {} });
  }
  return {
    model: models[0]?.name ?? '',
    vocabulary: 6210,
    dimensions: 100,
    subCorpus: null,
    documents: info.documents,
    tokens: info.tokens,
    epochs: 15,
    seconds: 24,
    wordsPerSecond: 212_000,
    loss: [2.9, 1.9],
    randomPairCosine: 0.2,
    watched: { words: ['king', 'river'], unknown: [] },
    sha256: '',
  };
}

async function importTexts(options: CallOptions<'corpus.import'>): Promise<Output<'corpus.import'>> {
  for (let done = 0; done <= 12; done++) {
    options.onProgress?.({ phase: 'reading', done, total: 12 });
    await rest(100);
    if (options.signal?.aborted === true)
      throw Object.assign(new Error(), { code: 'E_CANCELLED', details: {} });
  }
  const files = documents.map((row, i) => ({
    file: row.name,
    bytes: row.characters,
    encoding: row.encoding,
    encodingConfidence: 1,
    language: row.language,
    method: row.method,
    tokens: row.tokens,
    characters: row.characters,
    replaced: i === 3 ? [{ line: 41, byteOffset: 3021, byte: 0x81 }] : [],
    replacedCount: i === 3 ? 3 : 0,
    dropped: { punctuation: 4210, numbers: 0 },
    suspicious: i === 10,
    documents: 1,
    emptyParts: 0,
  }));
  return { documents: 12, tokens: info.tokens, types: info.types, files, skipped: [] };
}

async function call<M extends Method>(
  method: M,
  params: Input<M>,
  options: CallOptions<M> = {},
): Promise<Output<M>> {
  await rest(20);
  if (method === 'model.pause') asked.paused = true;
  if (method === 'model.continue') asked.paused = false;
  if (method === 'model.stopAndKeep') asked.stopped = true;
  const long = options as unknown as CallOptions<'model.train'> & CallOptions<'corpus.import'>;
  if (method === 'project.save') saved.push('Speeches, a copy.firth');
  if (method === 'model.train') return await train(long);
  if (method === 'sequence.train')
    return await trainSequence(options as unknown as CallOptions<'sequence.train'>, asked);
  if (method === 'corpus.import') return await importTexts(long);
  const answer: ((input: Checked<M>) => Output<M>) | undefined = answers[method];
  if (answer === undefined) throw new Error(`${method} has no sample answer`);
  return answer(checkedInput(method, params));
}

/** Files that the person has saved to. */
const saved: string[] = [];

const grant = (name: string, kind: 'file' | 'folder' = 'file') => ({ grant: name, name, kind });

/**
 * Stands where the preload script would; answers with the same invented data each time.
 * @param instead answers of another project
 */
export function sampleClient(settings: WindowSettings, instead: Answers = {}): Firth {
  return {
    call: (method, params, options) => {
      const other: ((input: Checked<typeof method>) => Output<typeof method>) | undefined = instead[method];
      return other === undefined
        ? call(method, params, options)
        : Promise.resolve(other(checkedInput(method, params)));
    },
    newProject: () => Promise.resolve(grant('new')),
    chooseProject: () => Promise.resolve(grant('Speeches.firth')),
    chooseFiles: () => Promise.resolve([grant('texts')]),
    chooseFolder: () => Promise.resolve(grant('texts', 'folder')),
    chooseSaveTarget: (suggested) => Promise.resolve(grant(suggested)),
    saveFile: (suggested, content) => {
      Object.assign(globalThis, { savedFile: content });
      return Promise.resolve(suggested);
    },
    grantForDrop: (file) => Promise.resolve(grant(file.name)),
    copyText: () => Promise.resolve(null),
    sample: () => Promise.resolve({ texts: grant('texts'), metadata: grant('metadata.csv') }),
    recentProjects: () =>
      Promise.resolve([
        ...saved.map((name) => ({ ...grant(name), folder: 'Corpora', openedAt: Date.UTC(2026, 2, 15) })),
        { ...grant('Speeches 1790–2016.firth'), folder: 'Corpora', openedAt: Date.UTC(2026, 2, 14) },
        { ...grant('方言调查 二期.firth'), folder: '语料 é', openedAt: Date.UTC(2026, 2, 2) },
        { ...grant('Novels, second reading.firth'), folder: 'Documents', openedAt: Date.UTC(2026, 0, 20) },
      ]),
    settings: () => Promise.resolve(settings),
    changeSettings: (changed) => Promise.resolve({ ...settings, ...changed }),
    dataFolder: () =>
      Promise.resolve({
        path: 'Firth',
        entries: [
          { name: 'Speeches 1790–2016', bytes: 48_200_000 },
          { name: 'logs', bytes: 31_000 },
        ],
      }),
    showPages: () => Promise.resolve(null),
    settled: () => Promise.resolve(null),
    onLeaving: () => () => undefined,
    onMenu: () => () => undefined,
    onOpened: () => () => undefined,
    onJob: () => () => undefined,
  };
}
