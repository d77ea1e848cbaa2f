import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = import.meta.dirname;
const { resolve } = createRequire(import.meta.url);

/**
 * Writes what reads PDF: PDFium as WebAssembly, and its licence. It lies beside the kernels: WebAssembly cannot be loaded out of the
 * archive of the program. None of the JavaScript that comes with it is run.
 */
export function buildPdfium(target: string): void {
  mkdirSync(target, { recursive: true });
  copyFileSync(resolve('@hyzyla/pdfium/pdfium.wasm'), join(target, 'pdfium.wasm'));
  copyFileSync(join(here, 'pdfium-licence.txt'), join(target, 'pdfium.licence.txt'));
}

if (import.meta.main) buildPdfium(join(here, 'kernels'));
