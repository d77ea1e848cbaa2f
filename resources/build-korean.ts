import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packArrays } from '../core/corpus/tokenize/dictionaries/packed-arrays.ts';
import { compiledConnections, compiledEntries, compiledKinds, type CompiledEntry } from './mecab-binary.ts';
import { textPool } from './text-pool.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Writes what cuts Korean into morphemes: mecab-ko-dic (816,283 entries) with its connection costs, its rules for words that it lacks and
 * its penalties for what stands behind a space, and its licence. The words are written with what each has more than the one before.
 */
export function buildKorean(target: string): void {
  const folder = join(dirname(resolve('mecab-ko-dic/package.json')), 'bundleContents');
  const entries = compiledEntries(join(folder, 'sys.dic'));
  const { names, kinds, bits, settings } = compiledKinds(join(folder, 'char.bin'));
  const rules = compiledEntries(join(folder, 'unk.dic'));
  const unknown = names.flatMap((name) => rules.filter(({ surface }) => surface === name));
  const all = [...entries, ...unknown];
  const { rights, lefts, costs } = compiledConnections(join(folder, 'matrix.bin'));
  const penalties = penaltiesOf(readFileSync(join(folder, 'dicrc'), 'utf8'));
  const [tags, readings, inflections] = [textPool(), textPool(), textPool()];
  for (const one of [readings, inflections]) one.numberOf('');
  // Few words differ in all that the lattice looks at but their costs.
  const contexts = new Map<string, number>();
  const context = all.map(({ left, right, part, features: [tag = '', meaning = '*'] }) => {
    const tagged = tags.numberOf(meaning === '*' ? tag : `${tag}-${meaning}`);
    const key = [left, right, tagged, penalties.get(part) ?? 0].join(' ');
    const known = contexts.get(key) ?? contexts.size;
    contexts.set(key, known);
    return known;
  });
  const columns = [...contexts.keys()].map((key) => key.split(' ').map(Number));
  const isUnknown = (at: number) => at >= entries.length;
  const packed = packArrays({
    ...frontCoded(entries),
    contexts: Uint16Array.from(context),
    lefts: Uint16Array.from(columns, ([left]) => left!),
    rights: Uint16Array.from(columns, ([, right]) => right!),
    tags: Uint16Array.from(columns, ([, , tag]) => tag!),
    penalties: Int16Array.from(columns, ([, , , penalty]) => penalty!),
    costs: Int16Array.from(all, ({ cost }) => cost),
    readings: Int32Array.from(all, ({ surface, features }, at) =>
      readings.numberOf(
        isUnknown(at) || features[3] === surface || features[3] === '*' ? '' : (features[3] ?? ''),
      ),
    ),
    inflections: Int32Array.from(all, ({ features }) =>
      inflections.numberOf(features[4] === 'Inflect' ? (features[7] ?? '').replaceAll('/*', '') : ''),
    ),
    ...tags.packed('tag'),
    ...readings.packed('reading'),
    ...inflections.packed('inflection'),
    // Rows differ little from one another.
    connections: costs.map((cost, at) => cost - (costs[at - rights] ?? 0)),
    sizes: Int32Array.of(rights, lefts),
    kinds,
    bits,
    kindSettings: settings,
    kindEntries: Int32Array.from(
      names.flatMap((name) => {
        const from = unknown.findIndex(({ surface }) => surface === name);
        const count = unknown.filter(({ surface }) => surface === name).length;
        return [entries.length + from, entries.length + from + count];
      }),
    ),
  });
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'korean.dict.gz'), gzipSync(packed, { level: 9 }));
  copyFileSync(join(folder, 'COPYING'), join(target, 'korean.licence.txt'));
}

/** Words in order: how many letters each shares with the one before, how many follow and which, and its entries. */
function frontCoded(entries: readonly CompiledEntry[]) {
  const [shared, added, counts]: number[][] = [[], [], []];
  const letters: string[] = [];
  let before = '';
  for (const { surface } of entries) {
    if (surface === before) {
      counts![counts!.length - 1]! += 1;
      continue;
    }
    let same = 0;
    while (same < before.length && before[same] === surface[same]) same += 1;
    shared!.push(same);
    added!.push(surface.length - same);
    letters.push(surface.slice(same));
    counts!.push(1);
    before = surface;
  }
  return {
    'words.shared': Uint8Array.from(shared!),
    'words.added': Uint8Array.from(added!),
    'words.letters': letters.join(''),
    counts: Uint8Array.from(counts!),
  };
}

/** What a space before a word costs, by the number of its part of speech: particles and endings stand behind none. */
function penaltiesOf(settings: string): ReadonlyMap<number, number> {
  const [, list = ''] = /^left-space-penalty-factor = ([\d,]+)/mu.exec(settings)!;
  const numbers = list.split(',').map(Number);
  return new Map(numbers.flatMap((part, at) => (at % 2 === 0 ? [[part, numbers[at + 1]!] as const] : [])));
}
