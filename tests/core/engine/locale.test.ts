import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallText } from '../../fixtures/small-language.ts';
import { extent } from '../../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-locale-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const texts = join(folder, 'texts');

// Words whose order and whose small letters depend on the language one asks in.
const turkish = 'ılık İz ve iz ve çay ve Iğdır ve ıslak ve zil ve ürün ve şeker ve öğle\n'.repeat(30);
const mixed =
  'the Äpfel the zebra the ångström the Straße the ñandú the cña the österreich the aa the 1,234.5 the ILIK\n'.repeat(
    30,
  );
for (const [language, files] of Object.entries({
  auto: { 'a.txt': smallText(60, 1), 'b.txt': mixed },
  tr: { 'tr.txt': turkish },
})) {
  mkdirSync(join(texts, language), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(texts, language, name), text);
}

let runs = 0;

/** Everything that Firth writes in a process of its own with these settings of the system. */
function written(locale: string, { timeZone = 'UTC', shiftMs = 0 } = {}) {
  const place = join(folder, `run ${(runs += 1)}`);
  mkdirSync(place);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'locale-child.ts'), place, texts, String(shiftMs)],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        LANG: `${locale}.UTF-8`,
        LC_ALL: `${locale}.UTF-8`,
        LANGUAGE: locale,
        TZ: timeZone,
      },
    },
  );
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout) as { locale: string; digests: Record<string, string> };
}

const yearMs = 365 * 24 * 3600 * 1000;

// An order of its own and a decimal comma; other small letters; other digits and another direction.
const all: readonly (readonly [locale: string, expected: string])[] = [
  ['tr_TR', 'tr-TR'],
  ['ar_EG', 'ar-EG'],
  ['sv_SE', 'sv-SE'],
  ['de_DE', 'de-DE'],
  ['fr_FR', 'fr-FR'],
];
const locales = all.slice(0, extent(2, all.length));

describe('what Firth writes (P30)', () => {
  const usual = written('en_US');

  it('is every table in every format that holds it', () => {
    const made = Object.entries(usual.digests).filter(([, digest]) => /^[0-9a-f]{16}$/.test(digest));
    expect(made.length).toBeGreaterThan(20);
    for (const name of ['vectors.csv', 'vectors.xlsx', 'vectors.npy', 'vectors.word2vec', 'frequencies.csv'])
      expect(made.map(([file]) => file)).toContain(name);
  });

  it.each(locales)('is the same to the byte in %s', (locale, expected) => {
    const { locale: inUse, digests } = written(locale);
    // The child really was in that locale.
    expect(inUse).toBe(expected);
    expect(digests).toEqual(usual.digests);
  });

  it('is the same a year earlier, a year later and on the other side of the world', () => {
    expect(written('en_US', { shiftMs: -yearMs }).digests).toEqual(usual.digests);
    expect(written('en_US', { shiftMs: yearMs, timeZone: 'Pacific/Auckland' }).digests).toEqual(
      usual.digests,
    );
  });
});
