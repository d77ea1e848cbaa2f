import fc from 'fast-check';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  emptySpool,
  newSpoolFolder,
  readSpool,
  writeSpool,
  type DocumentFacts,
  type SpooledDocument,
} from '../../../core/corpus/spool.ts';

const root = mkdtempSync(join(tmpdir(), 'firth-spool-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const factsOf = (file: string, characters: number, tokenCount: number): DocumentFacts => ({
  name: file,
  file,
  language: 'en',
  encoding: 'utf-8',
  method: 'spaced',
  metadata: { n: file },
  characters,
  tokenCount,
});

const piece = fc.array(fc.tuple(fc.nat(9), fc.nat(1000), fc.nat(50)), { maxLength: 40 }).map((tokens) => ({
  ids: Uint32Array.from(tokens, ([id]) => id),
  starts: Uint32Array.from(tokens, ([, start]) => start),
  lengths: Uint32Array.from(tokens, ([, , length]) => length),
  sentenceStarts: Uint32Array.from(tokens.slice(0, 2), (_, at) => at),
  ...(tokens.length % 2 === 0 ? {} : { layers: [Uint32Array.from(tokens, ([id]) => id % 3)] }),
}));
const numbers = (length: number) =>
  fc.array(fc.nat(2 ** 32 - 1), { minLength: length, maxLength: length }).map((all) => Uint32Array.from(all));
const attribute = fc.record({
  name: fc.string(),
  kind: fc.constant('other' as const),
  values: fc.array(fc.string({ unit: 'binary' })),
  ids: numbers(2),
});
const regions = fc.record(
  {
    name: fc.string(),
    starts: numbers(2),
    ends: numbers(2),
    attributes: fc.array(attribute, { maxLength: 2 }),
    times: fc.constant({ starts: [-1, 5_000_000_000], ends: [0, 5_000_000_001.5] }),
  },
  { requiredKeys: ['name', 'starts', 'ends', 'attributes'] },
);
const annotations = fc.record({
  layers: fc.array(
    fc.record({ name: fc.string(), kind: fc.constant('lemma' as const), values: fc.array(fc.string()) }),
    { maxLength: 2 },
  ),
  regions: fc.array(regions, { maxLength: 2 }),
});
const documents = fc.array(
  fc.record({
    texts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    pieces: fc.array(piece, { maxLength: 3 }),
    annotations,
  }),
  { maxLength: 5 },
);

describe('the spool of an import', () => {
  it('gives back what was put in, and forgets documents that were not finished', () => {
    fc.assert(
      fc.property(documents, fc.nat(5), (all, restartAt) => {
        const folder = newSpoolFolder(root);
        let writer = writeSpool({ folder, ...emptySpool });
        const spooled: SpooledDocument[] = [];
        all.forEach(({ texts, pieces, annotations: said }, at) => {
          const [last] = spooled.slice(-1);
          if (at === restartAt) {
            // A thread that died in the middle of a document.
            writer.addText('lost');
            writer.close();
            writer = writeSpool({ folder, ...(last ?? emptySpool) });
          }
          writer.addText('given up');
          writer.forget();
          texts.forEach((text) => writer.addText(text));
          pieces.forEach((one) => writer.addTokens(one));
          writer.addAnnotations(said);
          const facts = factsOf(
            `${at}`,
            texts.join('').length,
            pieces.reduce((sum, { ids }) => sum + ids.length, 0),
          );
          spooled.push({ ...facts, ...writer.document() });
        });
        writer.close();
        const spool = readSpool(folder, 'abcdefghij'.split(''), spooled, { files: [], skipped: [] });
        const back = [...spool.documents()];
        expect(back.map((document) => [...document.text()])).toEqual(all.map(({ texts }) => texts));
        expect(back.map((document) => [...document.tokens()])).toEqual(all.map(({ pieces }) => pieces));
        expect(back.map((document) => document.annotations())).toEqual(
          all.map(({ annotations: said }) => said),
        );
        const ids = all.flatMap(({ pieces }) => pieces.flatMap((one) => [...one.ids]));
        expect(spool.tokens).toBe(ids.length);
        spool.remove();
        expect(existsSync(folder)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
