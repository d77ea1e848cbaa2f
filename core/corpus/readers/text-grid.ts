import type { MarkupReader } from './reader.ts';
import { tierContents, type Tier } from './tiers.ts';

/** Praat: each tier is a text, a label a paragraph. Both the long and the short form are read. */
export const textGrid: MarkupReader = {
  id: 'text-grid',
  accepts: (file, head) => {
    const text = Buffer.from(head).toString('latin1').replaceAll('\0', '');
    return /\.TextGrid$/i.test(file) && /File type\s*=\s*"ooTextFile/.test(text);
  },
  read: (source, { take = [] }) => tierContents(tiersOf(source), take),
};

/**
 * Quoted strings and numbers in their order are all that counts: in the short form they stand alone, in the long one behind names
 * (Praat manual, “TextGrid file formats”). Behind the class of a tier comes its name; every other string is a label.
 */
function tiersOf(source: string): Tier[] {
  const tiers: { name: string; labels: string[] }[] = [];
  let isName = false;
  // A quotation mark within a label is written twice.
  for (const [, quoted = ''] of source.replace(/^[^]*?"TextGrid"/, '').matchAll(/"((?:[^"]|"")*)"/g)) {
    const text = quoted.replaceAll('""', '"').replaceAll(/\s+/g, ' ').trim();
    if (isName) {
      tiers.push({ name: text, labels: [] });
      isName = false;
    } else if (quoted === 'IntervalTier' || quoted === 'TextTier') isName = true;
    else tiers.slice(-1).forEach(({ labels }) => labels.push(text));
  }
  return tiers;
}
