import * as v from 'valibot';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { TrainingProgress, TrainingResult } from '../contract/training.ts';
import { storedSettings } from '../contract/settings/schema.ts';
import { trainingTable, type TrainingSettings } from '../contract/settings/training.ts';
import { modelHealth } from '../evidence/model-health.ts';
import { storeSteps } from '../project/learning-steps.ts';
import { describeMatrix } from '../project/matrices.ts';
import { addModel, findModel, modelNames } from '../project/models.ts';
import { removeCheckpoint } from '../project/training-checkpoints.ts';
import { countVectors, vectorsOfPairs } from '../training/count-model.ts';
import { encodeTokens } from '../training/encode-tokens.ts';
import { boundedTokens } from '../training/window-bounds.ts';
import { observe, wordsToWatch } from '../training/observe.ts';
import { takenSnapshots, type KeptSnapshots } from '../training/snapshots.ts';
import { prepareMemory, type RunMemory } from '../training/run-memory.ts';
import { changingParts, copyVectors, tokensDone } from '../training/run-state.ts';
import { threadsOf } from '../training/rounds-layout.ts';
import { completeSettings, inStretches, runIdentity } from '../training/settings.ts';
import type { SparseMatrix } from '../training/sparse-matrix.ts';
import { startTrainer, type TrainingStep } from '../training/trainer.ts';
import { vectorSpace } from '../vectors/vector-space.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { learningSoFar } from './learning-so-far.ts';
import { vocabularyOf } from './vocabulary-of.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import type { ModelHistory } from '../project/model-records.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';
import { whileGoing } from '../stop-signal.ts';
import { modelName } from './free-name.ts';
import { whileTraining, type Course } from './steer-training.ts';
import { watchedWords, type WatchedWords } from './watched-words.ts';
import { checkpointEntries, keepRun, resumeRun, type CheckpointState } from './training-checkpoint.ts';
import { trainedTokens, type TrainedTokens } from '../opened/trained-tokens.ts';
import { asChosen, resumedTexts, trainingTexts, type TrainingTexts } from '../opened/training-texts.ts';

type ProgressHooks = CallHooks<TrainingProgress>;

/** What a training made, before it is stored. */
interface Trained {
  readonly input: Float32Array;
  readonly output: Float32Array | null;
  readonly loss: readonly number[];
  readonly seconds: number;
  /** Raw tokens of the texts × epochs that were done. */
  readonly rawTokens: number;
  /** Null where nothing was random first. */
  readonly kept: KeptSnapshots | null;
}

interface Plan {
  readonly session: Session;
  readonly name: string;
  readonly settings: TrainingSettings;
  readonly vocabulary: Vocabulary;
  readonly texts: TrainingTexts;
  readonly tokens: TrainedTokens;
  /** As they were asked for. */
  readonly asked: readonly string[];
  readonly watched: WatchedWords;
  readonly hooks: ProgressHooks;
  readonly course: Course;
  /** Of a count model whose pairs were counted elsewhere. */
  readonly pairs?: SparseMatrix | undefined;
}

/** What a checkpoint says of its run. */
interface RunState extends CheckpointState<TrainingSettings> {
  readonly watched: readonly string[];
}

const runState: v.GenericSchema<unknown, RunState> = v.object({
  ...checkpointEntries,
  settings: storedSettings(trainingTable),
  watched: v.array(v.string()),
});

/**
 * Answers `model.train`: from the tokens of the project to a stored model.
 * @param pairs of a count model, where they were counted elsewhere
 */
export function trainModel(
  session: Session,
  request: Checked<'model.train'>,
  hooks: ProgressHooks,
  pairs?: SparseMatrix,
): Promise<TrainingResult> {
  return whileTraining(session, hooks, (course) => train(session, request, hooks, course, pairs));
}

async function train(
  session: Session,
  { name, settings: chosen, texts: ref, resume, watched }: Checked<'model.train'>,
  hooks: ProgressHooks,
  course: Course,
  pairs: SparseMatrix | undefined,
): Promise<TrainingResult> {
  const { project } = session;
  const settings = completeSettings(chosen);
  const texts = resume ? null : trainingTexts(session, ref ?? 'all');
  if (name !== undefined) checkName(session, name);
  const isResumed = texts === null;
  const planOf = (of: Pick<Plan, 'settings' | 'name' | 'asked' | 'texts'>): Plan => {
    const tokens = trainedTokens(session, of.texts, of.settings.layer);
    const vocabulary = vocabularyOf(session, tokens.types(), of.settings);
    return {
      session,
      ...of,
      settings: isResumed ? of.settings : inStretches(chosen, of.settings, vocabulary),
      tokens,
      vocabulary,
      watched: watchedWords(session, vocabulary.words, of.asked),
      hooks,
      course,
      pairs,
    };
  };
  if (texts === null) {
    const textsOf = (found: RunState) => resumedTexts(session, found.subCorpus, ref);
    const { prepared, state } = resumeRun(project, 'model', {
      schema: runState,
      chosen,
      identityOf: (found: RunState, written) => runIdentity(written, textsOf(found).digest),
      prepare(found) {
        const { settings: begun, watched: seen } = found;
        const { workers = begun.workers } = begun.mode === 'reproducible' ? chosen : begun;
        const plan = planOf({
          settings: { ...begun, workers },
          name: name ?? found.name,
          asked: seen,
          texts: textsOf(found),
        });
        return { plan, run: loadRun(plan) };
      },
      parts: ({ run }) => ({ ...changingParts(run) }),
    });
    return storeModel(prepared.plan, await trainVectors(prepared.plan, prepared.run, state.seconds));
  }
  const plan = planOf({
    settings,
    name: name ?? modelName(settings.architecture, texts.subCorpus, modelNames(project.db)),
    asked: watched,
    texts,
  });
  const trained =
    settings.architecture === 'count' ? await countModel(plan) : await trainVectors(plan, loadRun(plan), 0);
  return storeModel(plan, trained);
}

function checkName(session: Session, name: string): void {
  if (modelNames(session.project.db).includes(name))
    throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
}

function loadRun(plan: Plan): RunMemory {
  const { vocabulary, settings, watched } = plan;
  const run = prepareMemory(vocabulary, settings, watched.rows);
  encodeTokens(tokensOf(plan), vocabulary.rowOfType, run.tokens);
  return run;
}

/** As long as nobody gives the training up. */
const tokensOf = ({ settings, tokens, course }: Plan) =>
  whileGoing(boundedTokens(settings, tokens), () => course.goOn());

async function trainVectors(plan: Plan, run: RunMemory, secondsBefore: number): Promise<Trained> {
  const { session, name, settings, vocabulary, texts, asked, course } = plan;
  const { project, environment } = session;
  const identity = runIdentity(settings, texts.digest);
  const state = { identity, name, settings, ...asChosen(texts), watched: asked };
  const keep = (): void => {
    const now: RunState = { ...state, seconds: trainer.seconds() };
    keepRun(project, 'model', now, { ...changingParts(run) }, environment.now());
  };
  const trainer = startTrainer(run, {
    workerEntry: environment.workers.training,
    module: kernelModule(environment, 'words', settings.mode === 'fast' ? 'relaxed' : 'strict'),
    now: environment.now,
    onStep: progressReporter(plan, run),
    checkpoint: keep,
    secondsBefore,
  });
  const { seconds, loss } = await course.follow(trainer, learningSoFar(name, vocabulary, run));
  const rawTokens = tokensDone(run) * (vocabulary.totalTokens / vocabulary.keptTokens);
  return {
    input: copyVectors(run, 'input'),
    output: copyVectors(run, 'output'),
    loss,
    seconds,
    rawTokens,
    kept: takenSnapshots(run),
  };
}

const observeEveryMs = 1000;

function progressReporter(plan: Plan, run: RunMemory): (step: TrainingStep) => void {
  const { settings, vocabulary, watched, hooks, session } = plan;
  const observer = observe(
    run,
    vocabulary.words,
    watched.chosen > 0
      ? watched.rows.slice(0, watched.chosen).map((row) => vocabulary.words[row]!)
      : wordsToWatch(vocabulary.words),
    kernelModule(session.environment, 'nearest', 'relaxed'),
  );
  const rawPerKept = vocabulary.totalTokens / vocabulary.keptTokens;
  const total = vocabulary.totalTokens * settings.epochs;
  let seen = { at: -Infinity, randomPairCosine: 0, watched: observer.watched() };
  let before = { done: tokensDone(run), seconds: 0 };
  return ({ done, seconds, epoch, loss }) => {
    const now = session.environment.now();
    if (now - seen.at >= observeEveryMs)
      seen = { at: now, randomPairCosine: observer.randomPairCosine(), watched: observer.watched() };
    if (before.seconds === 0) before = { done: before.done, seconds };
    const wordsPerSecond = (done * rawPerKept) / Math.max(seconds, 0.001);
    const rawDone = Math.min(total, Math.round(done * rawPerKept));
    hooks.onProgress?.({
      phase: 'training',
      done: rawDone,
      total,
      epoch,
      epochs: settings.epochs,
      wordsPerSecond,
      secondsLeft: wordsPerSecond > 0 ? (total - rawDone) / wordsPerSecond : 0,
      loss,
      randomPairCosine: seen.randomPairCosine,
      watched: seen.watched,
    });
  };
}

async function countModel(plan: Plan): Promise<Trained> {
  const { session, settings, vocabulary, hooks, course, pairs } = plan;
  const started = session.environment.now();
  const kernel = kernelModule(session.environment, 'panels', 'strict');
  const counted = (): Generator<number, Float32Array> => {
    const tokens = new Uint32Array(vocabulary.keptTokens);
    encodeTokens(tokensOf(plan), vocabulary.rowOfType, tokens);
    return countVectors(kernel, tokens, vocabulary.words.length, settings);
  };
  const steps = pairs === undefined ? counted() : vectorsOfPairs(kernel, pairs, settings);
  for (;;) {
    const step = steps.next();
    const seconds = (session.environment.now() - started) / 1000;
    if (step.done === true)
      return {
        input: step.value,
        output: null,
        loss: [],
        seconds,
        rawTokens: vocabulary.totalTokens,
        kept: null,
      };
    hooks.onProgress?.({
      phase: 'training',
      done: Math.round(step.value * vocabulary.totalTokens),
      total: vocabulary.totalTokens,
      epoch: 1,
      epochs: 1,
      wordsPerSecond: (step.value * vocabulary.totalTokens) / Math.max(seconds, 0.001),
      secondsLeft: (seconds * (1 - step.value)) / step.value,
      loss: NaN,
      randomPairCosine: 0,
      watched: [],
    });
    // Lets a cancel arrive between the steps.
    await new Promise((resolve) => setImmediate(resolve));
    course.goOn();
  }
}

function storeModel(plan: Plan, trained: Trained): TrainingResult {
  const { session, name, settings, vocabulary, texts, watched, hooks } = plan;
  const { project, environment } = session;
  const { signal } = hooks;
  const { words, counts, totalTokens } = vocabulary;
  const space = vectorSpace({ words, counts, dimensions: settings.dimensions, values: trained.input });
  const wordsPerSecond = trained.rawTokens / Math.max(trained.seconds, 0.001);
  const history: ModelHistory = {
    loss: trained.loss,
    seconds: trained.seconds,
    wordsPerSecond,
    workers: threadsOf(settings),
    totalTokens,
    ...(texts.subCorpus === null ? {} : { subCorpus: texts.subCorpus }),
    ...(trained.kept === null
      ? {}
      : { watched: { rows: watched.rows, chosen: watched.chosen, end: trained.kept.end } }),
  };
  const health = modelHealth(space, { settings, tokens: totalTokens });
  const model = {
    name,
    kind: 'trained',
    forms: words,
    counts,
    dimensions: settings.dimensions,
    input: trained.input,
    output: trained.output,
    settings,
    history,
    health,
    corpus: texts.digest,
    createdAt: environment.now(),
    further: (modelId: number) => storeSteps(project.db, modelId, trained.kept?.steps ?? []),
  } as const;
  addModel(project.db, model, { ...(signal === undefined ? {} : { signal }) });
  removeCheckpoint(project);
  const stored = describeMatrix(project.db, findModel(project.db, name).id, 'input');
  return {
    model: name,
    vocabulary: words.length,
    dimensions: settings.dimensions,
    subCorpus: texts.subCorpus,
    documents: texts.documents,
    tokens: texts.tokens,
    epochs: epochsThatRan(settings, trained, texts.tokens),
    seconds: trained.seconds,
    wordsPerSecond,
    loss: trained.loss,
    randomPairCosine: health.randomPairCosine,
    watched: { words: watched.rows.map((row) => words[row]!), unknown: watched.unknown },
    sha256: stored.sha256,
  };
}

/** An epoch without a single pair has no loss, and ran all the same. */
const epochsThatRan = (
  { architecture, epochs }: Pick<Plan['settings'], 'architecture' | 'epochs'>,
  { loss, rawTokens }: Pick<Trained, 'loss' | 'rawTokens'>,
  tokens: number,
): number =>
  architecture === 'count'
    ? 1
    : Math.min(epochs, Math.max(1, loss.length, Math.ceil(rawTokens / tokens - 1e-6)));
