import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../core/cli/commands/all.ts';
import { optionTable } from '../core/cli/help.ts';
import { withOptionTables } from '../core/cli/option-tables.ts';
import { errorCodes } from '../core/contract/errors.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the documentation', () => {
  it('has a section for every command, with its options as the command has them', () => {
    const page = read('docs/command-line.md');
    const titles = new Set([...page.matchAll(/^## firth (.*)$/gmu)].map(([, title]) => title));
    const expected = [...commands.values()].map(({ name, usage }) => `${name} ${usage}`.trim());
    expect([...titles].toSorted()).toEqual(expected.toSorted());
    const marked = [...page.matchAll(/^<!-- options: (.*) -->$/gmu)].map(([, name]) => name);
    const withOptions = [...commands.values()].filter((command) => optionTable(command) !== '');
    expect(marked.toSorted()).toEqual(withOptions.map(({ name }) => name).toSorted());
    // Where this fails, `npm run docs:command-line` writes the tables anew.
    expect(page === withOptionTables(page, commands)).toBe(true);
  });

  it('lists every error code', () => {
    const page = read('docs/errors.md');
    expect(errorCodes.filter((code) => !page.includes(`| \`${code}\``))).toEqual([]);
  });

  it('links only to what is there', () => {
    const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#]+?)(#[^)]*)?\)/g)]
        .map((match) => match[1]!)
        .filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)))
        .map((link) => `${page} → ${link}`),
    );
    expect(broken).toEqual([]);
  });
});
