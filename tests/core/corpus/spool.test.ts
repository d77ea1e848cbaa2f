import fc from 'fast-check';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
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
}));
const documents = fc.array(
  fc.record({
    texts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    pieces: fc.array(piece, { maxLength: 3 }),
  }),
  { maxLength: 5 },
);

describe('the spool of an import', () => {
  it('gives back what was put in, and forgets documents that were not finished', () => {
    fc.assert(
      fc.property(documents, fc.nat(5), (all, restartAt) => {
        const folder = newSpoolFolder(root);
        let writer = writeSpool({ folder, textEnd: 0, tokensEnd: 0 });
        const spooled: SpooledDocument[] = [];
        all.forEach(({ texts, pieces }, at) => {
          const [last] = spooled.slice(-1);
          if (at === restartAt) {
            // A thread that died in the middle of a document.
            writer.addText('lost');
            writer.close();
            writer = writeSpool({ folder, textEnd: last?.textEnd ?? 0, tokensEnd: last?.tokensEnd ?? 0 });
          }
          writer.addText('given up');
          writer.forget();
          texts.forEach((text) => writer.addText(text));
          pieces.forEach((one) => writer.addTokens(one));
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
        const ids = all.flatMap(({ pieces }) => pieces.flatMap((one) => [...one.ids]));
        expect([...spool.counts]).toEqual(
          Array.from({ length: 10 }, (_, id) => ids.filter((one) => one === id).length),
        );
        spool.remove();
        expect(existsSync(folder)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
