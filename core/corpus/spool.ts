import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CutBy } from '../contract/cutting.ts';
import type { FileReport, MetadataFit, SkippedFile } from '../contract/import.ts';
import type { Metadata } from './metadata.ts';
import {
  decodeAnnotations,
  encodeAnnotations,
  isAnnotated,
  noAnnotations,
  type Annotations,
} from './spool-annotations.ts';
import type { TokenPiece } from './tokenize/token-pieces.ts';

/** What is known of a document beside its text and tokens. */
export interface DocumentFacts {
  readonly name: string;
  /** The file that it comes from, as the report names it. */
  readonly file: string;
  readonly language: string;
  readonly encoding: string;
  readonly method: CutBy;
  readonly metadata: Metadata;
  /** UTF-16 units. */
  readonly characters: number;
  readonly tokenCount: number;
}

/** Where a document lies in the spool. */
export interface SpooledDocument extends DocumentFacts {
  readonly textAt: number;
  readonly textPieces: number;
  readonly tokensAt: number;
  readonly tokenPieces: number;
  readonly annotationsAt: number;
  /** Ends of the files behind this document. */
  readonly textEnd: number;
  readonly tokensEnd: number;
  readonly annotationsEnd: number;
}

/** Where a writer goes on in the files of a spool. */
export type SpoolEnds = Pick<SpooledDocument, 'textEnd' | 'tokensEnd' | 'annotationsEnd'>;

export const emptySpool: SpoolEnds = { textEnd: 0, tokensEnd: 0, annotationsEnd: 0 };

/** A document as whoever stores it wants it: text and tokens are read piece by piece. */
export interface ImportedDocument extends DocumentFacts {
  text(): Iterable<string>;
  tokens(): Iterable<TokenPiece>;
  annotations(): Annotations;
}

/** Texts and tokens of an import on the disk, on their way into the project. */
export interface ImportSpool {
  /** Types; token ids index them. */
  readonly forms: readonly string[];
  /** Of all documents together. */
  readonly tokens: number;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  readonly metadata?: MetadataFit;
  documents(): Iterable<ImportedDocument>;
  remove(): void;
}

export const newSpoolFolder = (folder: string) => mkdtempSync(join(folder, 'import-'));

const textFile = (folder: string) => join(folder, 'texts');
const tokensFile = (folder: string) => join(folder, 'tokens');
const annotationsFile = (folder: string) => join(folder, 'annotations');

export interface SpoolWriter {
  addText(text: string): void;
  addTokens(piece: TokenPiece): void;
  /** Once for a document. */
  addAnnotations(annotations: Annotations): void;
  /** What was added since the last call, as a document. */
  document(): Omit<SpooledDocument, keyof DocumentFacts>;
  /** Forgets what was added since the last document. */
  forget(): void;
  close(): void;
}

/** Appends behind the ends: what an earlier writer left unfinished is written over. */
export function writeSpool({
  folder,
  textEnd,
  tokensEnd,
  annotationsEnd,
}: SpoolEnds & { readonly folder: string }): SpoolWriter {
  const flags = textEnd + tokensEnd + annotationsEnd === 0 ? 'w' : 'r+';
  const text = openSync(textFile(folder), flags);
  const tokens = openSync(tokensFile(folder), flags);
  const annotations = openSync(annotationsFile(folder), flags);
  let last = { textAt: textEnd, tokensAt: tokensEnd, annotationsAt: annotationsEnd };
  let now = { textEnd, tokensEnd, annotationsEnd, textPieces: 0, tokenPieces: 0 };
  /** All of it is written at once. */
  let piece = new Uint32Array(1 << 16);
  const put = (file: number, bytes: Uint8Array, at: number) => {
    for (let done = 0; done < bytes.length;)
      done += writeSync(file, bytes, done, bytes.length - done, at + done);
    return at + bytes.length;
  };
  return {
    addText(piece) {
      const bytes = Buffer.alloc(4 + piece.length * 2);
      bytes.writeUInt32LE(piece.length);
      bytes.write(piece, 4, 'utf16le');
      now.textEnd = put(text, bytes, now.textEnd);
      now.textPieces += 1;
    },
    addTokens({ ids, starts, lengths, sentenceStarts, layers = [] }) {
      const head = Uint32Array.of(ids.length, sentenceStarts.length, layers.length);
      const all = [head, ids, starts, lengths, sentenceStarts, ...layers];
      const length = all.reduce((sum, numbers) => sum + numbers.length, 0);
      if (piece.length < length) piece = new Uint32Array(length);
      let at = 0;
      for (const numbers of all) {
        piece.set(numbers, at);
        at += numbers.length;
      }
      now.tokensEnd = put(tokens, new Uint8Array(piece.buffer, 0, length * 4), now.tokensEnd);
      now.tokenPieces += 1;
    },
    addAnnotations(all) {
      if (!isAnnotated(all)) return;
      for (const bytes of encodeAnnotations(all))
        now.annotationsEnd = put(annotations, bytes, now.annotationsEnd);
    },
    document() {
      const added = { ...last, ...now };
      last = { textAt: now.textEnd, tokensAt: now.tokensEnd, annotationsAt: now.annotationsEnd };
      now = { ...now, textPieces: 0, tokenPieces: 0 };
      return added;
    },
    forget() {
      now = {
        textEnd: last.textAt,
        tokensEnd: last.tokensAt,
        annotationsEnd: last.annotationsAt,
        textPieces: 0,
        tokenPieces: 0,
      };
    },
    close() {
      closeSync(text);
      closeSync(tokens);
      closeSync(annotations);
    },
  };
}

/** A finished spool. */
export function readSpool(
  folder: string,
  forms: readonly string[],
  spooled: readonly SpooledDocument[],
  { files, skipped, metadata }: Pick<ImportSpool, 'files' | 'skipped' | 'metadata'>,
): ImportSpool {
  const documents = spooled.map((document) => importedDocument(folder, document));
  return {
    forms,
    tokens: spooled.reduce((sum, { tokenCount }) => sum + tokenCount, 0),
    files,
    skipped,
    ...(metadata === undefined ? {} : { metadata }),
    documents: () => documents,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function importedDocument(folder: string, document: SpooledDocument): ImportedDocument {
  const { textAt, textPieces, tokensAt, tokenPieces, annotationsAt, annotationsEnd } = document;
  return {
    ...document,
    *text() {
      const source = openSync(textFile(folder), 'r');
      try {
        let at = textAt;
        for (let piece = 0; piece < textPieces; piece += 1) {
          const length = readBytes(source, at, 4).readUInt32LE();
          yield readBytes(source, at + 4, length * 2).toString('utf16le');
          at += 4 + length * 2;
        }
      } finally {
        closeSync(source);
      }
    },
    *tokens() {
      const source = openSync(tokensFile(folder), 'r');
      try {
        let at = tokensAt;
        const numbers = (length: number) => {
          const bytes = readBytes(source, at, length * 4);
          at += length * 4;
          return new Uint32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
        };
        for (let piece = 0; piece < tokenPieces; piece += 1) {
          const [length, sentences, layers] = numbers(3) as unknown as [number, number, number];
          yield {
            ids: numbers(length),
            starts: numbers(length),
            lengths: numbers(length),
            sentenceStarts: numbers(sentences),
            ...(layers === 0 ? {} : { layers: Array.from({ length: layers }, () => numbers(length)) }),
          };
        }
      } finally {
        closeSync(source);
      }
    },
    annotations() {
      if (annotationsEnd === annotationsAt) return noAnnotations;
      const source = openSync(annotationsFile(folder), 'r');
      try {
        return decodeAnnotations(readBytes(source, annotationsAt, annotationsEnd - annotationsAt));
      } finally {
        closeSync(source);
      }
    },
  };
}

function readBytes(source: number, at: number, length: number): Buffer {
  // Not from the shared pool: numbers are viewed in place and must stand on a multiple of four.
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length;) {
    const read = readSync(source, bytes, done, length - done, at + done);
    if (read === 0) throw new RangeError('the spool is cut short');
    done += read;
  }
  return bytes;
}
