import { AppError } from '../../../contract/errors.ts';
import type { Metadata } from '../../metadata.ts';
import { startPdfium, type Pdfium, type Pointer } from './engine.ts';
import type { Glyph } from './glyph.ts';
import { glyphsOfPage } from './glyphs.ts';

/** A PDF that is open. */
export interface PdfDocument {
  readonly pages: number;
  /** What stands on a page, numbered from 0; null when it cannot be read. */
  glyphs(page: number): Glyph[] | null;
  /** Whether it shows a picture. */
  hasPicture(page: number): boolean;
  readonly metadata: Metadata;
}

/** What a document may take beside a multiple of its size. */
const memoryBeside = 384 << 20;

let engine: Pdfium | undefined;
const largestKept = 64 << 20;

/**
 * Opens a PDF for as long as it is used.
 * @throws AppError E_FILE_UNREADABLE { reason: 'password' | 'pdf' }, E_TOO_BIG
 */
export function withDocument<T>(
  bytes: Uint8Array,
  file: string,
  kernels: string,
  use: (document: PdfDocument) => T,
): T {
  const most = memoryBeside + 2 * bytes.length;
  const pdfium = (engine ??= startPdfium(kernels, most));
  // Whatever happens on the way: an engine that stopped in the middle is not used again.
  engine = undefined;
  try {
    const at = pdfium.malloc(bytes.length);
    new Uint8Array(pdfium.memory.buffer).set(bytes, at);
    const document = pdfium.FPDF_LoadMemDocument64(at, bytes.length, 0);
    if (document === 0) {
      const reason = [4, 5].includes(pdfium.FPDF_GetLastError()) ? 'password' : 'pdf';
      pdfium.free(at);
      engine = pdfium;
      throw new AppError('E_FILE_UNREADABLE', { file, reason });
    }
    const used = use(opened(pdfium, document));
    pdfium.FPDF_CloseDocument(document);
    pdfium.free(at);
    if (pdfium.memory.buffer.byteLength <= largestKept) engine = pdfium;
    return used;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
    throw new AppError('E_FILE_UNREADABLE', { file, reason: 'pdf' }, { cause: error });
  }
}

function opened(pdfium: Pdfium, document: Pointer): PdfDocument {
  const withPage = <T>(number: number, use: (page: Pointer) => T): T | null => {
    const page = pdfium.FPDF_LoadPage(document, number);
    if (page === 0) return null;
    const used = use(page);
    pdfium.FPDF_ClosePage(page);
    return used;
  };
  return {
    pages: pdfium.FPDF_GetPageCount(document),
    glyphs: (number) => withPage(number, (page) => glyphsOfPage(pdfium, page)),
    hasPicture: (number) => withPage(number, (page) => showsPicture(pdfium, page)) ?? false,
    metadata: metadataOf(pdfium, document),
  };
}

const pictureKind = 3;
const formKind = 5;

function showsPicture(pdfium: Pdfium, page: Pointer): boolean {
  const isPicture = (object: Pointer, depth: number): boolean => {
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (kind === pictureKind) return true;
    if (kind !== formKind || depth > 5) return false;
    const count = Math.min(1000, pdfium.FPDFFormObj_CountObjects(object));
    for (let at = 0; at < count; at += 1)
      if (isPicture(pdfium.FPDFFormObj_GetObject(object, at), depth + 1)) return true;
    return false;
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at += 1) if (isPicture(pdfium.FPDFPage_GetObject(page, at), 0)) return true;
  return false;
}

function metadataOf(pdfium: Pdfium, document: Pointer): Metadata {
  const text = (name: string) =>
    metaText(pdfium, document, name).replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  // D:20010131… (ISO 32000-1, 7.9.4)
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text('CreationDate')) ?? [];
  const fields = {
    title: text('Title'),
    author: text('Author'),
    date: [year, month, day].filter((part) => part !== undefined).join('-'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function metaText(pdfium: Pdfium, document: Pointer, name: string): string {
  const key = pdfium.malloc(name.length + 1);
  new Uint8Array(pdfium.memory.buffer).set(Buffer.from(`${name}\0`), key);
  const length = pdfium.FPDF_GetMetaText(document, key, 0, 0);
  const into = pdfium.malloc(length);
  pdfium.FPDF_GetMetaText(document, key, into, length);
  const text = Buffer.from(pdfium.memory.buffer, into, Math.max(0, length - 2)).toString('utf16le');
  pdfium.free(into);
  pdfium.free(key);
  return text;
}
