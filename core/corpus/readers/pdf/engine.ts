import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../contract/errors.ts';

/** An address in the engine's memory; 0 is none. */
export type Pointer = number;

/** What is called of PDFium, as its headers have it (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_doc.h): addresses and numbers only. */
export interface Pdfium {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): Pointer;
  free(at: Pointer): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument64(bytes: Pointer, length: number, password: Pointer): Pointer;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_GetPageCount(document: Pointer): number;
  FPDF_GetMetaText(document: Pointer, name: Pointer, into: Pointer, length: number): number;
  FPDF_LoadPage(document: Pointer, page: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, at: number): Pointer;
  FPDFFormObj_CountObjects(form: Pointer): number;
  FPDFFormObj_GetObject(form: Pointer, at: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFPageObj_GetBounds(
    object: Pointer,
    left: Pointer,
    bottom: Pointer,
    right: Pointer,
    top: Pointer,
  ): number;
  FPDFPageObj_GetMatrix(object: Pointer, into: Pointer): number;
  FPDFPageObj_CountMarks(object: Pointer): number;
  FPDFPageObj_GetMark(object: Pointer, at: number): Pointer;
  FPDFPageObjMark_GetParamBlobValue(
    mark: Pointer,
    name: Pointer,
    into: Pointer,
    length: number,
    written: Pointer,
  ): number;
  FPDFTextObj_GetFontSize(object: Pointer, into: Pointer): number;
  FPDFTextObj_GetFont(object: Pointer): Pointer;
  FPDFFont_GetBaseFontName(font: Pointer, into: Pointer, length: number): number;
  FPDFText_LoadPage(page: Pointer): Pointer;
  FPDFText_ClosePage(text: Pointer): void;
  FPDFText_CountChars(text: Pointer): number;
  FPDFText_GetUnicode(text: Pointer, at: number): number;
  FPDFText_IsGenerated(text: Pointer, at: number): number;
  FPDFText_IsHyphen(text: Pointer, at: number): number;
  FPDFText_HasUnicodeMapError(text: Pointer, at: number): number;
  FPDFText_GetTextObject(text: Pointer, at: number): Pointer;
  FPDFText_GetFontSize(text: Pointer, at: number): number;
  FPDFText_GetMatrix(text: Pointer, at: number, into: Pointer): number;
  FPDFText_GetLooseCharBox(text: Pointer, at: number, into: Pointer): number;
  FPDFText_GetCharBox(
    text: Pointer,
    at: number,
    left: Pointer,
    right: Pointer,
    bottom: Pointer,
    top: Pointer,
  ): number;
  FPDFText_GetCharOrigin(text: Pointer, at: number, x: Pointer, y: Pointer): number;
}

/** What Emscripten's exceptions and start need beside that. */
interface Internal extends Pdfium {
  readonly __indirect_function_table: WebAssembly.Table;
  __wasm_call_ctors(): void;
  setThrew(thrown: number, value: number): void;
  emscripten_stack_init(): void;
  emscripten_stack_get_current(): number;
  _emscripten_stack_restore(at: number): void;
}

const pageBytes = 65_536;
/** “No such file or directory”, of WASI and of Emscripten. */
const noSuchFile = 44;

let compiled: WebAssembly.Module | undefined;

/**
 * Starts PDFium: a world of its own that has its memory and nothing else. The thirty functions that it is handed open no file, no
 * connection and no clock.
 * @param kernels folder of `pdfium.wasm`
 * @param mostBytes its memory grows no further; what needs more ends by a WebAssembly.RuntimeError
 * @throws AppError E_INTERNAL when the file is missing or damaged
 */
export function startPdfium(kernels: string, mostBytes: number): Pdfium {
  compiled ??= compile(kernels);
  const imports = importsFor(compiled, () => started, mostBytes);
  const started = new WebAssembly.Instance(compiled, imports).exports as unknown as Internal;
  started.emscripten_stack_init();
  started.__wasm_call_ctors();
  started.FPDF_InitLibrary();
  return started;
}

function compile(kernels: string): WebAssembly.Module {
  const file = 'pdfium.wasm';
  try {
    return new WebAssembly.Module(readFileSync(join(kernels, file)));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new AppError('E_INTERNAL', { reason: `${file}: ${code ?? message}` }, { cause });
  }
}

type Import = (...values: number[]) => unknown;

/** What a longjmp throws, told apart from a trap. */
const jump = new Error('longjmp');

function importsFor(
  module: WebAssembly.Module,
  engine: () => Internal,
  mostBytes: number,
): WebAssembly.Imports {
  const known: Readonly<Record<string, Import>> = {
    emscripten_resize_heap: (wanted) => Number(grow(engine().memory, wanted >>> 0, mostBytes)),
    emscripten_date_now: () => 0,
    _emscripten_throw_longjmp: () => {
      throw jump;
    },
    // Whatever it has to say goes nowhere.
    fd_write: (_, vectors, count, written) => swallow(engine().memory, vectors, count, written),
    environ_sizes_get: (count, size) => {
      const view = new DataView(engine().memory.buffer);
      view.setUint32(count, 0, true);
      view.setUint32(size, 0, true);
      return 0;
    },
    environ_get: () => 0,
    _tzset_js: () => undefined,
    _gmtime_js: () => undefined,
    _localtime_js: () => undefined,
    _abort_js: () => {
      throw new WebAssembly.RuntimeError('abort');
    },
  };
  const imports: Record<string, Record<string, Import>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const work = known[name] ?? (name.startsWith('invoke_') ? invoking(engine) : undefined);
    (imports[from] ??= {})[name] = work ?? (() => (name.startsWith('fd_') ? noSuchFile : -noSuchFile));
  }
  return imports;
}

/** Calls back into the engine from where a longjmp is caught: C's way of leaving a decoder that met a damaged picture or font. */
const invoking =
  (engine: () => Internal): Import =>
  (index, ...values) => {
    const before = engine().emscripten_stack_get_current();
    try {
      return (engine().__indirect_function_table.get(index) as Import)(...values);
    } catch (thrown) {
      if (thrown !== jump) throw thrown;
      engine()._emscripten_stack_restore(before);
      engine().setThrew(1, 0);
      return 0;
    }
  };

function grow(memory: WebAssembly.Memory, wanted: number, most: number): boolean {
  const has = memory.buffer.byteLength;
  if (wanted > most) return false;
  try {
    // By a fifth more than asked for: growing is dear.
    const target = Math.min(most, Math.max(wanted, 1.2 * has));
    memory.grow(Math.ceil((target - has) / pageBytes));
    return true;
  } catch {
    return false;
  }
}

function swallow(memory: WebAssembly.Memory, vectors: Pointer, count: number, written: Pointer): number {
  const view = new DataView(memory.buffer);
  let length = 0;
  for (let n = 0; n < count; n += 1) length += view.getUint32(vectors + 8 * n + 4, true);
  view.setUint32(written, length, true);
  return 0;
}
