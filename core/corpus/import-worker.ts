import { parentPort, workerData } from 'node:worker_threads';
import { emptyDictionary } from '../contract/cutting.ts';
import type { FileChoice, FileReport, ImportRequest, InspectedFile } from '../contract/import.ts';
import { AppError, toFailure, type Failure } from '../contract/errors.ts';
import { faultOf, type Fault } from '../faults.ts';
import { isSystemError, systemCause } from '../system-errors.ts';
import { isTooShort, languageOfBatch, type LanguageOfBatch, type LookedAt } from './language-of-batch.ts';
import { gatherParagraphs } from './paragraphs.ts';
import { openText, type OpenedDocument, type OpenedFile, type ReadingChoice } from './read-document.ts';
import type { GivenRegions } from './readers/extracted.ts';
import { numberedRegions } from './spool-annotations.ts';
import { writeSpool, type SpooledDocument, type SpoolEnds, type SpoolWriter } from './spool.ts';
import type { TextFile } from './text-file.ts';
import { tokenizerWith } from './tokenize/dictionary.ts';
import { countGivenWords } from './tokenize/given-words.ts';
import { createLexicon } from './tokenize/lexicon.ts';
import { stemmersIn } from './tokenize/stems.ts';
import type { CutText, Tokenizer, TokenizerMethod } from './tokenize/tokenizer.ts';

/** How files are to be read where nothing was decided for a single one. */
export type ReadingWishes = Pick<ImportRequest, 'encoding' | 'language' | 'tokens' | 'taking' | 'dictionary'>;

/** What an import thread is handed. */
export interface ImportWorkerData {
  readonly files: readonly TextFile[];
  /** Number of the first of these files in the whole import. */
  readonly first: number;
  readonly request: ReadingWishes & { readonly choices: ReadonlyMap<string, FileChoice> };
  /** Where texts and tokens go; null when the files are only looked at. */
  readonly spool: (SpoolEnds & { readonly folder: string }) | null;
  readonly kernels: string;
  /** Forms that earlier threads gave numbers to. */
  readonly forms: readonly string[];
  /** Numbers of files that a thread did not survive when it looked at them for the sake of others. */
  readonly avoided: readonly number[];
  /** i32: 0 wish to stop, 1 counts up while work goes on, 2 number + 1 of a file that is looked at for the sake of another. */
  readonly control: SharedArrayBuffer;
}

/** What it sends, one message for each file. */
export type ImportMessage =
  | {
      readonly kind: 'read';
      readonly index: number;
      readonly report: FileReport;
      readonly documents: readonly SpooledDocument[];
      readonly forms: readonly string[];
    }
  | { readonly kind: 'inspected'; readonly index: number; readonly file: InspectedFile }
  | {
      readonly kind: 'skipped';
      readonly index: number;
      readonly failure: Failure;
      /** Where Firth failed, if it is at fault. */
      readonly fault?: Fault;
    };

// The entry of an import thread: it alone touches files that nobody vouches for, and may be ended at any moment.
const data = workerData as ImportWorkerData;
const control = new Int32Array(data.control);
const lexicon = createLexicon();
stemmersIn(data.kernels);
for (const form of data.forms) lexicon.idOf(form);
const spool = data.spool === null ? null : writeSpool(data.spool);
/** One for each way of cutting: what it learned of raw forms serves the next file. */
const tokenizers = new Map<string, Tokenizer>();

function tokenizerFor(method: TokenizerMethod, language: string, target: SpoolWriter): Tokenizer {
  const key = `${method} ${language}`;
  const known =
    tokenizers.get(key) ??
    tokenizerWith(
      {
        method,
        language,
        settings: data.request.tokens,
        lexicon,
        kernels: data.kernels,
        emit: (piece) => target.addTokens(piece),
      },
      data.request.dictionary ?? emptyDictionary,
    );
  tokenizers.set(key, known);
  return known;
}

/** Shows that work goes on. @throws AppError E_CANCELLED */
function beat(): void {
  if (Atomics.load(control, 0) !== 0) throw new AppError('E_CANCELLED');
  Atomics.add(control, 1, 1);
}

interface Counted extends CutText {
  readonly characters: number;
  readonly visible: boolean;
}

function readDocument(document: OpenedDocument, target: SpoolWriter, isStored: boolean): Counted {
  const { words, language, method } = document;
  const tokenizer = method === 'given' || words !== undefined ? null : tokenizerFor(method, language, target);
  const paragraphs = gatherParagraphs();
  let characters = 0;
  let visible = false;
  for (const piece of document.text()) {
    beat();
    // A text of the project is there already.
    if (!isStored) target.addText(piece);
    tokenizer?.push(piece);
    paragraphs.add(piece);
    characters += piece.length;
    visible ||= /\S/u.test(piece);
  }
  const settings = data.request.tokens;
  const counted =
    tokenizer?.end() ??
    countGivenWords(words!, { language, settings, lexicon, emit: (piece) => target.addTokens(piece) });
  // The regions of a text of the project are there already, too.
  const regions = isStored ? [] : withParagraphs(document.regions ?? [], paragraphs.all());
  target.addAnnotations({ layers: counted.layers, regions: regions.map(numberedRegions) });
  return { ...counted, characters, visible };
}

/** What a file says of its paragraphs is better than what its empty lines say. */
const withParagraphs = (given: readonly GivenRegions[], found: GivenRegions | undefined) =>
  found === undefined || given.some(({ name }) => name === found.name) ? given : [...given, found];

/** Words are hardly ever so long on average: the text was probably not cut as it should be. */
const suspiciousLength = 20;

function importFile(
  { file, bytes, stretch, isOutside = false }: TextFile,
  opened: OpenedFile,
  target: SpoolWriter,
): { readonly report: FileReport; readonly documents: readonly SpooledDocument[] } {
  const { encoding, encodingConfidence, language, method } = opened;
  const documents: SpooledDocument[] = [];
  const isStored = stretch !== undefined;
  const sum = {
    tokens: 0,
    characters: 0,
    punctuation: 0,
    numbers: 0,
    respelled: 0,
    empty: 0,
    visible: false,
  };
  for (const document of opened.documents()) {
    const { tokens, characters, dropped, respelled, visible } = readDocument(document, target, isStored);
    sum.punctuation += dropped.punctuation;
    sum.numbers += dropped.numbers;
    sum.respelled += respelled;
    sum.visible ||= visible;
    if (tokens === 0 && !isStored) {
      target.forget();
      sum.empty += 1;
      continue;
    }
    sum.tokens += tokens;
    sum.characters += characters;
    documents.push({
      name: document.part === undefined ? file : `${file}#${document.part}`,
      file,
      language: document.language,
      encoding,
      method: document.method,
      metadata: document.metadata,
      characters,
      tokenCount: tokens,
      ...target.document(),
    });
  }
  if (!sum.visible && !isStored) throw new AppError('E_FILE_EMPTY', { file });
  if (sum.tokens === 0 && !isStored) throw new AppError('E_NO_TOKENS', { file });
  const { replaced, replacedCount } = opened.replaced();
  const leftOut = opened.leftOut();
  const report: FileReport = {
    file,
    bytes,
    encoding,
    encodingConfidence,
    language,
    method,
    documents: documents.length,
    emptyParts: sum.empty,
    tokens: sum.tokens,
    characters: sum.characters,
    replaced,
    replacedCount,
    ...(isOutside ? { outside: true } : {}),
    ...(opened.halves === undefined || opened.halves === 0 ? {} : { halves: opened.halves }),
    dropped: { punctuation: sum.punctuation, numbers: sum.numbers },
    ...(leftOut.length === 0 ? {} : { leftOut }),
    respelled: sum.respelled,
    suspicious:
      opened.unreadable !== undefined ||
      (sum.characters > 1000 && sum.tokens * suspiciousLength < sum.characters),
    ...(opened.unreadable === undefined ? {} : { unreadable: opened.unreadable }),
  };
  return { report, documents };
}

function inspectedFile({ file, bytes }: TextFile, opened: OpenedFile): InspectedFile {
  const { encoding, encodingConfidence, language, method, sample } = opened;
  const outline = opened.outline?.();
  const offers = opened.offers();
  return {
    file,
    bytes,
    encoding,
    encodingConfidence,
    language,
    method,
    sample,
    ...(outline === undefined ? {} : { outline }),
    ...(offers.length === 0 ? {} : { offers }),
  };
}

/** So many files of an import tell what language its short ones are in; larger ones take long to open. */
const mostLookedAt = 200;
const largestLookedAt = 1 << 20;
let batch: LanguageOfBatch | null = null;

/** What the files of this import say together, some of them where there are many. */
async function batchLanguage(wishes: ReadingChoice): Promise<LanguageOfBatch> {
  const avoided = new Set(data.avoided);
  const numbers = [...data.files.keys()].filter((at) => !avoided.has(data.first + at));
  const step = Math.max(1, numbers.length / mostLookedAt);
  const looked: LookedAt[] = [];
  for (let at = 0; at < numbers.length; at += step) {
    beat();
    const number = numbers[Math.floor(at)]!;
    Atomics.store(control, 2, data.first + number + 1);
    try {
      const file = data.files[number]!;
      if (file.bytes <= largestLookedAt) looked.push(await openText(file, wishes, data.kernels));
    } catch {
      // It is reported when its turn comes.
    }
    Atomics.store(control, 2, 0);
  }
  return languageOfBatch(looked);
}

/** Opens a file; a short one is taken to be in the language of most files of the import that are written in its script. */
async function openFile(file: TextFile, choice: ReadingChoice): Promise<OpenedFile> {
  const opened = await openText(file, choice, data.kernels);
  const isAlone = data.files.length === 1 || file.stretch !== undefined;
  if (choice.language !== 'auto' || isAlone || !isTooShort(opened.beginning)) return opened;
  batch ??= await batchLanguage(choice);
  const language = batch.languageFor(opened);
  return language === opened.language ? opened : openText(file, { ...choice, language }, data.kernels);
}

function whyOf(error: unknown): { readonly failure: Failure; readonly fault?: Fault } {
  if (error instanceof AppError) return { failure: toFailure(error) };
  const code = systemCause(error, 'reading');
  if (code === undefined) return { failure: { code: 'E_INTERNAL', details: {} }, fault: faultOf(error) };
  return { failure: { code, details: isSystemError(error) ? { reason: error.code } : {} } };
}

let known = data.forms.length;

async function answer(file: TextFile, index: number): Promise<ImportMessage> {
  const { request } = data;
  const { choices, taking = {} } = request;
  try {
    const opened = await openFile(file, { ...request, ...taking, ...choices.get(file.file) });
    if (spool === null) return { kind: 'inspected', index, file: inspectedFile(file, opened) };
    const read = importFile(file, opened, spool);
    const forms = lexicon.forms.slice(known);
    known = lexicon.forms.length;
    return { kind: 'read', index, ...read, forms };
  } catch (error) {
    spool?.forget();
    // A tokenizer that was stopped in the middle of a text is not used again.
    tokenizers.clear();
    return { kind: 'skipped', index, ...whyOf(error) };
  }
}

for (const [at, file] of data.files.entries()) {
  if (Atomics.load(control, 0) !== 0) break;
  Atomics.add(control, 1, 1);
  const message = await answer(file, data.first + at);
  parentPort?.postMessage(message);
  // There is no use in going on: whoever reads the messages ends the import.
  if (message.kind === 'skipped' && message.failure.code === 'E_NO_SPACE') break;
}
spool?.close();
