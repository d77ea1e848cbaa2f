import type { CutBy, TokenSettings } from '../contract/cutting.ts';
import type { LeftOut, Offer, Outline, Taking, Unreadable } from '../contract/import.ts';
import { AppError } from '../contract/errors.ts';
import { createDecoder, type Decoder } from './decode.ts';
import type { DetectedEncoding } from './detected-encoding.ts';
import { detectEncoding } from './encodings.ts';
import { fittingContents } from './fitting-contents.ts';
import { chooseMethod, detectLanguage } from './language.ts';
import { offeredText } from './offers/offered-text.ts';
import { openSource, type ByteSource } from './readers/byte-source.ts';
import type { Contents, Extracted } from './readers/extracted.ts';
import { fileBytes } from './readers/file-bytes.ts';
import type { MarkupReader } from './readers/reader.ts';
import { LeftOutCounts } from './readers/left-out.ts';
import { readerFor } from './readers/registry.ts';
import { encodingNamed } from './text-decoder.ts';
import type { TextFile } from './text-file.ts';
import { byMark } from './unicode-encodings.ts';

/** How one file is to be read: decided by the user, or `auto`. */
export interface ReadingChoice extends Taking {
  readonly encoding: string;
  readonly language: string;
  readonly tokens: TokenSettings;
}

/** A file of which enough was read to tell encoding and language. */
export interface OpenedFile {
  /** Empty where its format leaves no choice. */
  readonly encoding: string;
  readonly encodingConfidence: number;
  /** Of the beginning. */
  readonly language: string;
  readonly method: CutBy;
  readonly sample: string;
  /** The text that language and method were told by. */
  readonly beginning: string;
  readonly outline?: () => Outline;
  /** What was recognised in it and may be no part of the text. */
  readonly offers: () => readonly Offer[];
  /** What of the file is not of its text; complete when the texts were read. */
  readonly leftOut: () => readonly LeftOut[];
  readonly unreadable?: Unreadable;
  documents(): Iterable<OpenedDocument>;
  /** Bytes that did not fit the encoding; complete when the texts were read. */
  replaced(): Pick<Decoder, 'replaced' | 'replacedCount'>;
  /** Halves of characters that stood alone where the format writes units as numbers; none where left out. */
  readonly halves?: number;
}

/** One of the texts of a file. */
export interface OpenedDocument extends Pick<Extracted, 'metadata' | 'part' | 'words' | 'regions'> {
  readonly language: string;
  readonly method: CutBy;
  /** From its beginning, in pieces of at most 32,768 units. */
  text(): Iterable<string>;
}

const sampleBytes = 1 << 20;
const sampleCharacters = 20_000;
const pieceUnits = 32_768;
/** Shorter ones are taken to be in the language of the file that they stand in. */
const enoughForLanguage = 500;
const enoughLetters = 12;

/**
 * Finds out what a file is and how it is to be read.
 * @param kernels folder of the engines, which PDF needs
 * @throws AppError E_FILE_EMPTY, E_FILE_UNREADABLE, E_FILE_MISSING, E_FORMAT_…, E_ENCODING_UNKNOWN, E_TOO_BIG
 */
export async function openText(
  textFile: TextFile,
  choice: ReadingChoice,
  kernels?: string,
): Promise<OpenedFile> {
  const { file, bytes } = textFile;
  if (textFile.stretch !== undefined) return openStretch(textFile, choice);
  if (bytes === 0) throw new AppError('E_FILE_EMPTY', { file });
  return naming(file, async () => {
    const source = openSource(textFile);
    const reader = readerFor(source.name, source.head);
    if ('extract' in reader)
      return openContents(await reader.extract(source.whole(), file, choice, kernels), selfDescribed, choice);
    if ('read' in reader) return openMarkup(reader, source, choice);
    return openPlain(file, source, choice);
  });
}

/** A text of the project itself: nothing about it is to be found out but how it is cut. */
function openStretch({ path, bytes, stretch }: TextFile, choice: ReadingChoice): OpenedFile {
  const decoder = createDecoder('utf-16le', 0);
  const text = function* () {
    for (const piece of fileBytes(path, stretch?.at, bytes)) yield* inPieces(decoder.write(piece));
    yield* inPieces(decoder.end());
  };
  const beginning = decoderOnce(fileBytes(path, stretch?.at, Math.min(bytes, sampleCharacters * 2)));
  const ofText = looked(beginning, choice);
  return {
    ...selfDescribed,
    ...ofText,
    ...nothingOffered,
    documents: () => [{ ...ofText, metadata: {}, text }],
  };
}

function decoderOnce(pieces: Iterable<Uint8Array>): string {
  const decoder = createDecoder('utf-16le', 0);
  return [...pieces].map((piece) => decoder.write(piece)).join('') + decoder.end();
}

const nothingOffered: Pick<OpenedFile, 'offers' | 'leftOut'> = { offers: () => [], leftOut: () => [] };

/** How the bytes of a file became text. */
type Decoding = Pick<OpenedFile, 'encoding' | 'encodingConfidence' | 'replaced'>;

/** Whoever read the file knew its encoding: there is none to choose. */
const selfDescribed: Decoding = {
  encoding: '',
  encodingConfidence: 1,
  replaced: () => ({ replaced: [], replacedCount: 0 }),
};

/** Texts may be of any size: what follows the beginning is decoded when it is asked for. */
function openPlain(file: string, { pieces }: ByteSource, choice: ReadingChoice): OpenedFile {
  const source = pieces()[Symbol.iterator]();
  const sample = readSample(source);
  if (sample.length === 0) throw new AppError('E_FILE_EMPTY', { file });
  const told = choice.encoding === 'auto' ? detectEncoding(sample) : chosenEncoding(sample, choice.encoding);
  const decoder = createDecoder(told.encoding, told.bomLength);
  const beginning = decoder.write(sample);
  const ofFile = looked(beginning, choice);
  const offered = offeredText(beginning, choice.without);
  const decoded = function* () {
    yield beginning;
    for (let next = source.next(); next.done !== true; next = source.next()) yield decoder.write(next.value);
    yield decoder.end();
  };
  const document: OpenedDocument = {
    metadata: {},
    language: ofFile.language,
    method: ofFile.method,
    *text() {
      for (const piece of offered.through(decoded())) yield* inPieces(piece);
    },
  };
  return {
    encoding: told.encoding,
    encodingConfidence: told.confidence,
    ...ofFile,
    documents: () => [document],
    offers: offered.offers,
    leftOut: offered.leftOut,
    replaced: () => decoder,
  };
}

function openMarkup(reader: MarkupReader, source: ByteSource, choice: ReadingChoice): OpenedFile {
  const bytes = source.whole();
  const told = encodingOfMarkup(bytes, choice.encoding, reader.declared?.(source.head));
  const decoder = createDecoder(told.encoding, told.bomLength);
  const contents = reader.read(decoder.write(bytes) + decoder.end(), choice, source.name);
  const decoding: Decoding = {
    encoding: told.encoding,
    encodingConfidence: told.confidence,
    replaced: () => decoder,
  };
  return openContents(contents, decoding, choice);
}

function openContents(found: Contents, decoding: Decoding, choice: ReadingChoice): OpenedFile {
  const { contents, halves } = fittingContents(found);
  const { documents, outline, leftOut = [], refusal, unreadable } = contents;
  const ofFile = looked(beginningOf(documents), choice);
  const given = (words: Extracted['words'], method: CutBy) => (words === undefined ? method : 'given');
  const texts = documents.map((one) =>
    offeredText(isPlain(one) ? one.text.slice(0, sampleBytes) : '', isPlain(one) ? choice.without : []),
  );
  return {
    ...decoding,
    halves,
    ...ofFile,
    method: given(documents[0]?.words, ofFile.method),
    ...(outline === undefined ? {} : { outline }),
    offers: () => (documents.length === 1 ? (texts[0]?.offers() ?? []) : []),
    leftOut: () => summed([...leftOut, ...texts.flatMap((one) => one.leftOut())]),
    ...(unreadable === undefined ? {} : { unreadable }),
    *documents() {
      if (refusal !== undefined) throw refusal;
      for (const [at, { text, words, language: told, ...rest }] of documents.entries()) {
        const own = told === undefined || choice.language !== 'auto' ? choice : { ...choice, language: told };
        const { language, method } =
          text.length < enoughForLanguage && own === choice ? ofFile : looked(text, own);
        yield {
          ...rest,
          ...(words === undefined ? {} : { words }),
          language,
          method: given(words, method),
          *text() {
            for (const piece of texts[at]!.through([text])) yield* inPieces(piece);
          },
        };
      }
    },
  };
}

/** Words and stretches that a file gives lie where they lie: nothing can be taken out between them. */
const isPlain = ({ words, regions }: Extracted) => words === undefined && regions === undefined;

function summed(leftOut: readonly LeftOut[]): readonly LeftOut[] {
  const counts = new LeftOutCounts();
  for (const { what, places } of leftOut) counts.add(what, places);
  return counts.all();
}

function beginningOf(documents: Contents['documents']): string {
  let text = '';
  for (const document of documents) {
    if (text.length >= sampleCharacters) break;
    text += `${document.text.slice(0, sampleCharacters)}\n\n`;
  }
  return text;
}

/** What the beginning of a text tells. */
function looked(text: string, choice: ReadingChoice) {
  const beginning = text.slice(0, sampleCharacters);
  const language = choice.language === 'auto' ? detectLanguage(beginning).language : choice.language;
  return {
    language,
    method: chooseMethod(language, beginning, choice.tokens),
    sample: telling(beginning).slice(0, 300),
    beginning,
  };
}

/** The first line by which a wrong encoding would show: a title of dashes shows nothing. */
function telling(beginning: string): string {
  const lines = beginning.split(/[\r\n]+/u).map((line) => line.trim());
  return (
    lines.find((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= enoughLetters) ?? lines.find(Boolean) ?? ''
  );
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

/** The user has the last word: only a mark at the beginning is looked for. */
function chosenEncoding(sample: Uint8Array, encoding: string): DetectedEncoding {
  const name = encodingNamed(encoding);
  const mark = byMark(sample);
  return { encoding: name, confidence: 1, bomLength: mark?.encoding === name ? mark.bomLength : 0 };
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

/** Errors of encoding and format do not know the file: it is named here. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'E_FILE_UNREADABLE' && error.details['reason'] === 'password')
      throw new AppError('E_FILE_ENCRYPTED', { file }, { cause: error });
    throw new AppError(error.code, { ...error.details, file });
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
