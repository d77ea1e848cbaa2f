import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { languageTiers } from './language-tiers.ts';
import { readXml } from '../xml-events.ts';
import { narrow } from '../xml-tree.ts';

/** Codes of the format that was translated; a footnote within one (`sub`) is text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
/** A code that ends a line sets words apart. */
const ending = /<\/?(?:br|p|div|li|td|tr|h\d)\b|\\n|\n|\t/i;

/** Translation memories (TMX 1.1 to 1.4): the text of each language, a segment a paragraph, without codes, notes and properties. */
export function tmxContents(source: string, taking: Taking): Contents {
  const tiers = languageTiers();
  const open: string[] = [];
  let unit = 0;
  let language = '';
  let segment: { text: string; notes: string; code: string } | null = null;
  /** Within how many codes, and within which text of one. */
  const inCode = () => {
    const last = open.findLastIndex((name) => codes.has(name));
    return last >= 0 && !open.slice(last).includes('sub');
  };
  readXml(source, 'TMX', {
    open(name, attributes) {
      open.push(name);
      if (name === 'tu') unit += 1;
      if (name === 'tuv') language = attributes['xml:lang'] ?? attributes['lang'] ?? '';
      if (name === 'seg') segment = { text: '', notes: '', code: '' };
      if (codes.has(name) && segment !== null) segment.code = '';
    },
    text(text) {
      if (segment === null) return;
      if (inCode()) segment.code += text;
      else if (open.includes('sub')) segment.notes += text;
      else segment.text += text;
    },
    close(name) {
      open.pop();
      if (name === 'sub' && segment !== null) segment.notes += ' ';
      if (codes.has(name) && segment !== null && ending.test(segment.code)) segment.text += ' ';
      if (name !== 'seg' || segment === null) return;
      const text = narrow(`${segment.text} ${segment.notes}`);
      tiers.add(language, { text, order: unit, attributes: { unit: String(unit) } });
      segment = null;
    },
  });
  return tiers.contents(taking);
}
