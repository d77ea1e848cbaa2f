import type { Outline, OutlinePart, Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents, Extracted } from '../extracted.ts';
import { SpokenText } from './spoken-text.ts';
import type { Label, Tier } from './tier.ts';
import { isOfWords, wordsToSentences } from './word-sentences.ts';

/** What may become a text of its own: each tier, or all of a recording in the order in which it was spoken. */
const splits = ['tier', 'file'] as const;

interface Options {
  /** What the file says of all of it. */
  readonly fields?: Metadata;
  /** Where nobody chooses; `tier` when left out. */
  readonly split?: (typeof splits)[number];
  /** Its tiers are speakers, or the like: whatever has no speaker is said by its tier. */
  readonly areSpeakers?: boolean;
}

const isSpoken = ({ text }: Label) => text !== '';

/** The texts of a transcript: one for each tier, or all of its tiers as one in the order of time. */
export function tierContents(given: readonly Tier[], taking: Taking, options: Options = {}): Contents {
  const { take = [], sentences = 'pauses' } = taking;
  const split = splits.find((one) => one === taking.split) ?? options.split ?? 'tier';
  const named = unlike(given);
  const tiers = named.filter(({ labels }) => labels.some(isSpoken));
  const isTaken = ({ name, aliases = [], onChoice }: Tier) =>
    take.length === 0 ? onChoice !== true : take.includes(name) || aliases.some((one) => take.includes(one));
  const taken = tiers.filter(isTaken);
  const left = take.length === 0 ? tiers.length - taken.length : 0;
  const read = taken.map((tier) => ({ ...tier, labels: wordsToSentences(tier, sentences, named) }));
  return {
    documents: split === 'file' ? together(read, options) : apart(read, options),
    ...(left === 0 ? {} : { leftOut: [{ what: 'tiers', places: left }] }),
    outline: (): Outline => ({
      kind: 'tiers',
      parts: partsOf(tiers),
      taken: [...new Set(taken.map(({ name }) => name))],
      splits,
      split,
      ...sentencesOf(tiers, taken, sentences),
    }),
  };
}

/** Tiers of one name are one part, in however many texts of the file. */
function partsOf(tiers: readonly Tier[]): readonly OutlinePart[] {
  const parts = new Map<string, { readonly name: string; count: number; readonly sample: string }>();
  for (const { name, labels } of tiers) {
    const spoken = labels.filter(isSpoken);
    const known = parts.get(name);
    if (known === undefined)
      parts.set(name, { name, count: spoken.length, sample: (spoken[0]?.text ?? '').slice(0, 80) });
    else known.count += spoken.length;
  }
  return [...parts.values()];
}

/** Offered where somebody chose a tier of single words. */
const sentencesOf = (tiers: readonly Tier[], taken: readonly Tier[], chosen: string) =>
  taken.some(({ labels }) => isOfWords(labels))
    ? {
        sentences: ['pauses', 'labels', ...new Set(tiers.map(({ name }) => name))],
        takenSentences: chosen,
      }
    : {};

/** No two tiers of a text are called the same. */
function unlike(tiers: readonly Tier[]): readonly Tier[] {
  const names = new Set<string>();
  return tiers.map((tier, at) => {
    const name = tier.name === '' ? String(at + 1) : tier.name;
    const key = (one: string) => `${tier.group ?? ''}\n${one}`;
    let own = name;
    for (let number = 2; names.has(key(own)); number += 1) own = `${name} (${number})`;
    names.add(key(own));
    return own === tier.name ? tier : { ...tier, name: own, aliases: [...(tier.aliases ?? []), tier.name] };
  });
}

function apart(tiers: readonly Tier[], { fields = {} }: Options): readonly Extracted[] {
  const inGroup = new Map<string | undefined, number>();
  for (const { group } of tiers) inGroup.set(group, (inGroup.get(group) ?? 0) + 1);
  const partOf = ({ group, name }: Tier) =>
    group === undefined ? name : inGroup.get(group) === 1 ? group : `${group}/${name}`;
  return tiers.map((tier) => {
    const { name, labels, speaker, fields: own } = tier;
    const text = new SpokenText();
    for (const label of labels) text.add(label, speaker);
    const isNamed = speaker === undefined || own?.['participant'] !== undefined;
    return text.extracted(
      { ...fields, tier: name, ...(isNamed ? {} : { speaker }), ...own },
      partOf(tier),
      tier.language,
    );
  });
}

/** As the file has it, where it has an order; otherwise what begins earlier stands first; of what begins together what stands first in the file. */
function together(
  tiers: readonly Tier[],
  { fields = {}, areSpeakers = true }: Options,
): readonly Extracted[] {
  const groups = [...new Set(tiers.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = tiers.filter((tier) => tier.group === group);
    const all = own.flatMap(({ labels, speaker, name }, tier) => {
      let latest = -Infinity;
      return labels.filter(isSpoken).map((label) => {
        latest = label.order ?? label.time?.start ?? latest;
        return { label, speaker: speaker ?? (areSpeakers ? name : undefined), start: latest, tier };
      });
    });
    all.sort((a, b) => (a.start === b.start ? a.tier - b.tier : a.start - b.start));
    const text = new SpokenText();
    let before = -1;
    for (const { label, speaker, tier } of all) {
      text.add(tier === before ? label : { ...label, goesOn: false }, speaker);
      before = tier;
    }
    return text.isEmpty
      ? []
      : [
          text.extracted(
            { ...fields, ...(group === undefined ? {} : own[0]?.fields) },
            group,
            own[0]?.language,
          ),
        ];
  });
}
