import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, zh } from './wording.ts';

const manual = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8');

/** Names of formats as the manual’s table of texts has them. */
function documented(): readonly string[] {
  const [, after = ''] = manual.split(/^## Texts$/mu);
  const [texts = ''] = after.split(/^## /mu);
  const rows = texts.split('\n').filter((line) => line.startsWith('| '));
  return rows
    .slice(2)
    .flatMap((row) => row.split('|')[1]!.replaceAll('`', '').split(', '))
    .map((name) =>
      name
        .replace(/\s*\(.*\)$|\s+\.\w+(?: .*)?$/u, '')
        .replace(/ of \d.*/u, '')
        .trim(),
    )
    .filter((name) => /^[A-Z]/u.test(name));
}

describe('the page that texts are dropped on', () => {
  it('names every format of the manual', () => {
    const names = documented();
    expect(names).toEqual(expect.arrayContaining(['Word', 'PDF', 'FoLiA', 'ELAN', 'CHAT', 'ZIP']));
    for (const t of [en, zh]) {
      const shown = t.corpus.formats.map(({ names: one }) => one).join(' ');
      expect(names.filter((name) => !shown.includes(name))).toEqual([]);
    }
  });
});
