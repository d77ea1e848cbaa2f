import type { Outline, Taking } from '../../../contract/corpus.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { SpokenText } from './spoken-text.ts';
import type { Label, Tier } from './tier.ts';
import { isOfWords, wordsToSentences } from './word-sentences.ts';

/** What may become a text of its own: each tier, which is the rule, or all of a recording in the order in which it was spoken. */
const splits = ['tier', 'file'] as const;

const isSpoken = ({ text }: Label) => text !== '';

/**
 * The texts of a transcript: one for each tier, or all of its tiers as one in the order of time.
 * @param fields what the file says of all of it
 */
export function tierContents(given: readonly Tier[], taking: Taking, fields: Metadata = {}): Contents {
  const { take = [], split = 'tier', sentences = 'pauses' } = taking;
  const named = unlike(given);
  const tiers = named.filter(({ labels }) => labels.some(isSpoken));
  const isTaken = ({ name, aliases = [], onChoice }: Tier) =>
    take.length === 0 ? onChoice !== true : take.includes(name) || aliases.some((one) => take.includes(one));
  const taken = tiers.filter(isTaken);
  const read = taken.map((tier) => ({ ...tier, labels: wordsToSentences(tier, sentences, named) }));
  return {
    documents: split === 'file' ? together(read, fields) : apart(read, fields),
    outline: (): Outline => ({
      kind: 'tiers',
      parts: tiers.map(({ name, labels }) => {
        const spoken = labels.filter(isSpoken);
        return { name, count: spoken.length, sample: (spoken[0]?.text ?? '').slice(0, 80) };
      }),
      taken: taken.map(({ name }) => name),
      splits,
      split: split === 'file' ? 'file' : 'tier',
      ...sentencesOf(tiers, taken, sentences),
    }),
  };
}

/** Offered where somebody chose a tier of single words. */
const sentencesOf = (tiers: readonly Tier[], taken: readonly Tier[], chosen: string) =>
  taken.some(({ labels }) => isOfWords(labels))
    ? { sentences: ['pauses', 'labels', ...tiers.map(({ name }) => name)], takenSentences: chosen }
    : {};

/** No two tiers are called the same. */
function unlike(tiers: readonly Tier[]): readonly Tier[] {
  const names = new Set<string>();
  return tiers.map((tier, at) => {
    const name = tier.name === '' ? String(at + 1) : tier.name;
    let own = name;
    for (let number = 2; names.has(own); number += 1) own = `${name} (${number})`;
    names.add(own);
    return own === tier.name ? tier : { ...tier, name: own, aliases: [...(tier.aliases ?? []), tier.name] };
  });
}

const apart = (tiers: readonly Tier[], fields: Metadata) =>
  tiers.map(({ name, labels, speaker, fields: own }) => {
    const text = new SpokenText();
    for (const label of labels) text.add(label, speaker);
    return text.extracted(
      {
        ...fields,
        tier: name,
        ...(speaker === undefined || own?.['participant'] !== undefined ? {} : { speaker }),
        ...own,
      },
      name,
    );
  });

/** As the file has it, where it has an order; otherwise what begins earlier stands first; of what begins together, or has no time, what stands first in the file. */
function together(tiers: readonly Tier[], fields: Metadata) {
  const all = tiers.flatMap(({ labels, speaker, name }, tier) => {
    let latest = -Infinity;
    return labels.filter(isSpoken).map((label) => {
      latest = label.order ?? label.time?.start ?? latest;
      return { label, speaker: speaker ?? name, start: latest, tier };
    });
  });
  all.sort((a, b) => (a.start === b.start ? a.tier - b.tier : a.start - b.start));
  const text = new SpokenText();
  let before = -1;
  for (const { label, speaker, tier } of all) {
    text.add(tier === before ? label : { ...label, goesOn: false }, speaker);
    before = tier;
  }
  return text.isEmpty ? [] : [text.extracted(fields, undefined)];
}
