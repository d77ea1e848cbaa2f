import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { ChosenSubCorpus } from '../contract/corpus.ts';
import { conditions, name } from '../contract/fields.ts';
import { AppError } from '../contract/errors.ts';
import type { Project } from '../project/project.ts';
import {
  findCheckpoint,
  readCheckpoint,
  writeCheckpoint,
  type CheckpointKind,
} from '../project/training-checkpoints.ts';

/** What a checkpoint says of its run. */
export interface CheckpointState<Settings extends object> {
  readonly identity: string;
  readonly name: string;
  readonly settings: Settings;
  /** Missing where the whole corpus is trained on. */
  readonly subCorpus?: ChosenSubCorpus;
  readonly seconds: number;
}

/** What all of them say but for the settings, as it is checked when it is read. */
export const checkpointEntries = {
  identity: v.string(),
  name: v.string(),
  subCorpus: v.exactOptional(v.object({ name: v.exactOptional(name), conditions })),
  seconds: v.number(),
};

/** What changes while training, by name; may lie in shared memory. */
export type ChangingParts = Readonly<Record<string, Float32Array | Uint32Array>>;

/** Called while the threads stand still. */
export function keepRun(
  project: Project,
  kind: CheckpointKind,
  state: CheckpointState<object>,
  parts: ChangingParts,
  now: number,
): void {
  writeCheckpoint(project, { state, arrays: parts }, now, kind);
}

export interface ResumedRun<State, Prepared> {
  readonly state: State;
  readonly prepared: Prepared;
}

/**
 * Takes an interrupted run up where its checkpoint was written.
 * @param schema what a checkpoint of this kind says of its run
 * @param chosen settings that were asked for: they must be those of the run
 * @param identityOf names the run that its settings, as they were written, and its texts would be now: it must be the one that was interrupted. Settings that
 * came later are none of those that it was named by
 * @param prepare makes the memory of the run
 * @param parts of it, which are then filled from the checkpoint
 * @throws AppError E_NOTHING_TO_RESUME, E_CHECKPOINT_DAMAGED, and what `identityOf` and `prepare` throw
 */
export function resumeRun<State extends CheckpointState<object>, Prepared>(
  project: Project,
  kind: CheckpointKind,
  {
    schema,
    chosen,
    identityOf,
    prepare,
    parts,
  }: {
    readonly schema: v.GenericSchema<unknown, State>;
    readonly chosen: Partial<State['settings']>;
    readonly identityOf: (state: State, written: object) => string;
    readonly prepare: (state: State) => Prepared;
    readonly parts: (prepared: Prepared) => ChangingParts;
  },
): ResumedRun<State, Prepared> {
  if (findCheckpoint(project.db)?.kind !== kind) throw new AppError('E_NOTHING_TO_RESUME');
  const made: {
    state: State;
    prepared: Prepared;
    parts: ReadonlyMap<string, Float32Array | Uint32Array>;
  }[] = [];
  readCheckpoint(project, (name, length, written) => {
    if (made.length === 0) {
      const found = stateOf(schema, written);
      checkRun(found, chosen, identityOf(found, settingsIn(written)));
      const prepared = prepare(found);
      made.push({ state: found, prepared, parts: new Map(Object.entries(parts(prepared))) });
    }
    const part = made[0]!.parts.get(name);
    if (part?.length !== length) throw new AppError('E_CHECKPOINT_DAMAGED');
    return part;
  });
  const [first] = made;
  if (first === undefined) throw new AppError('E_CHECKPOINT_DAMAGED');
  return { state: first.state, prepared: first.prepared };
}

/** Those of a state that fits its schema. */
const settingsIn = (written: unknown): object => (written as { readonly settings: object }).settings;

function stateOf<State>(schema: v.GenericSchema<unknown, State>, written: unknown): State {
  const result = v.safeParse(schema, written);
  if (result.success) return result.output;
  throw new AppError('E_CHECKPOINT_DAMAGED');
}

function checkRun({ identity, settings }: CheckpointState<object>, chosen: object, expected: string): void {
  const written = new Map<string, unknown>(Object.entries(settings));
  // Any number of threads may go on with a reproducible run.
  const isFree = (setting: string) => setting === 'workers' && written.get('mode') === 'reproducible';
  const same = Object.entries(chosen).every(
    ([setting, value]) => isFree(setting) || isDeepStrictEqual(written.get(setting), value),
  );
  if (!same || identity !== expected) throw new AppError('E_NOTHING_TO_RESUME');
}
