import { statfsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { FileChoice, ImportRequest, SkippedFile } from '../contract/corpus.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import type { ImportMessage, ImportWorkerData } from './import-worker.ts';
import { metadataSource } from './metadata.ts';
import { newSpoolFolder, readSpool, type ImportSpool, type SpooledDocument } from './spool.ts';
import { listTextFiles, type TextFile } from './text-files.ts';

export interface ImportTexts {
  readonly environment: Pick<Environment, 'workers' | 'now' | 'kernels'>;
  readonly request: ImportRequest;
  /** For passing files; as large as the texts four times over. */
  readonly spoolFolder: string;
  /** A file during which nothing happens for so long is left out. */
  readonly patienceMs?: number;
}

/** UTF-16 text, and for each token its type, place and length. */
const spoolBytesPerByte = 4.5;
const defaultPatienceMs = 30_000;
const graceMs = 2000;
const pollMs = 50;

/**
 * Reads files into a spool: each is decoded and cut in a thread of its own kind, so that a file that crashes or hangs it costs
 * nothing but itself. Nothing of the project is touched.
 * @throws AppError E_NO_TEXTS, E_FILE_MISSING (none of the files is there), E_NO_SPACE, E_CANCELLED, E_METADATA_INVALID
 */
export async function importTexts(task: ImportTexts, hooks: Hooks = {}): Promise<ImportSpool> {
  const { request, spoolFolder } = task;
  const metadataOf = metadataSource(request);
  const { files, skipped, choices } = chosenFiles(request);
  if (files.length === 0 && skipped.length === 0) throw new AppError('E_NO_TEXTS');
  if (files.length === 0 && skipped.every(({ code }) => code === 'E_FILE_MISSING'))
    throw new AppError('E_FILE_MISSING', skipped[0]!.details);
  checkSpace(files, spoolFolder);
  const folder = newSpoolFolder(spoolFolder);
  const run: Run = {
    task,
    hooks,
    folder,
    files,
    choices,
    documents: [],
    forms: [],
    failures: new Map(),
    next: 0,
  };
  try {
    while (run.next < files.length) await runWorker(run);
  } catch (error) {
    readSpool(folder, [], [], []).remove();
    throw error;
  }
  const leftOut = [...run.failures].map(([index, { code, details }]): SkippedFile => {
    const { file } = files[index]!;
    return { file, code, details: { file, ...details } };
  });
  const documents = run.documents.map((document) => ({
    ...document,
    // What the person says of a text outweighs what its file says.
    metadata: { ...document.metadata, ...metadataOf(document.report.file) },
  }));
  return readSpool(folder, run.forms, documents, [...skipped, ...leftOut]);
}

/** Files that are wanted, and what the user decided for each. */
export function chosenFiles({ paths, choices = [] }: Pick<ImportRequest, 'paths' | 'choices'>): {
  readonly files: readonly TextFile[];
  readonly skipped: readonly SkippedFile[];
  readonly choices: ReadonlyMap<string, FileChoice>;
} {
  const { files, skipped } = listTextFiles(paths);
  const byFile = new Map(choices.map((choice) => [choice.file, choice]));
  return { files: files.filter(({ file }) => byFile.get(file)?.leaveOut !== true), skipped, choices: byFile };
}

function checkSpace(files: readonly TextFile[], folder: string): void {
  const needed = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) * spoolBytesPerByte);
  const { bavail, bsize } = statfsSync(folder);
  if (needed > bavail * bsize) throw new AppError('E_NO_SPACE', { needed, free: bavail * bsize });
}

/** An import under way; outlives its threads. */
interface Run {
  readonly task: ImportTexts;
  readonly hooks: Hooks;
  readonly folder: string;
  readonly files: readonly TextFile[];
  readonly choices: ReadonlyMap<string, FileChoice>;
  readonly documents: SpooledDocument[];
  readonly forms: string[];
  readonly failures: Map<number, { readonly code: string; readonly details: SkippedFile['details'] }>;
  /** The file that is read now. */
  next: number;
}

/** Reads on from the next file until all are read or the thread ends before its time. */
async function runWorker(run: Run): Promise<void> {
  const { task, hooks, files } = run;
  const control = new Int32Array(new SharedArrayBuffer(16));
  const [last] = run.documents.slice(-1);
  const data: ImportWorkerData = {
    files: files.slice(run.next),
    first: run.next,
    request: task.request,
    choices: run.choices,
    spoolFolder: run.folder,
    kernels: task.environment.kernels,
    textEnd: last?.textEnd ?? 0,
    tokensEnd: last?.tokensEnd ?? 0,
    forms: run.forms,
    control: control.buffer,
  };
  const worker = new Worker(new URL(task.environment.workers.importing), {
    workerData: { ...data, request: { ...task.request, paths: [], choices: [] } },
  });
  let ended = false;
  const failures: Error[] = [];
  worker.on('message', (message: ImportMessage) => take(run, message));
  worker.on('error', (error: Error) => failures.push(error));
  const exit = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      ended = true;
      resolve();
    });
  });

  const patience = task.patienceMs ?? defaultPatienceMs;
  const { now } = task.environment;
  let heard = { beat: -1, at: now() };
  while (!isTrue(ended)) {
    await Promise.race([exit, rest(pollMs)]);
    report(run);
    const beat = Atomics.load(control, 1);
    if (beat !== heard.beat) heard = { beat, at: now() };
    const hangs = now() - heard.at > patience;
    if (hooks.signal?.aborted !== true && !hangs) continue;
    Atomics.store(control, 0, 1);
    await Promise.race([exit, rest(hangs ? 0 : graceMs)]);
    await worker.terminate();
    await exit;
  }
  if (hooks.signal?.aborted === true) throw new AppError('E_CANCELLED');
  if (run.next < files.length) {
    // The thread died in the middle of this file: the others need not suffer for it.
    const reason = failures[0]?.message ?? 'no answer';
    run.failures.set(run.next, { code: 'E_IMPORT_STOPPED', details: { reason } });
    run.next += 1;
  }
  report(run);
}

function take(run: Run, message: ImportMessage): void {
  if (message.kind === 'document') {
    run.documents.push(message.document);
    for (const form of message.forms) run.forms.push(form);
  } else run.failures.set(message.index, message.failure);
  run.next = message.index + 1;
}

function report({ hooks, files, next }: Run): void {
  const bytes = (list: readonly TextFile[]) => list.reduce((sum, file) => sum + file.bytes, 0);
  hooks.onProgress?.({ phase: 'reading', done: bytes(files.slice(0, next)), total: bytes(files) });
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isTrue = (value: boolean) => value;
