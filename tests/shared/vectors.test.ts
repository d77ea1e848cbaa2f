import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVectors } from '../../core/exchange/vector-reader.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data'), 'vectors');
const read = (file: string) => readVectors(join(folder, file));

describe.skipIf(!existsSync(folder))('vector files of other programs (P24)', () => {
  it.each([
    ['gensim/euclidean_vectors.bin', 'word2vec-binary', 2747, 10],
    ['gensim/lee_fasttext.vec', 'word2vec', 1762, 10],
    ['gensim/crime-and-punishment.vec', 'word2vec', 291, 5],
    ['gensim/word2vec_pre_kv_c', 'word2vec', 1750, 10],
    ['en_sg100.word2vec-c.bin', 'word2vec-binary', 14_830, 100],
  ] as const)('%s is read', async (file, format, words, dimensions) => {
    const { report } = await read(file);
    expect(report).toMatchObject({ format, dimensions, words });
  });

  it('a byte-order mark and Windows line ends change nothing', async () => {
    const { words, dimensions, report } = await read('malformed_crlf_bom.vec');
    expect(dimensions).toBe(100);
    expect(report.replaced).toBe(0);
    expect(words.every((word) => !/[\uFEFF\r]/u.test(word))).toBe(true);
  });

  it('words may hold spaces', async () => {
    const { words } = await read('malformed_multiword_keys.vec');
    expect(words.some((word) => word.includes(' '))).toBe(true);
  });

  it('words that were cut within a letter end in U+FFFD, and are counted', async () => {
    const { words, report } = await read('gensim/w2v_keyedvectors_load_test.modeldata');
    expect(words.every((word) => word.endsWith('\uFFFD'))).toBe(true);
    expect(report.replaced).toBe(words.length);
  });

  it.each([
    ['malformed_header_only.vec', 'E_VECTORS_TRUNCATED'],
    ['malformed_truncated.bin', 'E_VECTORS_TRUNCATED'],
    ['malformed_wrong_dim_line.vec', 'E_VECTORS_MALFORMED'],
  ])('%s is refused with %s', async (file, code) => {
    await expect(read(file)).rejects.toMatchObject({ code });
  });
});
