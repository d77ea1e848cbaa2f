import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toFailure, type Failure } from '../contract/errors.ts';
import type { FileChoice, ImportRequest } from '../contract/corpus.ts';
import { openText, readText } from './read-document.ts';
import { writeSpool, type SpooledDocument } from './spool.ts';
import type { TextFile } from './text-files.ts';
import { createLexicon } from './tokenize/lexicon.ts';
import { createTokenizer, type Tokenizer, type TokenizerMethod } from './tokenize/tokenizer.ts';

/** What an import thread is handed. */
export interface ImportWorkerData {
  readonly files: readonly TextFile[];
  /** Number of the first of these files in the whole import. */
  readonly first: number;
  readonly request: Pick<ImportRequest, 'encoding' | 'language' | 'tokens'>;
  readonly choices: ReadonlyMap<string, FileChoice>;
  readonly spoolFolder: string;
  readonly kernels: string;
  readonly textEnd: number;
  readonly tokensEnd: number;
  /** Forms that earlier threads gave numbers to. */
  readonly forms: readonly string[];
  /** i32: 0 wish to stop, 1 counts up while work goes on, 2 kibibytes read. */
  readonly control: SharedArrayBuffer;
}

/** What it sends, one message for each file. */
export type ImportMessage =
  | {
      readonly kind: 'document';
      readonly index: number;
      readonly document: SpooledDocument;
      readonly forms: readonly string[];
    }
  | { readonly kind: 'skipped'; readonly index: number; readonly failure: Failure };

// The entry of an import thread: it alone touches files that nobody vouches for, and may be ended at any moment.
const data = workerData as ImportWorkerData;
const control = new Int32Array(data.control);
const lexicon = createLexicon();
for (const form of data.forms) lexicon.idOf(form);
const spool = writeSpool(data.spoolFolder, data.textEnd, data.tokensEnd);
/** One for each way of cutting: what it learned of raw forms serves the next file. */
const tokenizers = new Map<string, Tokenizer>();

function tokenizerFor(method: TokenizerMethod, language: string): Tokenizer {
  const key = `${method} ${language}`;
  const known =
    tokenizers.get(key) ??
    createTokenizer({
      method,
      language,
      settings: data.request.tokens,
      lexicon,
      kernels: data.kernels,
      emit: (piece) => spool.addTokens(piece),
    });
  tokenizers.set(key, known);
  return known;
}

function importFile(file: TextFile): Extract<ImportMessage, { kind: 'document' }>['document'] {
  const choice = data.choices.get(file.file);
  const opened = openText(file, {
    encoding: choice?.encoding ?? data.request.encoding,
    language: choice?.language ?? data.request.language,
    tokens: data.request.tokens,
  });
  const report = readText(file, opened, tokenizerFor(opened.method, opened.language), (text) => {
    if (Atomics.load(control, 0) !== 0) throw new AppError('E_CANCELLED');
    Atomics.add(control, 1, 1);
    spool.addText(text);
  });
  return { report, metadata: opened.metadata, ...spool.document() };
}

let known = data.forms.length;
for (const [at, file] of data.files.entries()) {
  if (Atomics.load(control, 0) !== 0) break;
  Atomics.add(control, 1, 1);
  const index = data.first + at;
  let message: ImportMessage;
  try {
    const document = importFile(file);
    message = { kind: 'document', index, document, forms: lexicon.forms.slice(known) };
    known = lexicon.forms.length;
  } catch (error) {
    spool.forget();
    // A tokenizer that was stopped in the middle of a text is not used again.
    tokenizers.clear();
    message = { kind: 'skipped', index, failure: toFailure(error) };
  }
  parentPort?.postMessage(message);
}
spool.close();
