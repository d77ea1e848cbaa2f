import { statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileChoice, FileReport, ImportRequest, SkippedFile } from '../contract/import.ts';
import { AppError, type Failure } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import type { ImportMessage, ReadingWishes } from './import-worker.ts';
import { metadataSource } from './fitted-metadata.ts';
import { tableAmong } from './table-among-files.ts';
import { sameFiles } from './same-files.ts';
import { readInThreads } from './reading-threads.ts';
import {
  emptySpool,
  newSpoolFolder,
  readSpool,
  type ImportSpool,
  type SpooledDocument,
  type SpoolEnds,
} from './spool.ts';
import type { TextFile } from './text-file.ts';
import { listTextFiles } from './text-files.ts';

export interface ImportTexts {
  readonly environment: Pick<Environment, 'workers' | 'now' | 'kernels' | 'log'>;
  readonly request: ImportRequest;
  /** For passing files; as large as the texts four times over. */
  readonly spoolFolder: string;
  /** A file during which nothing happens for so long is left out. */
  readonly patienceMs?: number;
}

/** UTF-16 text, and for each token its type, place and length. */
const spoolBytesPerByte = 4.5;

/**
 * Reads files into a spool: each is decoded and cut in a thread of its own kind, so that a file that crashes or hangs it costs
 * nothing but itself. Nothing of the project is touched.
 * @throws AppError E_NO_TEXTS, E_FILE_MISSING (none of the files is there), E_NO_SPACE, E_CANCELLED, E_METADATA_INVALID
 */
export async function importTexts(task: ImportTexts, hooks: Hooks = {}): Promise<ImportSpool> {
  const { environment, request, spoolFolder, patienceMs } = task;
  const given = metadataSource(request);
  const { files: listed, skipped, choices } = chosenFiles(request);
  const isGiven = request.metadataFile !== undefined;
  const table = isGiven ? undefined : tableAmong(listed, choices);
  // Neither is a table that somebody chose a text, where it lies among them.
  const tablePath = request.metadataFile ?? table?.path;
  const isTable = ({ path, entry }: TextFile) =>
    tablePath !== undefined && entry === undefined && resolve(path) === resolve(tablePath);
  const files = listed.filter((one) => !isTable(one));
  if (files.length === 0 && skipped.length === 0) throw new AppError('E_NO_TEXTS');
  if (files.length === 0 && skipped.every(({ code }) => code === 'E_FILE_MISSING'))
    throw new AppError('E_FILE_MISSING', skipped[0]!.details);
  const total = bytesOf(files);
  checkSpace(Math.ceil(total * spoolBytesPerByte), spoolFolder);
  const folder = newSpoolFolder(spoolFolder);
  const { documents, forms, reports, failures, take } = gathered();
  try {
    await readInThreads(
      {
        environment,
        files,
        data: () => ({
          request: { ...wishes(request), choices },
          forms,
          spool: { folder, ...endsOf(documents) },
        }),
        take,
        progress: (done) =>
          hooks.onProgress?.({ phase: 'reading', done: bytesOf(files.slice(0, done)), total }),
        ...(patienceMs === undefined ? {} : { patienceMs }),
      },
      hooks,
    );
  } catch (error) {
    readSpool(folder, [], [], { files: [], skipped: [] }).remove();
    throw error;
  }
  const named = files.map((one) => ({ file: one.file, place: placeOf(one) }));
  const metadata =
    table === undefined ? given(named) : metadataSource({ ...request, metadataFile: table.path })(named);
  const isAbout = isGiven || table !== undefined || request.metadataPattern !== undefined;
  const same = sameFiles(files);
  const leftOut = [...failures].map(([index, failure]) => skippedFile(files[index]!, failure));
  return readSpool(
    folder,
    forms,
    // What the person says of a text outweighs what its file says.
    documents.map((one) => ({
      ...one,
      metadata: { ...one.metadata, ...metadata.of(one.file) },
    })),
    {
      files: reports.map((one) => withTwin(one, same)),
      skipped: [...skipped, ...leftOut],
      ...(isAbout
        ? { metadata: { ...metadata.fit, ...(table === undefined ? {} : { table: table.file }) } }
        : {}),
    },
  );
}

/** Says of a file that it is there twice. */
export function withTwin<T extends { readonly file: string }>(
  one: T,
  same: ReadonlyMap<string, string>,
): T & { readonly sameAs?: string } {
  const twin = same.get(one.file);
  return twin === undefined ? one : { ...one, sameAs: twin };
}

/** Where a file lies; one in an archive as if that were a folder. */
export const placeOf = ({ path, entry }: TextFile) => (entry === undefined ? path : `${path}/${entry}`);

/** What the threads told so far. */
export function gathered() {
  const documents: SpooledDocument[] = [];
  const forms: string[] = [];
  const reports: FileReport[] = [];
  const failures = new Map<number, Failure>();
  const take = (message: ImportMessage) => {
    if (message.kind === 'skipped') failures.set(message.index, message.failure);
    if (message.kind !== 'read') return;
    for (const document of message.documents) documents.push(document);
    for (const form of message.forms) forms.push(form);
    reports.push(message.report);
  };
  return { documents, forms, reports, failures, take };
}

/** Where the next thread writes on. */
export function endsOf(documents: readonly SpooledDocument[]): SpoolEnds {
  const [last] = documents.slice(-1);
  if (last === undefined) return emptySpool;
  const { textEnd, tokensEnd, annotationsEnd } = last;
  return { textEnd, tokensEnd, annotationsEnd };
}

/** A file that was left out, and why. */
export const skippedFile = ({ file }: TextFile, { code, details }: Failure): SkippedFile => ({
  file,
  code,
  details: { file, ...details },
});

/** How all files are to be read. */
export const wishes = ({ language, encoding, tokens, taking, dictionary }: ReadingWishes): ReadingWishes => ({
  language,
  encoding,
  tokens,
  ...(taking === undefined ? {} : { taking }),
  ...(dictionary === undefined ? {} : { dictionary }),
});

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

function checkSpace(needed: number, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const available = bavail * bsize;
  if (needed > available) throw new AppError('E_NO_SPACE', { needed, available });
}

const bytesOf = (files: readonly TextFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
