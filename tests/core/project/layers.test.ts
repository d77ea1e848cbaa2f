import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import type { ReadDb } from '../../../core/project/connection.ts';
import { findProblems } from '../../../core/project/database-checks.ts';
import { listDocuments } from '../../../core/project/documents.ts';
import type { NewDocument, NewImport } from '../../../core/project/import-rows.ts';
import {
  commonestValues,
  listLayers,
  readLayerColumn,
  readLayerIds,
  readLayerValues,
} from '../../../core/project/layers.ts';
import { recutDocuments } from '../../../core/project/recut-documents.ts';
import { listRegions, placeInRecording, readRegions } from '../../../core/project/regions.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { readTokens } from '../../../core/project/token-stream.ts';
import { readTypes } from '../../../core/project/types.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { importOf } from './sample-rows.ts';
import { opened, temporaryDatabase, temporaryPlace } from './temporary-project.ts';
import { extent } from '../../extent.ts';

/** A text with a lemma for each word and regions by offset, as plain data. */
interface Annotated {
  readonly words: readonly string[];
  /** One for each word; empty for none. */
  readonly lemmas: readonly string[];
  readonly regions: readonly { readonly start: number; readonly length: number; readonly who: string }[];
}

const value = fc.constantFrom('', 'go', 'be', '花', '__proto__', 'constructor', "it's", '😀');
const annotated: fc.Arbitrary<Annotated> = fc
  .array(fc.tuple(fc.constantFrom('a', 'bb', 'ccc', 'être'), value), { maxLength: 40 })
  .chain((words) =>
    fc.record({
      words: fc.constant(words.map(([word]) => word)),
      lemmas: fc.constant(words.map(([, lemma]) => lemma)),
      regions: fc.array(fc.record({ start: fc.nat(60), length: fc.nat(30), who: value }), { maxLength: 6 }),
    }),
  );

const textOf = ({ words }: Annotated) => words.join(' ');

function withAnnotations(document: NewDocument, { lemmas, regions }: Annotated): NewDocument {
  const values = [...new Set(['', ...lemmas])];
  const attributeValues = [...new Set(['', ...regions.map(({ who }) => who)])];
  return {
    ...document,
    *tokens() {
      let first = 0;
      for (const piece of document.tokens()) {
        const from = first;
        first += piece.ids.length;
        yield { ...piece, layers: [piece.ids.map((_, at) => values.indexOf(lemmas[from + at]!))] };
      }
    },
    annotations: () => ({
      layers: [{ name: 'lemma', kind: 'lemma', values }],
      regions: [
        {
          name: 'turn',
          starts: Uint32Array.from(regions, ({ start }) => start),
          ends: Uint32Array.from(regions, ({ start, length }) => start + length),
          attributes: [
            {
              name: 'who',
              kind: 'other',
              values: attributeValues,
              ids: Uint32Array.from(regions, ({ who }) => attributeValues.indexOf(who)),
            },
          ],
          times: {
            starts: regions.map(({ start }) => start * 1000),
            ends: regions.map(({ start, length }) => (length === 0 ? -1 : (start + length) * 1000)),
          },
        },
      ],
    }),
  };
}

function importOfAnnotated(texts: Readonly<Record<string, Annotated>>): NewImport {
  const names = Object.keys(texts);
  const plain = importOf(Object.fromEntries(names.map((name) => [name, textOf(texts[name]!)])));
  return {
    ...plain,
    documents: [...plain.documents].map((one) => withAnnotations(one, texts[one.name]!)),
  };
}

/** Where words start in a text of single spaces. */
const startsOf = (words: readonly string[]) =>
  words.map((_, at) => words.slice(0, at).reduce((sum, word) => sum + word.length + 1, 0));

/** Reads all annotations back, through every way that there is, and compares them with what was put in. */
function check(db: ReadDb, texts: Readonly<Record<string, Annotated>>): void {
  expect(findProblems(db)).toEqual([]);
  const layers = listLayers(db);
  const lemma = layers.find(({ region }) => region === '');
  const who = layers.find(({ region, name }) => region === 'turn' && name === 'who');
  const all = Object.values(texts);
  const lemmas = all.flatMap((one) => one.lemmas.filter(Boolean));
  expect(lemma === undefined).toBe(lemmas.length === 0);
  const table = lemma && readLayerValues(db, lemma.id);
  if (lemma !== undefined && table !== undefined) {
    expect(lemma).toMatchObject({
      name: 'lemma',
      kind: 'lemma',
      covered: lemmas.length,
      values: new Set(lemmas).size,
      documents: all.filter((one) => one.lemmas.some(Boolean)).length,
    });
    for (const one of new Set(lemmas))
      expect(table.counts[table.values.indexOf(one)]).toBe(lemmas.filter((other) => other === one).length);
    const [commonest] = commonestValues(db, lemma.id, 1);
    expect(commonest!.count).toBe(Math.max(...table.counts));
  }
  const whoTable = who && readLayerValues(db, who.id);
  const regions = new Map([...readRegions(db, 'turn')].map((one) => [one.document, one]));
  for (const { id, name } of listDocuments(db)) {
    const one = texts[name]!;
    const column = lemma === undefined ? null : readLayerColumn(db, lemma.id, id);
    const found = column === null ? null : Array.from(column, (number) => table!.values[number]);
    expect(found ?? one.lemmas.map(() => '')).toEqual(one.lemmas);
    const sorted = one.regions.toSorted((a, b) => a.start - b.start || b.length - a.length);
    const starts = startsOf(one.words);
    const tokensBefore = (offset: number) => starts.filter((start) => start < offset).length;
    const stored = regions.get(id);
    expect(stored === undefined).toBe(sorted.length === 0);
    if (stored === undefined) continue;
    const end = textOf(one).length;
    expect(Array.from(stored.tokens.starts)).toEqual(sorted.map(({ start }) => tokensBefore(start)));
    expect(Array.from(stored.tokens.lengths)).toEqual(
      sorted.map(({ start, length }) => tokensBefore(start + length) - tokensBefore(start)),
    );
    expect(Array.from(stored.places!.starts)).toEqual(sorted.map(({ start }) => Math.min(start, end)));
    expect(Array.from(stored.times!.starts)).toEqual(sorted.map(({ start }) => start * 1000));
    const attribute = who === undefined ? null : readLayerColumn(db, who.id, id);
    // Regions that are alike may change places.
    const said = Array.from(attribute ?? [], (number) => whoTable!.values[number]!).sort();
    expect(attribute === null ? sorted.map(() => '') : said).toEqual(
      sorted.map((region) => region.who).sort(),
    );
  }
}

const corpus = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), annotated, { maxKeys: 4 });

describe('layers and regions', () => {
  it('come back as they were, and go with their documents', () => {
    fc.assert(
      fc.property(corpus, corpus, fc.nat(3), (first, second, out) => {
        const later = Object.fromEntries(Object.entries(second).map(([name, one]) => [`2 ${name}`, one]));
        const db = temporaryDatabase();
        appendImport(db, importOfAnnotated(first));
        check(db, first);
        appendImport(db, importOfAnnotated(later));
        check(db, { ...first, ...later });
        const removed = listDocuments(db).filter((_, at) => at % 4 === out);
        removeDocuments(
          db,
          removed.map(({ id }) => id),
        );
        const names = new Set(removed.map(({ name }) => name));
        check(
          db,
          Object.fromEntries(Object.entries({ ...first, ...later }).filter(([name]) => !names.has(name))),
        );
      }),
      { numRuns: extent(15, 300) },
    );
  });

  const long: Annotated = {
    words: Array.from({ length: 40_000 }, (_, at) => `w${at % 700}`),
    lemmas: Array.from({ length: 40_000 }, (_, at) => (at % 3 === 0 ? '' : `l${at % 70_001}`)),
    regions: Array.from({ length: 20_000 }, (_, at) => ({ start: at * 9, length: 9, who: `s${at % 300}` })),
  };

  it('are read in the stretches of the tokens, whatever the number of values', () => {
    const db = temporaryDatabase();
    appendImport(db, importOfAnnotated({ long, short: { words: ['a'], lemmas: ['l1'], regions: [] } }));
    expect(findProblems(db)).toEqual([]);
    const lemma = listLayers(db).find(({ region }) => region === '')!;
    const { values } = readLayerValues(db, lemma.id);
    const stretches = [...readLayerIds(db, lemma.id)];
    expect(stretches.map(({ first, ids }) => [first, ids.length])).toEqual([
      [0, 16_384],
      [16_384, 16_384],
      [32_768, 7_232],
      [0, 1],
    ]);
    const numbers = stretches.slice(0, 3).flatMap(({ ids }) => [...ids]);
    expect(numbers.map((number) => values[number])).toEqual(long.lemmas);
    const who = listLayers(db).find(({ region }) => region === 'turn')!;
    const speakers = readLayerValues(db, who.id).values;
    const column = readLayerColumn(db, who.id, 1)!;
    expect(Array.from(column, (number) => speakers[number])).toEqual(
      long.regions.map((region) => region.who),
    );
    expect([...readLayerIds(db, lemma.id, [2])]).toHaveLength(1);
  });

  it('lead from a token back to the recording', () => {
    const db = temporaryDatabase();
    const one: Annotated = {
      words: ['one', 'two', 'three'],
      lemmas: ['', '', ''],
      regions: [
        { start: 0, length: 13, who: 'A' },
        { start: 4, length: 3, who: 'B' },
      ],
    };
    appendImport(db, importOfAnnotated({ one }));
    expect([0, 1, 2].map((token) => placeInRecording(db, 1, token))).toEqual([
      { start: 0, end: 13_000 },
      { start: 4000, end: 7000 },
      { start: 0, end: 13_000 },
    ]);
    expect(placeInRecording(db, 1, 3)).toBeNull();
  });

  it('are there for sentences and texts of every project', () => {
    const db = temporaryDatabase();
    appendImport(db, importOf({ one: 'a b\nc d e', two: 'f' }));
    const spans = (name: string) =>
      [...readRegions(db, name)].map(({ tokens }) => [[...tokens.starts], [...tokens.lengths]]);
    expect(spans('sentence')).toEqual([
      [
        [0, 2],
        [2, 3],
      ],
      [[0], [1]],
    ]);
    expect(spans('text')).toEqual([
      [[0], [5]],
      [[0], [1]],
    ]);
    expect(listRegions(db)).toEqual([]);
  });

  it('of a text that is cut anew: regions stay where they are, layers are those of the new tokens', () => {
    const db = temporaryDatabase();
    const given: Annotated = {
      words: ['a', 'bb'],
      lemmas: ['x', 'y'],
      regions: [{ start: 2, length: 2, who: 'A' }],
    };
    const cut: Annotated = {
      words: ['ccc', 'a'],
      lemmas: ['x', ''],
      regions: [{ start: 2, length: 3, who: 'B' }],
    };
    appendImport(db, importOfAnnotated({ given, cut }));
    const known = readTypes(db).forms;
    const before = [...readTokens(db, 1)];
    recutDocuments(db, {
      forms: [...known, 'c'],
      documents: new Map([
        [1, { tokens: () => before }],
        [
          2,
          {
            // Three letters and the word behind them.
            tokens: () => [
              {
                ids: Uint32Array.of(known.length, known.length, known.length, known.indexOf('a')),
                starts: Uint32Array.of(0, 1, 2, 4),
                lengths: Uint32Array.of(1, 1, 1, 1),
                sentenceStarts: Uint32Array.of(0),
                layers: [Uint32Array.of(1, 0, 0, 2)],
              },
            ],
            layers: [{ name: 'reading', kind: 'reading', values: ['', 'si', 'a'] }],
          },
        ],
      ]),
      settings: {},
    });
    expect(findProblems(db)).toEqual([]);
    const byName = new Map(listLayers(db).map((layer) => [layer.name, layer]));
    expect(byName.get('lemma')).toMatchObject({ documents: 1, covered: 2, values: 2 });
    expect([...readLayerColumn(db, byName.get('reading')!.id, 2)!]).toEqual([1, 0, 0, 2]);
    const turns = [...readRegions(db, 'turn')].map(({ tokens }) => [...tokens.starts, ...tokens.lengths]);
    expect(turns).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('are part of what is verified, and are rescued with their texts', () => {
    const place = temporaryPlace();
    const project = opened(place);
    const part = { ...long, words: long.words.slice(0, 300), lemmas: long.lemmas.slice(0, 300) };
    const texts = {
      part: { ...part, regions: long.regions.slice(0, 100) },
      short: { words: ['a', 'bb'], lemmas: ['x', ''], regions: [] },
    };
    appendImport(project.db, importOfAnnotated(texts));
    project.save();
    project.close();
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true, documents: 2 });
    const whole = join(place.folder, 'whole.firth');
    expect(rescueProject(place.environment, place.path, whole)).toEqual({
      documents: 2,
      models: 0,
      lost: [],
    });
    const rescued = opened({ ...place, path: whole }, { readOnly: true });
    expect(listLayers(rescued.db).map(({ region, name, covered }) => [region, name, covered])).toEqual([
      ['', 'lemma', 201],
      ['turn', 'who', 100],
    ]);
    check(rescued.db, texts);
  });

  it('are named where a damaged project has lost them', () => {
    const place = temporaryPlace();
    const project = opened(place);
    const part = {
      words: long.words.slice(0, 8000),
      lemmas: long.lemmas.slice(0, 8000),
      regions: long.regions.slice(0, 3000),
    };
    appendImport(project.db, importOfAnnotated({ long: part }));
    project.save();
    project.close();
    const bytes = readFileSync(place.path);
    // Numbers of values as they stand in a stretch of the layer.
    const at = bytes.lastIndexOf(Buffer.from(Uint16Array.of(5, 6, 0).buffer));
    expect(at).toBeGreaterThan(0);
    bytes[at] = 7;
    writeFileSync(place.path, bytes);
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_DAMAGED' });
    const out = join(place.folder, 'out.firth');
    expect(rescueProject(place.environment, place.path, out).lost).toEqual([
      expect.stringMatching(/^layer lemma of text long \(layer_chunks \d+\): not as saved$/u),
      'long: layer lemma not as it was',
    ]);
  });
});
