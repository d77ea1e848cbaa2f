import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../core/cli/commands/all.ts';
import { errorCodes } from '../core/contract/errors.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the documentation', () => {
  it('describes every command and each of its options', () => {
    const page = read('docs/command-line.md');
    const missing = [...commands].flatMap(([name, command]) => {
      const section = page.split(`## firth ${name} `)[1]?.split('\n## ')[0];
      if (section === undefined) return [name];
      const everywhere = name === 'pairs' ? page : section;
      return (
        Object.keys(command.options)
          // The whole name: --top is not described by --top-words.
          .filter((option) => !new RegExp(`--${option}(?![\\w-])`).test(everywhere))
          .map((option) => `${name} --${option}`)
      );
    });
    expect(missing).toEqual([]);
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
