import { closeSync, openSync, readSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import type { FileReport, TokenSettings } from '../contract/corpus.ts';
import { createDecoder, type Decoder } from './decode.ts';
import { detectEncoding, encodingNamed, type DetectedEncoding } from './encodings.ts';
import { chooseMethod, detectLanguage } from './language.ts';
import { byMark } from './unicode-encodings.ts';
import type { Metadata } from './metadata.ts';
import { wholeFile } from './readers/file-bytes.ts';
import { readerFor, type Reader } from './readers/registry.ts';
import type { TextFile } from './text-files.ts';
import type { Tokenizer, TokenizerMethod } from './tokenize/tokenizer.ts';

/** How one file is to be read: decided by the user, or `auto`. */
export interface ReadingChoice {
  readonly encoding: string;
  readonly language: string;
  readonly tokens: TokenSettings;
}

/** The beginning of a file: enough to tell encoding and language, and for the first line. */
export interface OpenedText {
  readonly encoding: string;
  readonly encodingConfidence: number;
  readonly language: string;
  readonly method: TokenizerMethod;
  readonly firstLine: string;
  /** What the file itself says of its text. */
  readonly metadata: Metadata;
  /** All of the text, from its beginning, in pieces of at most 32,768 units. */
  text(): Iterable<string>;
  /** Bytes that did not fit the encoding; complete when the text was read. */
  replaced(): Pick<Decoder, 'replaced' | 'replacedCount'>;
}

const headBytes = 4096;
const sampleBytes = 1 << 20;
const sampleCharacters = 20_000;
const pieceUnits = 32_768;

/**
 * Finds out what a file is and how it is to be read.
 * @throws AppError E_FILE_EMPTY, E_FILE_UNREADABLE, E_FILE_MISSING, E_FORMAT_…, E_ENCODING_UNKNOWN, E_TOO_BIG
 */
export function openText({ file, path, bytes }: TextFile, choice: ReadingChoice): OpenedText {
  if (bytes === 0) throw new AppError('E_FILE_EMPTY', { file });
  const read = beginReading(file, path, choice.encoding);
  const looked = read.beginning.slice(0, sampleCharacters);
  const language = choice.language === 'auto' ? detectLanguage(looked).language : choice.language;
  return {
    encoding: read.encoding,
    encodingConfidence: read.encodingConfidence,
    metadata: read.metadata,
    language,
    method: chooseMethod(language, looked, choice.tokens),
    firstLine: looked
      .trimStart()
      .split(/[\r\n]/u, 1)[0]!
      .slice(0, 300),
    replaced: read.replaced,
    *text() {
      yield* inPieces(read.beginning);
      for (const piece of read.rest()) yield* inPieces(piece);
    },
  };
}

/** A text of which the beginning is read. */
interface Begun extends Pick<OpenedText, 'encoding' | 'encodingConfidence' | 'metadata' | 'replaced'> {
  readonly beginning: string;
  rest(): Iterable<string>;
}

function beginReading(file: string, path: string, wanted: string): Begun {
  const head = headOf(path, file);
  const reader = readerFor(file, head);
  if ('bytes' in reader) return beginDecoding(file, reader.bytes(path), wanted);
  return naming(file, () => extractWhole(reader, { file, path, head, wanted }));
}

/** Texts may be of any size: what follows the beginning is decoded when it is asked for. */
function beginDecoding(file: string, bytes: Iterable<Uint8Array>, wanted: string): Begun {
  const source = bytes[Symbol.iterator]();
  const sample = readSample(source);
  if (sample.length === 0) throw new AppError('E_FILE_EMPTY', { file });
  const told = naming(file, () =>
    wanted === 'auto' ? detectEncoding(sample) : chosenEncoding(sample, wanted),
  );
  const decoder = naming(file, () => createDecoder(told.encoding, told.bomLength));
  return {
    encoding: told.encoding,
    encodingConfidence: told.confidence,
    metadata: {},
    replaced: () => decoder,
    beginning: decoder.write(sample),
    *rest() {
      for (let next = source.next(); next.done !== true; next = source.next())
        yield decoder.write(next.value);
      yield decoder.end();
    },
  };
}

/** Documents are taken whole: where their text ends is known only when all of it was seen. */
function extractWhole(
  reader: Exclude<Reader, { bytes: unknown }>,
  {
    file,
    path,
    head,
    wanted,
  }: { readonly file: string; readonly path: string; readonly head: Uint8Array; readonly wanted: string },
): Begun {
  const bytes = wholeFile(path);
  const nothingMore = () => [];
  if ('extract' in reader) {
    const { text, metadata } = reader.extract(bytes, file);
    return {
      encoding: 'utf-8',
      encodingConfidence: 1,
      metadata,
      replaced: () => ({ replaced: [], replacedCount: 0 }),
      beginning: text,
      rest: nothingMore,
    };
  }
  const told = encodingOfMarkup(bytes, wanted, reader.declared?.(head));
  const decoder = createDecoder(told.encoding, told.bomLength);
  const { text, metadata } = reader.textOf(decoder.write(bytes) + decoder.end());
  return {
    encoding: told.encoding,
    encodingConfidence: told.confidence,
    metadata,
    replaced: () => decoder,
    beginning: text,
    rest: nothingMore,
  };
}

/** A byte-order mark, then what the file declares, if Firth knows it, then what its bytes look like. */
function encodingOfMarkup(bytes: Uint8Array, wanted: string, declared: string | undefined): DetectedEncoding {
  const sample = bytes.subarray(0, sampleBytes);
  if (wanted !== 'auto') return chosenEncoding(sample, wanted);
  const mark = byMark(sample);
  if (mark !== undefined || declared === undefined) return detectEncoding(sample);
  try {
    const chosen = chosenEncoding(sample, declared);
    const trial = createDecoder(chosen.encoding, 0);
    trial.write(sample);
    // What was copied from another page may claim any encoding.
    return trial.replacedCount > 0 ? detectEncoding(sample) : chosen;
  } catch {
    return detectEncoding(sample);
  }
}

/** Runs a text through a tokenizer. @returns what the import report says of it */
export function readText(
  { file, bytes }: TextFile,
  opened: OpenedText,
  tokenizer: Tokenizer,
  onPiece: (text: string) => void,
): FileReport {
  let characters = 0;
  let visible = false;
  for (const piece of opened.text()) {
    onPiece(piece);
    tokenizer.push(piece);
    characters += piece.length;
    visible ||= /\S/u.test(piece);
  }
  const { tokens, dropped } = tokenizer.end();
  const { replaced, replacedCount } = opened.replaced();
  if (!visible) throw new AppError('E_FILE_EMPTY', { file });
  if (tokens === 0) throw new AppError('E_NO_TOKENS', { file });
  return {
    file,
    bytes,
    encoding: opened.encoding,
    encodingConfidence: opened.encodingConfidence,
    language: opened.language,
    method: opened.method,
    tokens,
    characters,
    replaced,
    replacedCount,
    dropped,
    suspicious: characters > 1000 && tokens * suspiciousLength < characters,
  };
}

/** The user has the last word: only a mark at the beginning is looked for. */
function chosenEncoding(sample: Uint8Array, encoding: string): DetectedEncoding {
  const name = encodingNamed(encoding);
  const mark = byMark(sample);
  return { encoding: name, confidence: 1, bomLength: mark?.encoding === name ? mark.bomLength : 0 };
}

/** Words are hardly ever so long on average: the text was probably not cut as it should be. */
const suspiciousLength = 20;

function headOf(path: string, file: string): Uint8Array {
  try {
    const source = openSync(path, 'r');
    try {
      const head = Buffer.alloc(headBytes);
      return head.subarray(0, readSync(source, head, 0, headBytes, 0));
    } finally {
      closeSync(source);
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw reason === 'ENOENT'
      ? new AppError('E_FILE_MISSING', { file })
      : new AppError('E_FILE_UNREADABLE', { file, reason });
  }
}

function readSample(source: Iterator<Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const next = source.next();
    if (next.done === true) break;
    pieces.push(next.value.slice());
    length += next.value.length;
  }
  return Buffer.concat(pieces);
}

/** Errors of the encoding do not know the file: it is named here. */
function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, { ...error.details, file });
    throw error;
  }
}

function* inPieces(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + pieceUnits);
    if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to -= 1;
    yield text.slice(from, to);
    from = to;
  }
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;
