import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { runCommandLine } from '../../../core/cli/run.ts';
import { inLines, inOneLine } from '../../../core/cli/terminal-text.ts';
import { createEngine } from '../../../core/engine/engine.ts';

it('shows what a terminal would obey', () => {
  expect(inOneLine('a\nb\u001b[31mc\u0085\u007f')).toBe('a␊b␛[31mc\\x85␡');
  expect(inLines('one\ttwo\r\nthree\rfour\n')).toBe('one\ttwo\r\nthree␍four\n');
});

it('leaves no control character whatever the text, and every other one as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inOneLine(text)).not.toMatch(/\p{Cc}/u);
      const seen = text.replace(/\p{Cc}/gu, '');
      expect(inOneLine(seen)).toBe(seen);
    }),
    { numRuns: 50 },
  );
});

it.skipIf(process.platform === 'win32')(
  'a name of a file that holds a break and a colour is one plain line of a table',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'firth-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'one\ntwo\u001b[31m.txt');
    writeFileSync(file, 'The cat sat on the mat.');
    const project = join(folder, 'p.firth');
    const firth = async (...args: string[]) => {
      const said: string[] = [];
      const streams = {
        out: (text: string) => said.push(text),
        err: (text: string) => said.push(text),
        interactive: false,
      };
      const environment = { ...commandLineEnvironment(), dataFolder: join(folder, 'data') };
      const status = await runCommandLine(args, createEngine(environment), streams);
      return { status, said: said.join('') };
    };
    const imported = await firth('import', file, '--project', project);
    expect(imported.status).toBe(0);
    const { status, said } = await firth('documents', project);
    expect(status).toBe(0);
    expect(said).toContain('one␊two␛[31m');
    expect(imported.said + said).not.toMatch(/(?!\n)\p{Cc}/u);
  },
);
