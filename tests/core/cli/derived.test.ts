import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { runCommandLine } from '../../../core/cli/run.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import { writeSmallTexts } from '../../fixtures/small-language.ts';

// Commands that follow from the definitions of calls, over a corpus whose texts have a field `year`.
const folder = mkdtempSync(join(tmpdir(), 'firth-commands-'));
const project = join(folder, 'small.firth');
const environment = { ...commandLineEnvironment(), dataFolder: join(folder, 'data') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function firth(args: readonly string[], stdin = '') {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommandLine(args, createEngine(environment), {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    interactive: false,
    read: () => Promise.resolve(stdin),
  });
  return { status, out: out.join(''), err: err.join('') };
}

async function json<T = Record<string, unknown>>(...args: string[]): Promise<T> {
  const { status, out, err } = await firth([...args, '--json']);
  expect({ status, err: status === 0 ? '' : err + out }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as T;
}

async function human(...args: string[]): Promise<string> {
  const { status, out, err } = await firth(args);
  expect({ status, err: status === 0 ? '' : err }).toEqual({ status: 0, err: '' });
  return out;
}

interface Rows {
  readonly total: number;
  readonly rows: readonly Record<string, unknown>[];
}

beforeAll(async () => {
  const texts = writeSmallTexts(join(folder, 'texts'));
  await json('import', texts, '--project', project, '--name-pattern', '{set}/{year}');
  await json(
    ...['train', project, '--name', 'first', '--min-count', '2', '--dimensions', '10'],
    ...['--epochs', '2', '--mode', 'fast'],
  );
});

describe('texts', () => {
  it('are looked at before they are imported, and reported on afterwards', async () => {
    const file = join(folder, 'texts', '1900.txt');
    expect(await json('inspect', file)).toMatchObject({ files: [{ file: '1900.txt', encoding: 'utf-8' }] });
    expect(await human('inspect', file)).toContain('1900.txt');
    expect(await json('preview', project, 'The cat, the dog', '--keep-case')).toMatchObject({
      tokens: [{ form: 'The' }, { form: 'cat' }, { form: 'the' }, { form: 'dog' }],
    });
    expect(await human('preview', project, 'Two well-known cats', '--split-hyphens')).toContain(
      'two | well | known | cats',
    );
    const { imports } = await json<{ imports: { files: unknown[] }[] }>('import-reports', project);
    expect(imports[0]!.files).toHaveLength(10);
    expect(await human('import-reports', project)).toContain('10 files read');
  });

  it('are listed, also a part of them, and given metadata', async () => {
    const { total, rows } = await json<Rows>('documents', project, '--limit', '2');
    expect([total, rows.length, rows[0]!['metadata']]).toEqual([10, 2, { set: 'texts', year: 1900 }]);
    expect((await json<Rows>('documents', project, '--where', 'year=1901..1903')).total).toBe(3);
    const ids = rows.map(({ id }) => String(id)).join(',');
    expect(await json('metadata', project, 'hand', '12', '--documents', ids)).toEqual({ changed: 2 });
    expect((await json<Rows>('documents', project, '--where', 'hand=12')).total).toBe(2);
    expect(await human('fields', project)).toContain('hand');
    await json('fields', 'kind', project, 'hand', 'text');
    expect(await json('fields', project)).toMatchObject({
      fields: [{ name: 'set' }, { name: 'year' }, { name: 'hand', kind: 'text', isChosen: true }],
    });
    await json('fields', 'kind', project, 'hand', 'auto');
    await json('metadata', project, 'hand', '', '--all');
    expect(await json('fields', project)).toMatchObject({ fields: [{ name: 'set' }, { name: 'year' }] });
  });

  it('make sub-corpora, which every question may be asked of', async () => {
    await json('sub-corpora', 'set', project, 'Late', '--where', 'year=1905..');
    await json('sub-corpora', 'set', project, 'Early', '--where', 'year=..1904');
    await json('sub-corpora', 'set', project, 'Early', '--where', 'year=..1903');
    expect(await json('sub-corpora', project)).toMatchObject({
      subCorpora: [{ name: 'Late' }, { name: 'Early', conditions: [{ field: 'year', to: '1903' }] }],
    });
    expect(await human('sub-corpora', project)).toContain('year=..1903');
    const { documents, tokens } = await json<{ documents: number; tokens: number }>(
      ...['matching', project, '--where', 'year=..1903'],
    );
    expect(documents).toBe(4);
    const part = ['--sub-corpus', 'Early'];
    expect(await json('words', project, ...part)).toMatchObject({ tokens });
    const whole = await json<Rows>('lines', project, 'cat');
    expect((await json<Rows>('lines', project, 'cat', ...part)).total).toBeLessThan(whole.total);
    expect(await json('preset', project, ...part)).toMatchObject({ documents: 4, tokens });
    expect(await json('estimate', project, '--min-count', '2', ...part)).toHaveProperty('keptTypes');
    await json('sub-corpora', 'delete', project, 'Late');
    const gone = await firth(['sub-corpora', 'delete', project, 'Late', '--json']);
    expect([gone.status, gone.out]).toEqual([1, expect.stringContaining('there is Early') as string]);
    expect((await firth(['words', project, '--sub-corpus', 'Late'])).status).toBe(1);
  });
});

describe('words and lines', () => {
  it('are counted, sorted and looked at where they stand', async () => {
    const list = await json<Rows>('words', project, '--sort', 'word', '--limit', '3');
    expect(list.rows.map(({ word }) => word)).toEqual(list.rows.map(({ word }) => word as string).toSorted());
    expect(await human('words', project, '--search', 'ca', '--match', 'starts')).toContain('cat');
    const sorted = await json<{ lines: { documentId: number; position: number; right: string }[] }>(
      ...['lines', project, 'cat', '--sort', 'R1,L1', '--limit', '1000'],
    );
    const next = sorted.lines.map(({ right }) => /[\p{L}]+/u.exec(right)?.[0] ?? '');
    expect(next).toEqual(next.toSorted());
    const [{ documentId, position }] = sorted.lines as [(typeof sorted.lines)[0]];
    const context = ['context', project, String(documentId), String(position), '--width', '3'];
    expect(await json(...context)).toMatchObject({ node: 'cat' });
    expect(await human(...context)).toContain('[cat]');
    const { rows } = await json<Rows>('collocates', project, 'cat', '--left', '2', '--right', '2');
    expect(rows.length).toBeGreaterThan(0);
    expect(await human('collocates', project, 'cat')).toContain('logDice');
    expect(await json('phrases', project, '--threshold', '0.1')).toHaveProperty('total');
    expect((await json<{ words: string[] }>('stop-words', project, '--language', 'en')).words).toContain(
      'the',
    );
  });

  it('are cut by another dictionary, and in other ways', async () => {
    const copy = join(folder, 'recut.firth');
    await json('save-as', project, copy);
    expect(await json('dictionary', 'show', copy)).toEqual({ words: [], splits: [] });
    const list = join(folder, 'words.txt');
    writeFileSync(list, 'by train\nan | na\n');
    expect(await json('dictionary', 'read', list)).toEqual({ words: ['by train'], splits: [['an', 'na']] });
    await json('dictionary', 'set', copy, list);
    expect(await human('dictionary', 'show', copy)).toBe('by train\nan | na\n');
    expect(await json('cutting', copy)).toMatchObject({ pending: true, tokens: { hyphens: 'keep' } });
    const compared = await json(
      ...['compare-cuts', copy, '--first-tokens', 'spaced', '--second-dictionary'],
      ...['--documents', '1', '--limit', '2'],
    );
    expect(compared['rows']).toMatchObject([
      { written: 'by train', second: ['by train'] },
      { written: 'anna', second: ['an', 'na'] },
    ]);
    const before = await json('info', copy);
    const after = await json('recut', copy, '--tokens', 'spaced', '--keep-case');
    expect(after['tokens']).not.toBe(before['tokens']);
    expect(await json('cutting', copy)).toMatchObject({
      pending: false,
      tokens: { method: 'spaced', lowerCase: false },
    });
    expect(await json('remove', copy, '--where', 'year=1901..')).toMatchObject({ documents: 1 });
    expect(await json('info', project)).toMatchObject({ documents: 10 });
  });
});

describe('models', () => {
  it('answer with matrices and vectors, a row for each word', async () => {
    const matrix = await json<{ words: string[]; values: number[][] }>(
      ...['matrix', project, 'cat', 'dog', 'rome'],
    );
    expect(matrix.values).toHaveLength(3);
    for (const [at, row] of matrix.values.entries()) expect(row[at]).toBeCloseTo(1, 5);
    expect(await human('matrix', project, 'cat', 'dog')).toContain('1.000');
    const vectors = await json<{ values: number[][]; unknown: string[] }>(
      ...['vectors', project, 'cat', 'xyzzy', '--known-only'],
    );
    expect([vectors.values.length, vectors.values[0]!.length, vectors.unknown]).toEqual([1, 10, ['xyzzy']]);
    expect(await human('vectors', project, 'cat')).toMatch(/^cat -?\d/u);
  });

  it('are renamed and deleted', async () => {
    const copy = join(folder, 'renamed.firth');
    await json('save-as', project, copy);
    await json('models', 'rename', copy, 'first', 'second');
    expect(await json('models', copy)).toMatchObject({ models: [{ name: 'second' }] });
    expect(await human('models', 'delete', copy, 'second')).toBe('Done.\n');
    expect(await json('models', copy)).toEqual({ models: [] });
  });

  it('are recurrent ones, too', async () => {
    const copy = join(folder, 'recurrent.firth');
    await json('save-as', project, copy);
    expect(await json('sequence', 'preset', copy, '--cell', 'rnn')).toMatchObject({
      settings: { cell: 'rnn', parent: 'first' },
    });
    const settings = ['--embeddings', 'learned', '--hidden', '8', '--min-count', '2'];
    expect(await json('sequence', 'estimate', copy, ...settings)).toHaveProperty('parameters');
    await json('sequence', 'train', copy, ...settings, '--epochs', '1', '--name', 'small');
    await json('sequence', 'rename', copy, 'small', 'tiny');
    const { lines } = await json<{ lines: unknown[] }>(
      ...['sequence', 'similar', copy, 'the cat', '1', '2', '--limit', '2'],
    );
    expect(lines).toHaveLength(2);
    expect(await human('sequence', 'similar', copy, 'the cat', '1', '2')).toContain('cat');
    await json('sequence', 'delete', copy, 'tiny');
    expect(await human('sequence', 'models', copy)).toBe('No recurrent models yet\n');
  }, 60_000);
});

describe('what is kept of a project', () => {
  it('is named, taken up, given up and restored', async () => {
    const place = join(folder, 'left.firth');
    await json('save-as', project, place);
    // Two sessions that ended without saving.
    for (let session = 0; session < 2; session += 1) {
      const engine = createEngine(environment);
      await engine.call('project.open', { file: { path: place } });
      await engine.call('corpus.setSubCorpora', {
        subCorpora: [{ name: `Session ${session}`, conditions: [] }],
      });
      await engine.close();
      const { projects } = await json<{ projects: { id: string; name: string }[] }>('recoverable');
      expect(projects).toMatchObject([{ name: 'left.firth' }]);
      expect(await human('recoverable')).toContain('left.firth');
      const { id } = projects[0]!;
      if (session === 0) await json('recover', id);
      else await json('give-up', id);
      expect(await json('recoverable')).toEqual({ projects: [] });
    }
    expect(await json('sub-corpora', place)).toMatchObject({ subCorpora: [{ name: 'Session 0' }] });
    const { backups } = await json<{ backups: { saves: number }[] }>('backups', place);
    expect(backups.length).toBeGreaterThan(0);
    expect(await human('backups', place)).toContain('saves');
    const restored = join(folder, 'restored.firth');
    await json('restore', place, String(backups[0]!.saves), restored);
    expect(await json('verify', restored)).toMatchObject({ ok: true });
  });
});

describe('the input of a command', () => {
  it('may be one JSON document, in a file or on stdin; what is typed stands over it', async () => {
    const input = {
      word: 'cat',
      texts: { conditions: [{ field: 'year', from: '1903' }] },
      limit: 2,
      width: 3,
    };
    const file = join(folder, 'input.json');
    writeFileSync(file, JSON.stringify(input));
    const typed = await json(
      'lines',
      project,
      'cat',
      '--where',
      'year=1903..',
      '--limit',
      '2',
      '--width',
      '3',
    );
    expect(await json('lines', project, '--input', file)).toEqual(typed);
    const piped = await firth(['lines', project, '--input', '-', '--json'], readFileSync(file, 'utf8'));
    expect(JSON.parse(piped.out)).toEqual(typed);
    const { lines } = await json<{ lines: unknown[] }>('lines', project, '--input', file, '--limit', '1');
    expect(lines).toHaveLength(1);
    const settings = JSON.stringify({ settings: { minCount: 2, dimensions: 8 } });
    const estimate = await firth(
      ['estimate', project, '--input', '-', '--dimensions', '9', '--json'],
      settings,
    );
    expect(JSON.parse(estimate.out)).toEqual(
      await json('estimate', project, '--min-count', '2', '--dimensions', '9'),
    );
  });

  it.each([['not JSON'], ['[]'], ['null'], ['7']])('is no %s', async (text) => {
    const { status, err } = await firth(['lines', project, '--input', '-'], text);
    expect([status, err]).toEqual([2, expect.stringContaining('one JSON object') as string]);
  });

  it('is checked as every input is', async () => {
    const wrong = await firth(['lines', project, '--input', '-', '--json'], '{"word":"cat","surprise":1}');
    expect([wrong.status, JSON.parse(wrong.out)]).toMatchObject([
      1,
      { error: { code: 'E_REQUEST_INVALID' } },
    ]);
    expect((await firth(['lines', project, '--input', join(folder, 'absent.json')])).status).toBe(1);
  });
});
