import type { Contents } from '../extracted.ts';
import type { MarkupReader } from '../reader.ts';
import { asciiOf } from '../root-element.ts';
import { tierContents } from '../speech/tier-contents.ts';
import type { Label, Tier } from '../speech/tier.ts';
import { narrow } from '../xml-tree.ts';
import { mostFrequent } from './most-frequent.ts';
import { alignedMarkers, alignedWords, type Block } from './aligned-lines.ts';

/** A line `\marker value`, with those behind it that go on. */
interface Field {
  readonly marker: string;
  readonly value: string;
}

const line = /^\\([\p{L}_][\p{L}\p{N}_:.-]*)(?:[ \t]([^]*))?$/u;
/** Markers by which texts and dictionaries of Toolbox and Shoebox are told (MDF for the latter). */
const telling = /^\\(?:_sh|tx|lx)(?:[ \t]|\r?$)/m;

/**
 * Standard format of Toolbox, Shoebox and the like: the lines of text (`\tx`) of each text, a record a sentence, with what the lines below say
 * of each word; of dictionaries headwords and examples (`\lx`, `\xv`). All other markers on choice.
 */
export const standardFormat: MarkupReader = {
  id: 'standard-format',
  accepts(_, head) {
    const text = asciiOf(head);
    // The last line may be cut.
    const lines = text
      .split(/\r\n?|\n/)
      .slice(0, -1)
      .filter((one) => one.trim() !== '');
    const marked = lines.filter((one) => line.test(one));
    return telling.test(text) && /^\s*\\/.test(text) && marked.length > lines.length / 2;
  },
  read(source, taking): Contents {
    const fields = fieldsOf(source);
    const markers = new Set(fields.map(({ marker }) => marker));
    const isDictionary = markers.has('lx') && !markers.has('tx');
    return tierContents(isDictionary ? dictionary(fields) : texts(fields), taking);
  },
};

function fieldsOf(source: string): readonly Field[] {
  const fields: { marker: string; parts: string[] }[] = [];
  for (const one of source.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const found = line.exec(one);
    if (found !== null) fields.push({ marker: found[1]!, parts: [(found[2] ?? '').trimEnd()] });
    else if (one.trim() !== '') fields[fields.length - 1]?.parts.push(one.trim());
  }
  return fields.map(({ marker, parts }) => ({ marker, value: parts.join(' ') }));
}

/** Fields from each of a marker to the next; those before the first by themselves. */
function recordsOf(fields: readonly Field[], first: string): readonly (readonly Field[])[] {
  const records: Field[][] = [[]];
  for (const field of fields) {
    if (field.marker === first) records.push([]);
    records[records.length - 1]!.push(field);
  }
  return records.filter((record) => record.length > 0);
}

const textMarkers = ['tx', 't', 'txt', 'text'];

function texts(fields: readonly Field[]): readonly Tier[] {
  const markers = new Set(fields.map(({ marker }) => marker));
  const main = textMarkers.find((marker) => markers.has(marker)) ?? longest(fields);
  const units = markers.has('id') ? recordsOf(fields, 'id') : [fields];
  const whole = units.filter((unit) => unit.some(({ marker }) => marker === main));
  return whole.flatMap((unit, at) => {
    const begins = unit.findIndex(({ marker }) => marker === 'ref' || marker === main);
    const head = unit
      .slice(0, Math.max(0, begins))
      .filter(({ marker, value }) => !marker.startsWith('_') && value !== '');
    const own = Object.fromEntries(head.map(({ marker, value }) => [marker, narrow(value).slice(0, 300)]));
    const group = whole.length > 1 ? { group: own['id'] ?? String(at + 1) } : {};
    const records = recordsOf(unit.slice(Math.max(0, begins)), markers.has('ref') ? 'ref' : main);
    const parts = records.map((record) => blocksOf(record, main));
    const aligned = alignedMarkers(parts.flatMap(({ blocks }) => blocks));
    return [
      {
        name: main,
        labels: parts.map(({ blocks, above }, order) => ({ ...sentence(blocks, above, aligned), order })),
        fields: own,
        ...group,
      },
      ...otherMarkers(records, new Set([main, 'ref'])).map((tier): Tier => ({
        ...tier,
        fields: own,
        ...group,
      })),
    ];
  });
}

/** The marker with the most text, where none is called so. */
function longest(fields: readonly Field[]): string {
  const lengths = new Map<string, number>();
  for (const { marker, value } of fields)
    if (!marker.startsWith('_')) lengths.set(marker, (lengths.get(marker) ?? 0) + value.length);
  return mostFrequent(lengths);
}

/** The lines of text of a record with those below each, and what stands above the first. */
function blocksOf(record: readonly Field[], main: string) {
  const blocks: { readonly text: string; readonly below: Field[] }[] = [];
  const above: Field[] = [];
  for (const field of record)
    if (field.marker === main) blocks.push({ text: field.value, below: [] });
    else (blocks[blocks.length - 1]?.below ?? above).push(field);
  return { blocks, above };
}

/** A record: its lines of text with what the lines below each say of its words; all else is about the whole. */
function sentence(blocks: readonly Block[], above: readonly Field[], aligned: ReadonlySet<string>): Label {
  const { text, words, others } = alignedWords(blocks, aligned);
  const said = [...above, ...others].filter(({ value }) => value.trim() !== '');
  const valueOf = (name: RegExp) => said.find(({ marker }) => name.test(marker))?.value.trim();
  const [start, end] = [valueOf(/^ELANBegin$/i), valueOf(/^ELANEnd$/i)].map((one) =>
    Number.parseFloat(one ?? ''),
  );
  const speaker = valueOf(/^(?:ELANParticipant|EUDICOp|sp|spk|spkr|speaker)$/i);
  return {
    text,
    words,
    attributes: {
      ...Object.fromEntries(said.map(({ marker, value }) => [marker, narrow(value).slice(0, 1000)])),
      ...(speaker === undefined ? {} : { speaker }),
    },
    ...(Number.isNaN(start) || Number.isNaN(end) ? {} : { time: { start: start! * 1000, end: end! * 1000 } }),
  };
}

function otherMarkers(records: readonly (readonly Field[])[], without: ReadonlySet<string>): readonly Tier[] {
  const tiers = new Map<string, Label[]>();
  records.forEach((record, order) => {
    const lines = new Map<string, string>();
    for (const { marker, value } of record) {
      if (without.has(marker) || marker.startsWith('_') || value.trim() === '') continue;
      const before = lines.get(marker);
      lines.set(marker, before === undefined ? narrow(value) : `${before} ${narrow(value)}`);
    }
    for (const [marker, text] of lines) {
      const labels = tiers.get(marker) ?? [];
      labels.push({ text, order });
      tiers.set(marker, labels);
    }
  });
  return [...tiers].map(([name, labels]) => ({ name, labels, onChoice: true }));
}

/** Entries: each headword with its part of speech and first gloss. */
function dictionary(fields: readonly Field[]): readonly Tier[] {
  const entries = recordsOf(fields, 'lx').filter(([first]) => first?.marker === 'lx');
  const headwords = entries.map((entry, order): Label => {
    const text = narrow(entry[0]!.value);
    const first = (...names: readonly string[]) =>
      entry.find(({ marker, value }) => names.includes(marker) && value.trim() !== '')?.value.trim();
    const [pos, gloss] = [first('ps'), first('ge', 'gn', 'gr')];
    const values = { ...(pos === undefined ? {} : { pos }), ...(gloss === undefined ? {} : { gloss }) };
    return text === '' || /\s/u.test(text)
      ? { text, order, attributes: values }
      : { text, order, words: [{ start: 0, length: text.length, values }] };
  });
  return [
    { name: 'lx', labels: headwords },
    ...otherMarkers(entries, new Set(['lx'])).map((tier) => ({ ...tier, onChoice: tier.name !== 'xv' })),
  ];
}
