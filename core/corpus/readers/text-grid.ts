import type { MarkupReader } from './registry.ts';

/** Praat: the labels of all tiers in their order, a label a paragraph. Both the long and the short form are read. */
export const textGrid: MarkupReader = {
  id: 'text-grid',
  accepts: (file, head) => {
    const text = Buffer.from(head).toString('latin1').replaceAll('\0', '');
    return /\.TextGrid$/i.test(file) && /File type\s*=\s*"ooTextFile/.test(text);
  },
  textOf(source) {
    const isLong = /^\s*(?:text|mark)\s*=\s*"/m.test(source);
    // A quotation mark within a label is written twice.
    const labels = isLong
      ? [...source.matchAll(/^\s*(?:text|mark)\s*=\s*"((?:[^"]|"")*)"/gm)].map(([, label]) => label!)
      : shortLabels(source);
    return {
      text: labels
        .map((label) => label.replaceAll('""', '"').trim())
        .filter((label) => label !== '')
        .join('\n\n'),
      metadata: {},
    };
  },
};

/** In the short form every quoted string but the names of classes and tiers is a label; labels follow their times. */
const shortLabels = (source: string): readonly string[] =>
  [...source.matchAll(/^[\d.]+\s*\r?\n"(?!(?:Interval|Text)Tier"\s*$)((?:[^"]|"")*)"/gm)].map(
    ([, label]) => label!,
  );
