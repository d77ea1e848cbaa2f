import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import {
  childNamed,
  childrenNamed,
  elementsIn,
  narrow,
  outermost,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';
import { languageTiers } from './language-tiers.ts';

/** What stands between a dictionary and its user; all else is about the work on it (LIFT 0.13). */
const read = new Set([
  'entry',
  'lexical-unit',
  'citation',
  'variant',
  'sense',
  'subsense',
  'definition',
  'gloss',
  'example',
  'translation',
  'illustration',
  'label',
]);

/** Dictionaries in LIFT: the text of each language; headwords with their part of speech and glosses. */
export function liftContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'LIFT');
  const tiers = languageTiers();
  let order = 0;
  const visit = (element: XmlElement, entry: XmlElement): void => {
    for (const child of elementsIn(element)) {
      const isForm = child.name === 'form' || child.name === 'gloss';
      if (isForm) {
        const text = childNamed(child, 'text');
        const said = text === undefined ? '' : narrow(textWithin(text));
        const of = child.name === 'gloss' ? 'gloss' : element.name;
        const isHeadword = of === 'lexical-unit' && said !== '' && !/\s/u.test(said);
        tiers.add(child.attributes['lang'] ?? '', {
          text: said,
          order: (order += 1),
          attributes: { element: of },
          ...(isHeadword ? { words: [{ start: 0, length: said.length, values: saidOf(entry) }] } : {}),
        });
      } else if (read.has(child.name)) visit(child, entry);
    }
  };
  for (const entry of childrenNamed(root, 'entry')) visit(entry, entry);
  return tiers.contents(taking);
}

function saidOf(entry: XmlElement): Readonly<Record<string, string>> {
  const pos = outermost(entry, 'grammatical-info')[0]?.attributes['value'];
  const glosses = outermost(entry, 'gloss').map((gloss) => {
    const text = childNamed(gloss, 'text');
    return [
      `gloss_${gloss.attributes['lang'] ?? ''}`,
      text === undefined ? '' : narrow(textWithin(text)),
    ] as const;
  });
  const values: Record<string, string> = pos ? { pos } : {};
  for (const [name, text] of glosses) if (text !== '') values[name] ??= text;
  return values;
}
