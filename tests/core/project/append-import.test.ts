import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { corpusDigest } from '../../../core/project/corpus-digest.ts';
import { readText } from '../../../core/project/document-text.ts';
import { corpusSummary, listDocuments, listImports } from '../../../core/project/documents.ts';
import { readOccurrences, readTokenWindow } from '../../../core/project/occurrences.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { readTokenIds, readTokens } from '../../../core/project/token-stream.ts';
import { findType, readTypes } from '../../../core/project/types.ts';
import type { ReadDb } from '../../../core/project/connection.ts';
import { importOf, someTexts } from './sample-rows.ts';
import { codeOf, temporaryDatabase } from './temporary-project.ts';
import { stopSignal } from '../../../core/stop-signal.ts';
import { extent } from '../../extent.ts';

const words = (text: string) => text.split(/[ \n]+/u).filter(Boolean);
const form = fc.constantFrom(
  'a',
  'b',
  'the',
  'é',
  '紅',
  '😀',
  '__proto__',
  'constructor',
  "o'clock",
  'x'.repeat(300),
);
const text = fc
  .array(fc.tuple(form, fc.constantFrom(' ', '\n', '  ')), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));
const corpus = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), text, { maxKeys: 5 });

/** What a corpus is, read back token by token through every way that there is. */
function checkCorpus(db: ReadDb, texts: Readonly<Record<string, string>>): void {
  const { forms, counts, documents } = readTypes(db);
  const all = Object.values(texts).flatMap(words);
  expect(corpusSummary(db)).toEqual({
    documents: Object.keys(texts).length,
    tokens: all.length,
    types: new Set(all).size,
  });
  for (const one of new Set(all)) {
    const type = findType(db, one)!;
    const inTexts = Object.values(texts).filter((content) => words(content).includes(one));
    expect(forms[type.id]).toBe(one);
    expect([type.count, type.documents]).toEqual([all.filter((word) => word === one).length, inTexts.length]);
    expect([counts[type.id], documents[type.id]]).toEqual([type.count, type.documents]);
    const { total, occurrences } = readOccurrences(db, type.id, { limit: 1000 });
    expect(total).toBe(type.count);
    for (const { document, position } of occurrences) {
      const { nodeStart, nodeEnd } = readTokenWindow(db, document, position, 2, 2);
      expect(readText(db, document, nodeStart, nodeEnd)).toBe(one);
    }
  }
  const stored = listDocuments(db);
  expect(stored.map(({ name }) => name)).toEqual(Object.keys(texts));
  const streams = new Map<number, string[]>();
  for (const { document, ids } of readTokenIds(db))
    streams.set(document, [...(streams.get(document) ?? []), ...Array.from(ids, (id) => forms[id]!)]);
  for (const { id, name, characters } of stored) {
    expect(readText(db, id, 0, characters)).toBe(texts[name]);
    expect(streams.get(id) ?? []).toEqual(words(texts[name]!));
    const places = [...readTokens(db, id)].flatMap(({ starts, lengths }) =>
      Array.from(starts, (start, at) => texts[name]!.slice(start, start + lengths[at]!)),
    );
    expect(places).toEqual(words(texts[name]!));
  }
}

describe('an import into the project', () => {
  it('gives every text, token and place back as it was', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const db = temporaryDatabase();
        appendImport(db, importOf(texts));
        checkCorpus(db, texts);
      }),
      { numRuns: extent(15, 200) },
    );
  });

  it('adds to what is there, and documents can be taken out again', () => {
    fc.assert(
      fc.property(corpus, corpus, fc.nat(4), (first, second, out) => {
        const later = Object.fromEntries(
          Object.entries(second).map(([name, content]) => [`2 ${name}`, content]),
        );
        const db = temporaryDatabase();
        appendImport(db, importOf(first));
        const digest = corpusDigest(db);
        appendImport(db, importOf(later));
        checkCorpus(db, { ...first, ...later });
        const removed = listDocuments(db).filter(({ name }, at) => at % 5 === out || name.startsWith('2 '));
        removeDocuments(
          db,
          removed.map(({ id }) => id),
        );
        const kept = Object.fromEntries(Object.entries(first).filter((_, at) => at % 5 !== out));
        checkCorpus(db, kept);
        if (Object.keys(kept).length === Object.keys(first).length) expect(corpusDigest(db)).toBe(digest);
      }),
      { numRuns: extent(15, 200) },
    );
  });

  it('keeps a text of many stretches of tokens', () => {
    const long = Array.from({ length: 40_000 }, (_, at) => `w${at % 700}`).join(' ');
    const db = temporaryDatabase();
    appendImport(db, importOf({ long, short: 'w1 end' }));
    const type = findType(db, 'w1')!;
    const { total, occurrences } = readOccurrences(db, type.id, { offset: 20, limit: 5 });
    expect(total).toBe(type.count);
    expect(occurrences.map(({ position }) => position % 700)).toEqual([1, 1, 1, 1, 1]);
    const { start, end } = readTokenWindow(db, 1, 16_384, 2, 2);
    expect(readText(db, 1, start, end)).toBe(words(long).slice(16_382, 16_387).join(' '));
  });

  it('keeps the report of every file', () => {
    const db = temporaryDatabase();
    appendImport(db, importOf(someTexts));
    const [stored] = listImports(db);
    expect(stored).toMatchObject({
      importedAt: 5,
      settings: { lowerCase: false },
      skipped: [{ code: 'E_FILE_EMPTY' }],
    });
    expect(stored!.files.map(({ file }) => file)).toEqual(Object.keys(someTexts));
  });

  it('is all or nothing when it is cancelled or contradicts itself', () => {
    const db = temporaryDatabase();
    appendImport(db, importOf({ a: 'one two' }));
    let asked = 0;
    const cancelled = () =>
      appendImport(db, importOf(someTexts), { signal: stopSignal(() => (asked += 1) > 3).signal });
    expect(codeOf(cancelled)).toBe('E_CANCELLED');
    const wrong = importOf(someTexts);
    const documents = [...wrong.documents].map((one) => ({ ...one, tokenCount: one.tokenCount + 1 }));
    expect(codeOf(() => appendImport(db, { ...wrong, documents }))).toBe('E_INTERNAL');
    checkCorpus(db, { a: 'one two' });
  });
});
