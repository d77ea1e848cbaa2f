import type { Contents } from './extracted.ts';
import { markupParser } from './markup-parser.ts';

/** One line of annotation through a recording: who speaks, or on which level it was annotated. */
export interface Tier {
  readonly name: string;
  readonly labels: readonly string[];
  /** Who speaks, where the file says so. */
  readonly participant?: string;
}

/**
 * Each tier with labels is a text, a label a paragraph.
 * @param take names of the tiers that are wanted; all when empty
 */
export function tierContents(tiers: readonly Tier[], take: readonly string[]): Contents {
  const spoken = tiers.map(({ labels, ...tier }) => ({
    ...tier,
    labels: labels.filter((label) => label !== ''),
  }));
  const taken = spoken.filter(
    ({ name, labels }) => labels.length > 0 && (take.length === 0 || take.includes(name)),
  );
  return {
    documents: taken.map(({ name, labels, participant }) => ({
      text: labels.join('\n\n'),
      metadata: { tier: name, ...(participant === undefined ? {} : { participant }) },
      part: name,
    })),
    outline: () => ({
      kind: 'tiers',
      parts: spoken.map(({ name, labels }) => ({
        name,
        count: labels.length,
        ...(labels[0] === undefined ? {} : { sample: labels[0].slice(0, 80) }),
      })),
      taken: taken.map(({ name }) => name),
    }),
  };
}

/** ELAN (EAF 3.0): tiers in their order, annotations in the order of the file. */
export function elanTiers(source: string, take: readonly string[]): Contents {
  const tiers: { name: string; labels: string[]; participant?: string }[] = [];
  const fields: Record<string, string> = {};
  let label: string | null = null;
  const parser = markupParser(
    {
      onopentag(name, attributes) {
        if (name === 'ANNOTATION_DOCUMENT') {
          if (attributes['AUTHOR']) fields['author'] = attributes['AUTHOR'];
          if (attributes['DATE']) fields['date'] = attributes['DATE'];
        }
        if (name === 'TIER')
          tiers.push({
            name: attributes['TIER_ID'] ?? String(tiers.length + 1),
            labels: [],
            ...(attributes['PARTICIPANT'] ? { participant: attributes['PARTICIPANT'] } : {}),
          });
        if (name === 'ANNOTATION_VALUE') label = '';
      },
      ontext(text) {
        if (label !== null) label += text;
      },
      onclosetag(name) {
        if (name !== 'ANNOTATION_VALUE' || label === null) return;
        const text = label.replaceAll(/\s+/g, ' ').trim();
        tiers.slice(-1).forEach(({ labels }) => labels.push(text));
        label = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  const contents = tierContents(tiers, take);
  return {
    ...contents,
    documents: contents.documents.map((one) => ({ ...one, metadata: { ...fields, ...one.metadata } })),
  };
}
