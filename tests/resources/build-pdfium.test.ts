import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPdfium } from '../../resources/build-pdfium.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-pdfium-'));
  buildPdfium(join(folder, 'kernels'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const built = (name: string) => readFileSync(join(folder, 'kernels', name));

describe('What reads PDF', () => {
  it('is PDFium and its licence', () => {
    expect(readdirSync(join(folder, 'kernels')).sort()).toEqual(['pdfium.licence.txt', 'pdfium.wasm']);
    const licence = built('pdfium.licence.txt').toString();
    for (const part of [
      'The PDFium Authors',
      'The FreeType Project',
      'Independent JPEG Group',
      'Apache License',
    ])
      expect(licence).toContain(part);
  });

  it('can be handed nothing that opens a connection or starts a program', () => {
    const module = new WebAssembly.Module(built('pdfium.wasm'));
    const names = WebAssembly.Module.imports(module).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(
      names.filter((name) => /sock|connect|send|recv|exec|fork|fetch|dlopen|_asm_const/i.test(name)),
    ).toEqual([]);
  });
});
