import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { malformed } from '../malformed.ts';
import type { MarkupReader } from '../reader.ts';
import { asciiOf } from '../root-element.ts';
import { PraatValues } from './praat-values.ts';
import type { Label, Tier } from './tier.ts';
import { tierContents } from './tier-contents.ts';
import { withoutTrigraphs } from './trigraphs.ts';

const beginning =
  /^(?:\ufeff)?\s*(?:File type\s*=\s*)?"ooTextFile(?: short)?"[^"]*"(?:TextGrid|Collection)\b/;
const chronological = /^(?:\ufeff)?\s*"Praat chronological TextGrid text file"/;

/** Praat: each tier is a text, a label a paragraph. Long, short and chronological text files, and collections of them. */
export const textGrid: MarkupReader = {
  id: 'text-grid',
  accepts(_, head) {
    const text = asciiOf(head);
    return beginning.test(text) || chronological.test(text);
  },
  read(source, taking) {
    const values = new PraatValues(source);
    return gridContents(chronological.test(source) ? [inOrderOfTime(values)] : gridsOf(values), taking);
  },
};

/** A TextGrid, and its name where it stands in a collection. */
export interface Grid {
  readonly name?: string;
  readonly tiers: readonly Tier[];
}

export const gridContents = (grids: readonly Grid[], taking: Taking): Contents =>
  tierContents(
    grids.flatMap(({ name, tiers }) =>
      withPointsOnChoice(tiers).map((tier) =>
        name === undefined || name === '' ? tier : { ...tier, group: name, fields: { recording: name } },
      ),
    ),
    taking,
  );

/** Points mark tones, clicks and what a transcriber noted: beside tiers of what is said they are its text only when somebody says so. */
function withPointsOnChoice(tiers: readonly Tier[]): readonly Tier[] {
  const isOfPoints = ({ labels }: Tier) => labels.every(({ time }) => time?.start === time?.end);
  const isSaid = (tier: Tier) => !isOfPoints(tier) && tier.labels.some(({ text }) => text !== '');
  return tiers.some(isSaid)
    ? tiers.map((tier) => (isOfPoints(tier) ? { ...tier, onChoice: true } : tier))
    : tiers;
}

/** @param seconds where it begins and ends */
export const gridLabel = (written: string, [start, end]: readonly [number, number]): Label => ({
  text: withoutTrigraphs(written)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim(),
  time: { start: start * 1000, end: end * 1000 },
});

function gridsOf(values: PraatValues): readonly Grid[] {
  // The type of the file.
  values.text();
  const kind = values.text();
  if (!kind.startsWith('Collection')) return [{ tiers: tiersOf(values) }];
  const grids: Grid[] = [];
  values.number();
  while (!values.isOver)
    // Of what else a collection holds nobody knows where it ends.
    if (values.next !== 'TextGrid') values.skip();
    else {
      values.skip();
      grids.push({ name: values.text(), tiers: tiersOf(values) });
    }
  return grids;
}

function tiersOf(values: PraatValues): readonly Tier[] {
  values.number();
  values.number();
  return times(values.number(), () => {
    const { line } = values;
    const kind = values.text();
    const name = values.text();
    values.number();
    values.number();
    if (kind !== 'IntervalTier' && kind !== 'TextTier') throw malformed('TextGrid', line, 'unknown-part');
    return { name, labels: times(values.number(), () => labelOf(kind, values)) };
  });
}

function labelOf(kind: 'IntervalTier' | 'TextTier', values: PraatValues): Label {
  const start = values.number();
  const end = kind === 'IntervalTier' ? values.number() : start;
  return gridLabel(values.text(), [start, end]);
}

/** Labels of all tiers as they follow one another, each behind the number of its tier. */
function inOrderOfTime(values: PraatValues): Grid {
  values.text();
  values.number();
  values.number();
  const tiers = times(values.number(), () => {
    const { line } = values;
    const kind = values.text();
    const name = values.text();
    values.number();
    values.number();
    if (kind !== 'IntervalTier' && kind !== 'TextTier') throw malformed('TextGrid', line, 'unknown-part');
    return { name, kind, labels: [] as Label[] };
  });
  while (!values.isOver) {
    const { line } = values;
    const tier = tiers[values.number() - 1];
    if (tier === undefined) throw malformed('TextGrid', line, 'unknown-part');
    tier.labels.push(labelOf(tier.kind as 'IntervalTier' | 'TextTier', values));
  }
  return { tiers };
}

/** However many a file promises: it ends before that where it has fewer. */
function times<T>(count: number, one: () => T): T[] {
  const all: T[] = [];
  for (let at = 0; at < count; at += 1) all.push(one());
  return all;
}
