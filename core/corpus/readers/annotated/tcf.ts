import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { oneText } from '../extracted.ts';
import { malformed } from '../malformed.ts';
import { languageOf } from '../told-language.ts';
import { childNamed, childrenNamed, outermost, textWithin, xmlTree, type XmlElement } from '../xml-tree.ts';
import { kindOf } from './columns.ts';
import { GrowingText } from './growing-text.ts';
import { wordOutline } from './word-outline.ts';

/** Layers that say something of single words: where they stand, and what queries call them. */
const layers = [
  { within: 'lemmas', item: 'lemma', name: 'lemma' },
  { within: 'POStags', item: 'tag', name: 'pos' },
  { within: 'namedEntities', item: 'entity', name: 'ner' },
] as const;

/**
 * Text Corpus Format of WebLicht (root `D-Spin`): its tokens, with the lemmas, parts of speech and names that stand in layers of their own;
 * its running text where it has no tokens. Corrected spellings of its layer `orthography` count unless `source` is chosen.
 * @throws AppError E_FILE_MALFORMED
 */
export function tcfContents(source: string, { tags = [], readings = 'edited' }: Taking): Contents {
  const [corpus] = outermost(xmlTree(source, 'TCF'), 'TextCorpus');
  if (corpus === undefined) throw malformed('TCF', 1, 'text-missing');
  const running = childrenNamed(corpus, 'text')
    .map((one) => textWithin(one))
    .join('\n');
  const language = languageOf(corpus.attributes['lang']);
  const tokens = childrenNamed(childNamed(corpus, 'tokens') ?? corpus, 'token');
  if (tokens.length === 0)
    return { documents: oneText(running).documents.map((one) => ({ ...one, ...language })) };
  const said = layers.map(({ within, item, ...layer }) => ({
    ...layer,
    values: valuesByToken(childNamed(corpus, within), item),
  }));
  const corrected = readings === 'edited' ? correctionsIn(corpus) : new Map<string, string>();
  const starts = sentenceStarts(corpus);
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const text = new GrowingText({});
  let behind = 0;
  for (const token of tokens) {
    const id = token.attributes['ID'] ?? token.attributes['id'] ?? '';
    const form = textWithin(token).trim();
    if (starts.has(id)) text.endSentence();
    if (form === '') continue;
    const at = placeOf(form, running, behind);
    // What stands together in the running text stands together here.
    if (at >= 0 && at === behind) text.glue();
    if (at >= 0) behind = at + form.length;
    const start = text.write(form);
    const tag = said[1]!.values.get(id) ?? '';
    found.set(tag, (found.get(tag) ?? 0) + 1);
    if (wanted.size > 0 && !wanted.has(tag)) continue;
    text.count(corrected.get(id) ?? form, start, form.length);
    for (const { name, values } of said) text.say(name, kindOf(name), values.get(id) ?? '');
  }
  const parts = [{ name: 'token', count: tokens.length, sample: textWithin(tokens[0]!) }];
  return {
    documents: [{ ...text.extracted(undefined), ...language }],
    outline: () => wordOutline(parts, ['token'], found, tags),
  };
}

/** The next place of a token in the running text. One that is written otherwise there costs no look at all that follows. */
function placeOf(form: string, running: string, behind: number): number {
  if (running.startsWith(form, behind)) return behind;
  const found = running.slice(behind, behind + farthest + form.length).indexOf(form);
  return found < 0 ? -1 : behind + found;
}
const farthest = 1000;

const tokensOf = ({ attributes }: XmlElement): readonly string[] =>
  (attributes['tokenIDs'] ?? attributes['tokID'] ?? '').split(/\s+/u).filter(Boolean);

function valuesByToken(layer: XmlElement | undefined, item: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const one of layer === undefined ? [] : outermost(layer, item)) {
    const value = one.attributes['class'] ?? textWithin(one).trim();
    for (const id of tokensOf(one)) if (!values.has(id)) values.set(id, value);
  }
  return values;
}

/** Of single words; one that stands for several leaves them as they are. */
function correctionsIn(corpus: XmlElement): ReadonlyMap<string, string> {
  const layer = childNamed(corpus, 'orthography');
  const all = layer === undefined ? [] : childrenNamed(layer, 'correction');
  return new Map(
    all
      .filter((one) => one.attributes['operation'] === 'replace' && tokensOf(one).length === 1)
      .map((one) => [tokensOf(one)[0]!, textWithin(one).trim()] as const)
      .filter(([, form]) => form !== ''),
  );
}

function sentenceStarts(corpus: XmlElement): ReadonlySet<string> {
  const layer = childNamed(corpus, 'sentences');
  const all = layer === undefined ? [] : childrenNamed(layer, 'sentence');
  return new Set(all.map((one) => tokensOf(one)[0] ?? ''));
}
