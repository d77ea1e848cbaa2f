import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import type { FileReport } from '../../core/contract/import.ts';
import { errorCodes } from '../../core/contract/errors.ts';
import { importTexts } from '../../core/corpus/import-texts.ts';
import { extent } from '../extent.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const always = ['conllu', 'docx', 'pathological', 'pdf', 'srt', 'tagged'];
const further = ['chardet', 'csv', 'doc', 'encodings', 'epub', 'html', 'odt', 'rtf', 'udhr', 'xml'];
const folders = [
  ...always.map((name) => `messy/${name}`),
  ...extent([], ['lang', ...further.map((name) => `messy/${name}`)]),
].filter((name) => existsSync(join(shared, name)));
const spoolFolder = mkdtempSync(join(tmpdir(), 'firth-import-'));
afterAll(() => {
  rmSync(spoolFolder, { recursive: true });
});

const environment = {
  workers: {
    importing: pathToFileURL(join(root, 'core/corpus/import-worker.ts')).href,
    training: '',
    counting: '',
    sequence: '',
    map: '',
    change: '',
    engine: '',
  },
  kernels: join(root, 'resources/kernels'),
  now: () => performance.now(),
  log: () => false,
};

describe.skipIf(folders.length === 0)('importing real texts', () => {
  it.each(folders)(
    'imports each file of %s or says why not',
    async (name) => {
      const folder = join(shared, name);
      const spool = await importTexts({
        environment,
        request: { paths: [folder], language: 'auto', encoding: 'auto', tokens: defaultTokenSettings },
        spoolFolder,
      });
      process.stdout.write(`\n${name}\n${[...spool.files].map(rowOf).join('\n')}\n`);
      for (const { file, code, details } of spool.skipped)
        process.stdout.write(`  ${file}  ${code} ${JSON.stringify(details)}\n`);

      const seen = [...spool.files, ...spool.skipped].map(({ file }) => file.replace(/\.zip\/.*$/s, '.zip'));
      // An archive is a folder: what stands in it is reported under its name.
      expect([...new Set(seen)].toSorted()).toEqual(filesIn(folder).toSorted());
      for (const { code } of spool.skipped) expect(errorCodes).toContain(code);
      expect(spool.skipped.map(({ code }) => code)).not.toContain('E_INTERNAL');
      expect(spool.skipped.map(({ code }) => code)).not.toContain('E_IMPORT_STOPPED');
      let tokens = 0;
      for (const document of spool.documents()) {
        let characters = 0;
        for (const piece of document.text()) characters += piece.length;
        expect(characters).toBe(document.characters);
        for (const { ids } of document.tokens()) tokens += ids.length;
      }
      expect(tokens).toBe(spool.files.reduce((sum, file) => sum + file.tokens, 0));
      spool.remove();
      expect(readdirSync(spoolFolder)).toEqual([]);
    },
    300_000,
  );
});

function rowOf(report: FileReport): string {
  const { file, bytes, encoding, encodingConfidence, language, method, tokens, replacedCount } = report;
  const marks = [replacedCount > 0 ? `${replacedCount} replaced` : '', report.suspicious ? 'suspicious' : ''];
  return `  ${file.slice(-50).padEnd(50)} ${String(bytes).padStart(9)} ${encoding.padEnd(14)} ${encodingConfidence.toFixed(2)} ${language.padEnd(5)} ${method.padEnd(10)} ${String(tokens).padStart(8)} ${marks.join(' ')}`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(folder, file)).isFile() && !/(?:^|\/)\./.test(file));
}
