import { htmlRules } from './html-markup.ts';
import {
  markupText,
  meaning,
  type Attributes,
  type Meaning,
  type Place,
  type Rule,
  type RulesOf,
} from './markup.ts';
import { apart } from './text-flow.ts';

/**
 * OPML 2.0: the text of an outline stands in attributes of its elements, and may be HTML; programs for writing keep paragraphs in `_note`.
 * What is commented out takes all below it with it.
 */
export const outlineRules: RulesOf = () => ({
  xml: true,
  elements: new Map<string, Rule>([
    ['head', { out: 'markup' }],
    ['outline', outline],
    ...meaning('body opml', { apart: apart.paragraph }),
  ]),
});

function outline({ text, title, _note: note, isComment }: Attributes, { isShown, report }: Place): Meaning {
  const said = [text ?? title ?? '', note ?? ''].map(plain).filter((part) => part !== '');
  if (isComment !== 'true') return { apart: apart.paragraph, says: said.join('\n\n') };
  if (isShown && said.length > 0) report('comments');
  return { apart: apart.paragraph, out: 'markup' };
}

/** Letters of a tag, or an entity: what has neither is as it stands. */
const isHtml = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/iu;
const plain = (value: string): string =>
  isHtml.test(value) ? markupText(value, htmlRules(value, false, '')) : value.trim();
