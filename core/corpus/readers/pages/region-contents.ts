import type { Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { tierContents } from '../speech/tier-contents.ts';
import type { Label } from '../speech/tier.ts';

/** A region of a page: a paragraph, a heading, a running head … */
export interface PageRegion {
  /** Empty where the file does not say what it is. */
  readonly type: string;
  readonly text: string;
}

/** The regions of a page as one text; which kinds are taken is a choice. */
export function regionContents(regions: readonly PageRegion[], taking: Taking, fields: Metadata): Contents {
  const tiers = new Map<string, Label[]>();
  regions.forEach(({ type, text }, order) => {
    const name = type === '' ? 'text' : type;
    const labels = tiers.get(name) ?? [];
    labels.push({ text, order, attributes: { type: name } });
    tiers.set(name, labels);
  });
  return tierContents(
    [...tiers].map(([name, labels]) => ({ name, labels })),
    taking,
    { fields, split: 'file', areSpeakers: false },
  );
}
