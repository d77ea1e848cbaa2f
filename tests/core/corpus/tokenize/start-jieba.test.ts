import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';

// Another test of this thread may have started it already.
vi.resetModules();
const { startJieba } = await import('../../../../core/corpus/tokenize/start-jieba.ts');
const { stretchCutter } = await import('../../../../core/corpus/tokenize/stretch-cutter.ts');

const { kernels } = commandLineEnvironment();
const folder = mkdtempSync(join(tmpdir(), 'firth-jieba-'));
afterAll(() => rmSync(folder, { recursive: true }));

const failure = (reason: RegExp) =>
  expect.objectContaining({
    code: 'E_INTERNAL',
    details: { reason: expect.stringMatching(reason) as string },
  }) as Error;

// In this order: once jieba has started, it asks for no file.
describe('Starting jieba', () => {
  it('fails where its files are missing, and names the file without its folder', () => {
    expect(() => startJieba(folder)).toThrow(failure(/^jieba\.wasm: ENOENT$/));
    copyFileSync(join(kernels, 'jieba.wasm'), join(folder, 'jieba.wasm'));
    expect(() => startJieba(folder)).toThrow(failure(/^jieba\.dict\.gz: ENOENT$/));
  });

  it('fails where the dictionary is cut short, changed or none, rather than cut by the smaller one', () => {
    const whole = readFileSync(join(kernels, 'jieba.dict.gz'));
    const changed = Buffer.from(whole);
    changed[whole.length >> 1]! ^= 1;
    for (const bytes of [whole.subarray(0, whole.length >> 1), changed, Buffer.from('國 3 n\n')]) {
      writeFileSync(join(folder, 'jieba.dict.gz'), bytes);
      expect(() => startJieba(folder)).toThrow(failure(/^jieba\.dict\.gz: Z_/));
    }
    writeFileSync(join(folder, 'jieba.dict.gz'), gzipSync('國 three n\n'));
    expect(() => startJieba(folder)).toThrow(failure(/^jieba\.dict\.gz: /));
    expect(() => stretchCutter('chinese', folder)).toThrow(failure(/^jieba\.dict\.gz: /));
  });

  it('succeeds once they are whole', () => {
    startJieba(kernels);
    const units = unitsOf('国际机场的');
    expect(stretchCutter('chinese', kernels)(units, 0, units.length).ends).toEqual([4, 5]);
  });
});
