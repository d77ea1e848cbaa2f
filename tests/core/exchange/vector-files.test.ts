import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../../core/contract/version.ts';
import { AppError, errorCodes } from '../../../core/contract/errors.ts';
import { readVectors } from '../../../core/exchange/vector-reader.ts';
import { exportVectors, type VectorFormat, type VectorTable } from '../../../core/exchange/vector-writers.ts';
import { seeded } from '../../fixtures/small-language.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-vectors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = join(folder, 'vectors');

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => !/[\s\uFFFD]/u.test(text)),
  fc.constantFrom('__proto__', 'constructor', '=cmd', '"', 'é', '紅樓夢', '3', '0.5', '<num>', '-'),
);
const tables: fc.Arbitrary<VectorTable> = fc
  .record({
    words: fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
    dimensions: fc.integer({ min: 2, max: 9 }),
  })
  .chain(({ words, dimensions }) =>
    fc
      .array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
        minLength: words.length * dimensions,
        maxLength: words.length * dimensions,
      })
      .map((values) => ({
        words: words.map((one) => one.toWellFormed()).filter((one, at, all) => all.indexOf(one) === at),
        counts: null,
        dimensions,
        values: Float32Array.from(values),
      })),
  )
  .map((table) => ({ ...table, values: table.values.slice(0, table.words.length * table.dimensions) }));

const write = (table: VectorTable, format: VectorFormat) =>
  exportVectors(table, { format, preset: 'exchange', target });
const bits = (values: Float32Array) => [...new Uint32Array(values.buffer, values.byteOffset, values.length)];
const small: VectorTable = {
  words: ['a', 'ice cream', 'b'],
  counts: [3, 2, 1],
  dimensions: 2,
  values: Float32Array.of(0.5, -1, 0.25, 2, 1e-7, 3),
};

describe.each(['word2vec', 'word2vec-binary', 'glove'] as const)('vectors as %s', (format) => {
  it('read back bit-equal, also gzipped', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.boolean(), async (table, zipped) => {
        await write(table, format);
        if (zipped) writeFileSync(target, gzipSync(readFileSync(target)));
        const back = await readVectors(target);
        expect(back.words).toEqual(table.words);
        expect(back.dimensions).toBe(table.dimensions);
        expect(bits(back.values)).toEqual(bits(table.values));
      }),
      { numRuns: 80 },
    );
  });

  it('write spaces in words as _, and say how many', async () => {
    expect(await write(small, format)).toMatchObject({ rows: 3, columns: 2, changed: 1 });
    expect((await readVectors(target)).words).toEqual(['a', 'ice_cream', 'b']);
  });

  it('never make one word of two', async () => {
    const table = { ...small, words: ['a b', 'a_b', 'a\u00a0b'] };
    expect(await write(table, format)).toMatchObject({ rows: 3, changed: 2 });
    expect((await readVectors(target)).words).toEqual(['a_b_', 'a_b', 'a_b__']);
  });

  it('are answered with a code when they are damaged, and never hang', { timeout: 60_000 }, async () => {
    await write({ ...small, words: ['eins', 'zwei', 'drei'] }, format);
    const whole = readFileSync(target);
    const random = seeded(4);
    for (let mutant = 0; mutant < 200; mutant += 1) {
      const bytes = Buffer.from(whole);
      const cut = random() < 0.3 ? Math.floor(random() * bytes.length) : bytes.length;
      for (let change = 0; change < 3; change += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(256 * random());
      const path = join(folder, 'mutant');
      writeFileSync(path, bytes.subarray(0, cut));
      try {
        const { words, values, dimensions } = await readVectors(path);
        expect(values).toHaveLength(words.length * dimensions);
        expect(values.every((value) => Number.isFinite(value))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(errorCodes).toContain((error as AppError).code);
      }
    }
  });
});

async function failure(contents: string | Uint8Array): Promise<AppError> {
  const path = join(folder, 'given');
  writeFileSync(path, contents);
  return readVectors(path).then(
    () => Promise.reject(new Error('was read')),
    (error: unknown) => error as AppError,
  );
}

describe('reading', () => {
  const given = (contents: string | Uint8Array) => {
    const path = join(folder, 'given');
    writeFileSync(path, contents);
    return readVectors(path);
  };

  it('takes byte-order marks, Windows line ends, trailing spaces and empty lines', async () => {
    const { words, values } = await given('\uFEFF2 2\r\na 1 2 \r\n\r\nb 3 4\r\n');
    expect(words).toEqual(['a', 'b']);
    expect([...values]).toEqual([1, 2, 3, 4]);
  });

  it('takes words with spaces: the numbers are the last fields', async () => {
    const { words } = await given('2 2\nNew York 1 2\n3 4 5 6\n');
    expect(words).toEqual(['New York', '3 4']);
  });

  it('keeps the first of two, and counts words whose bytes were no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('3 2\na 1 2\na 3 4\n'),
      Buffer.of(0xe3, 0x81),
      Buffer.from(' 5 6\n'),
    ]);
    const { words, values, report } = await given(bytes);
    expect(words).toEqual(['a', '\uFFFD']);
    expect([...values]).toEqual([1, 2, 5, 6]);
    expect(report).toMatchObject({ words: 2, duplicates: 1, replaced: 1, format: 'word2vec' });
  });

  it('refuses a binary file whose words hold spaces, as gensim writes it: numbers would be words', async () => {
    const row = Buffer.from(Float32Array.of(0.5, 1.5, 0.5, 0.5).buffer);
    const bytes = ['New York ', 'goat ', 'milk '].flatMap((word) => [Buffer.from(word), row]);
    await expect(given(Buffer.concat([Buffer.from('3 4\n'), ...bytes]))).rejects.toMatchObject({
      code: 'E_VECTORS_MALFORMED',
      details: { line: 3 },
    });
  });

  it('stops where it is told to', async () => {
    await write({ ...small, words: ['x', 'y', 'z'] }, 'word2vec-binary');
    const { words, values } = await readVectors(target, { limit: 2 });
    expect(words).toEqual(['x', 'y']);
    expect(values).toHaveLength(4);
  });

  it.each([
    [
      'a line with too few numbers',
      '2 3\na 1 2 3\nb 1 2\n',
      { code: 'E_VECTORS_MALFORMED', details: { line: 3 } },
    ],
    ['a word for a number', '1 2\na 1 x\n', { code: 'E_VECTORS_MALFORMED' }],
    ['a number that is not finite', '1 2\na 1 1e999\n', { code: 'E_VECTORS_MALFORMED' }],
    ['NaN', '1 2\na 1 nan\n', { code: 'E_VECTORS_MALFORMED' }],
    [
      'more words than promised',
      '1 2\na 1 2\nb 1 2\n',
      { code: 'E_VECTORS_MALFORMED', details: { line: 3 } },
    ],
    [
      'fewer words than promised',
      '3 2\na 1 2\nb 1 2\n',
      { code: 'E_VECTORS_TRUNCATED', details: { promised: 3, found: 2 } },
    ],
    ['a header alone', '3 2\n', { code: 'E_VECTORS_TRUNCATED' }],
    ['no dimensions', '3 0\na\nb\nc\n', { code: 'E_VECTORS_MALFORMED' }],
    ['absurd promises', '1000000000 1000000000\na 1\n', { code: 'E_VECTORS_MALFORMED' }],
    ['large promises of a small file', '100000000 300\na 1 2\n', { code: 'E_VECTORS_TRUNCATED' }],
    ['a text', 'It was the best of times.\n', { code: 'E_VECTORS_MALFORMED', details: { line: 1 } }],
    ['nothing', '', { code: 'E_FILE_EMPTY' }],
    ['a pickle', Buffer.of(0x80, 0x04, 0x95, 1, 2, 3), { code: 'E_VECTORS_PICKLE' }],
    [
      'damaged gzip',
      Buffer.concat([gzipSync('2 2\na 1 2\nb 3 4\n').subarray(0, 20), Buffer.alloc(9)]),
      { code: 'E_VECTORS_MALFORMED' },
    ],
  ] as const)('refuses %s', async (_, contents, expected) => {
    const error = await failure(contents);
    expect(error).toMatchObject(expected);
    expect(error.details['file']).toBe('given');
  });

  it('names a file that is not there', async () => {
    await expect(readVectors(join(folder, 'absent'))).rejects.toMatchObject({
      code: 'E_FILE_MISSING',
      details: { file: 'absent' },
    });
  });
});

describe('other formats', () => {
  it('NPY holds the matrix behind a header that numpy knows, words beside it', async () => {
    const { files } = await write(small, 'npy');
    expect(files).toEqual(['vectors', 'vectors.words.txt']);
    const bytes = readFileSync(target);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x93NUMPY\x01\x00');
    const length = bytes.readUInt16LE(8);
    expect((10 + length) % 64).toBe(0);
    const header = bytes.subarray(10, 10 + length).toString('latin1');
    expect(header).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(3, 2\), \} *\n$/u);
    expect(bytes.subarray(10 + length).equals(Buffer.from(small.values.buffer))).toBe(true);
    expect(readFileSync(`${target}.words.txt`, 'utf8')).toBe('a\nice cream\nb\n');
  });

  it('the projector’s metadata have a header only where there are counts', async () => {
    const path = join(folder, 'projector.tsv');
    const options = { format: 'projector', preset: 'exchange', target: path } as const;
    expect((await exportVectors(small, options)).files).toEqual(['projector.tsv', 'projector.metadata.tsv']);
    expect(readFileSync(path, 'utf8')).toBe('0.5\t-1\n0.25\t2\n1e-7\t3\n');
    expect(readFileSync(join(folder, 'projector.metadata.tsv'), 'utf8')).toBe(
      'word\tcount\na\t3\nice cream\t2\nb\t1\n',
    );
    await exportVectors({ ...small, counts: null }, { ...options, target: join(folder, 'plain.tsv') });
    expect(readFileSync(join(folder, 'plain.metadata.tsv'), 'utf8')).toBe('a\nice cream\nb\n');
  });

  it('CSV has the words as they are, and settings lie beside it', async () => {
    const path = join(folder, 'v.csv');
    const { files } = await exportVectors(small, {
      format: 'csv',
      preset: 'exchange',
      target: path,
      settings: { seed: 1 },
    });
    expect(files).toEqual(['v.csv', 'v.csv.settings.json']);
    expect(readFileSync(path, 'utf8')).toBe('word,count,d1,d2\na,3,0.5,-1\nice cream,2,0.25,2\nb,1,1e-7,3\n');
    expect(JSON.parse(readFileSync(`${path}.settings.json`, 'utf8'))).toEqual({
      firth: version,
      files: ['v.csv'],
      seed: 1,
    });
  });
});
