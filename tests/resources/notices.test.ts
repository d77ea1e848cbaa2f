import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thirdPartyNotices } from '../../resources/notices.ts';

const root = join(import.meta.dirname, '../..');

describe('third-party notices', () => {
  const notices = thirdPartyNotices(root);
  const of = (name: string) => notices.find((one) => one.name === name);

  it('have a text for every dependency and for what these depend on', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(of(name)?.version, name).toBe(version);
      expect(of(name)?.text.length, name).toBeGreaterThan(2);
    }
    // Through d3-scale, and through htmlparser2.
    for (const name of ['d3-array', 'internmap', 'domhandler'])
      expect(of(name)?.text, name).toContain('opyright');
  });

  it('have those of dictionaries, stemmers, the reader of PDF and the samples', () => {
    for (const name of ['jieba', 'korean', 'snowball', 'pdfium', 'state-of-the-union', 'guwen-guanzhi'])
      expect(of(name)?.text.length, name).toBeGreaterThan(80);
  });

  it('name nothing twice, and nothing that asks for the sources of a program around it', () => {
    expect(new Set(notices.map(({ name }) => name)).size).toBe(notices.length);
    for (const { name, licence } of notices) expect(licence, name).not.toMatch(/GPL/u);
  });
});
