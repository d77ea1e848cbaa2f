import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { ImportRequest } from '../../../core/contract/import.ts';
import { importTexts } from '../../../core/corpus/import-texts.ts';
import { inspectTexts } from '../../../core/corpus/inspect-texts.ts';
import type { ImportSpool } from '../../../core/corpus/spool.ts';

let folder = '';
let spoolFolder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-import-'));
  spoolFolder = join(folder, 'spool');
  mkdirSync(spoolFolder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = commandLineEnvironment();
const requestFor = (chosen: Partial<ImportRequest> = {}): ImportRequest => ({
  paths: [join(folder, 'texts')],
  language: 'auto',
  encoding: 'auto',
  tokens: defaultTokenSettings,
  ...chosen,
});

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(join(folder, 'texts', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'texts', name), contents);
  }
}

const imported = (chosen: Partial<ImportRequest> = {}, hooks: Parameters<typeof importTexts>[1] = {}) =>
  importTexts({ environment, request: requestFor(chosen), spoolFolder }, hooks);

it('takes short files to be in the language that most files of the import are in', async () => {
  put({
    '1.txt': 'Bugün hava çok güzel ve biz de sahile gittik.',
    '2.txt': 'IRMAK TAŞTI.',
    '3.txt': 'Ali ile Ayşe bu akşam bir film izleyecek, sonra eve dönecek.',
    '4.txt': '你好吗',
  });
  const spool = await imported();
  expect(spool.files.map(({ language }) => language)).toEqual(['tr', 'tr', 'tr', 'zh']);
  expect(spool.forms).toContain('ırmak');
  const { files } = await inspectTexts(requestFor(), environment);
  expect(files.map(({ language }) => language)).toEqual(['tr', 'tr', 'tr', 'zh']);
  const alone = await imported({ paths: [join(folder, 'texts', '2.txt')] });
  expect(alone.files[0]?.language).not.toBe('tr');
});

/** Every token with the piece of its document’s text that it stands on. */
function tokensWithText(spool: ImportSpool): string[][] {
  return [...spool.documents()].map((document) => {
    const text = [...document.text()].join('');
    return [...document.tokens()].flatMap(({ ids, starts, lengths }) =>
      Array.from(
        ids,
        (id, at) => `${spool.forms[id]!}=${text.slice(starts[at], starts[at]! + lengths[at]!)}`,
      ),
    );
  });
}

describe('an import', () => {
  it('leads every token back to its place, over many files of different encodings', async () => {
    put({
      'a.txt': 'The Cat sat.\r\nDon’t!',
      'b/latin.txt': Buffer.from(
        'Der Bär geht über die Straße und die Brücke, dann schläft er für längere Zeit.',
        'latin1',
      ),
      'c.txt.gz': gzipSync('The cat again.'),
    });
    const spool = await imported();
    expect(spool.skipped).toEqual([]);
    const [first, second, third] = tokensWithText(spool);
    expect(first).toEqual(['the=The', 'cat=Cat', 'sat=sat', "don't=Don’t"]);
    expect(second).toContain('straße=Straße');
    expect(third).toEqual(['the=The', 'cat=cat', 'again=again']);
    const ids = [...spool.documents()].flatMap((one) => [...one.tokens()].flatMap((piece) => [...piece.ids]));
    expect(ids.filter((id) => spool.forms[id] === 'cat')).toHaveLength(2);
    expect(spool.tokens).toBe(ids.length);
    expect(spool.files.map(({ file, tokens }) => [file, tokens])).toEqual([
      ['a.txt', 4],
      ['b/latin.txt', 15],
      ['c.txt.gz', 3],
    ]);
    spool.remove();
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  it('goes on behind files that cannot be read, and says why of each', async () => {
    put({
      '1.txt': '',
      '2.txt': ' \n\t',
      '3.pdf': '%PDF-1.4 …',
      '4.txt': '… — …',
      '5.txt': 'some words here',
    });
    const spool = await imported();
    expect(spool.skipped.map(({ file, code }) => [file, code])).toEqual([
      ['1.txt', 'E_FILE_EMPTY'],
      ['2.txt', 'E_FILE_EMPTY'],
      ['3.pdf', 'E_FILE_UNREADABLE'],
      ['4.txt', 'E_NO_TOKENS'],
    ]);
    expect(tokensWithText(spool)).toEqual([['some=some', 'words=words', 'here=here']]);
  });

  it('takes metadata, and what the user decided for single files', async () => {
    put({
      'Eliot_1871.txt': 'a text',
      'Sand_1842.txt': Buffer.from('l’été', 'utf16le'),
      'out.txt': 'left out',
    });
    const spool = await imported({
      metadataPattern: '{author}_{year}',
      choices: [
        { file: 'Sand_1842.txt', encoding: 'utf-16', language: 'fr' },
        { file: 'out.txt', leaveOut: true },
      ],
    });
    expect([...spool.documents()].map(({ metadata }) => metadata)).toEqual([
      { author: 'Eliot', year: 1871 },
      { author: 'Sand', year: 1842 },
    ]);
    expect(tokensWithText(spool)[1]).toEqual(["l'=l’", 'été=été']);
    expect(spool.files[1]).toMatchObject({ encoding: 'utf-16le', encodingConfidence: 1, language: 'fr' });
  });

  it('takes the texts of a table, of a ZIP archive and of annotated words', async () => {
    const table = 'year,text\n1789,One text\n1793,…\n1797,Another text\n';
    put({
      'table.csv': table,
      'old.zip': zipSync({
        'b/latin.txt': Buffer.from('Où êtes-vous allée, ma chère ? Je vous ai cherchée.', 'latin1'),
        'a.html.gz': gzipSync('<html><body><p>A page</p></body></html>'),
        'b/': new Uint8Array(),
        '__MACOSX/._a': new Uint8Array([1]),
        'c.docx': new Uint8Array([1, 2, 3]),
      }),
      'words.conllu': '1\tCats\tcat\tNOUN\t_\t_\t0\troot\t_\t_\n2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n',
    });
    const spool = await imported({ choices: [{ file: 'words.conllu', take: ['LEMMA'] }] });
    expect(spool.skipped).toMatchObject([{ file: 'old.zip/c.docx', code: 'E_FILE_UNREADABLE' }]);
    expect([...spool.documents()].map(({ name, file, metadata }) => [name, file, metadata])).toEqual([
      ['old.zip/a.html.gz', 'old.zip/a.html.gz', {}],
      ['old.zip/b/latin.txt', 'old.zip/b/latin.txt', {}],
      ['table.csv#1', 'table.csv', { year: 1789 }],
      ['table.csv#3', 'table.csv', { year: 1797 }],
      ['words.conllu', 'words.conllu', {}],
    ]);
    expect(tokensWithText(spool).slice(2)).toEqual([
      ['one=One', 'text=text'],
      ['another=Another', 'text=text'],
      ['cat=Cats'],
    ]);
    expect(spool.files).toMatchObject([
      {},
      { encoding: 'windows-1252' },
      { file: 'table.csv', documents: 2, emptyParts: 1, tokens: 4 },
      { method: 'given', tokens: 1, dropped: { punctuation: 1 } },
    ]);
  });

  it('reports the bytes that do not fit', async () => {
    put({ 'a.txt': Buffer.concat([Buffer.from('one\ntwo '), Buffer.of(0xff), Buffer.from(' three')]) });
    const spool = await imported({ encoding: 'utf-8' });
    expect(spool.files[0]).toMatchObject({
      replacedCount: 1,
      replaced: [{ line: 2, byteOffset: 8, byte: 0xff }],
    });
  });

  it('refuses an encoding that there is not, for each file', async () => {
    put({ 'a.txt': 'text' });
    expect((await imported({ encoding: 'klingon' })).skipped).toMatchObject([{ code: 'E_ENCODING_UNKNOWN' }]);
  });

  it('is refused where there is nothing to import', async () => {
    mkdirSync(join(folder, 'texts'));
    await expect(imported()).rejects.toMatchObject({ code: 'E_NO_TEXTS' });
    await expect(imported({ paths: [join(folder, 'absent.txt')] })).rejects.toMatchObject({
      code: 'E_FILE_MISSING',
    });
    await expect(imported({ metadataFile: join(folder, 'absent.csv') })).rejects.toMatchObject({
      code: 'E_FILE_MISSING',
    });
  });

  it('can be cancelled, and leaves nothing', async () => {
    put(
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, 'many words '.repeat(20_000)])),
    );
    const cancel = new AbortController();
    const importing = imported({}, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(importing).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  it('leaves out a file that its thread does not get on with, and goes on', async () => {
    put({ '1.txt': 'first words', '2.txt': 'second words', '3.txt': 'third words' });
    const broken = join(folder, 'broken-worker.ts');
    // A thread that dies in the middle of the second file and reads the rest as it should.
    writeFileSync(
      broken,
      `import { workerData } from 'node:worker_threads';
      if (workerData.first === 0) workerData.files.splice(1, 1, { file: '2.txt', path: workerData.files[1].path, get bytes() { process.exit(1); } });
      await import(${JSON.stringify(environment.workers.importing)});`,
    );
    const workers = { ...environment.workers, importing: `file://${broken}` };
    const spool = await importTexts({
      environment: { ...environment, workers },
      request: requestFor(),
      spoolFolder,
    });
    expect(spool.skipped).toMatchObject([{ file: '2.txt', code: 'E_IMPORT_STOPPED' }]);
    expect(tokensWithText(spool)).toEqual([
      ['first=first', 'words=words'],
      ['third=third', 'words=words'],
    ]);
  });
});

it('waits for a thread that does not get its turn', async () => {
  put({ '1.txt': 'first words', '2.txt': 'second words' });
  const late = join(folder, 'late-worker.ts');
  writeFileSync(
    late,
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
    await import(${JSON.stringify(environment.workers.importing)});`,
  );
  const spool = await importTexts({
    environment: { ...environment, workers: { ...environment.workers, importing: `file://${late}` } },
    request: requestFor(),
    spoolFolder,
    patienceMs: 4000,
  });
  expect(spool.skipped).toEqual([]);
  expect(tokensWithText(spool)).toEqual([
    ['first=first', 'words=words'],
    ['second=second', 'words=words'],
  ]);
});

describe('a look at files', () => {
  it('tells encoding, language and a line with words, and reads no further', async () => {
    put({
      'a.txt': '\n\n*** 1 ***\nDies ist ein Text und er ist auf Deutsch geschrieben.\nMehr.',
      'b.txt': '',
    });
    const { files, skipped } = await inspectTexts(requestFor(), environment);
    expect(files).toMatchObject([
      {
        file: 'a.txt',
        encoding: 'utf-8',
        language: 'de',
        method: 'spaced',
        sample: 'Dies ist ein Text und er ist auf Deutsch geschrieben.',
      },
    ]);
    expect(files[0]).not.toHaveProperty('outline');
    expect(skipped).toMatchObject([{ file: 'b.txt', code: 'E_FILE_EMPTY' }]);
  });
});
