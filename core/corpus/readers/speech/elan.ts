import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { childNamed, type XmlElement } from '../xml-tree.ts';
import { elanDocument, type Annotation, type ElanTier } from './elan-document.ts';
import { orderOfTime, type PlacedAnnotation } from './elan-order.ts';
import { recordingName } from './recording-name.ts';
import { languageOf } from '../told-language.ts';
import { tierContents } from './tier-contents.ts';
import type { Label, Tier } from './tier.ts';

/**
 * ELAN: tiers in their order, annotations in the order of time. Tiers that hang on others are of the text on choice only; what they say of an
 * annotation is kept with it.
 */
export function elanContents(source: string, taking: Taking): Contents {
  const document = elanDocument(source);
  const { root, tiers } = document;
  const orderOf = orderOfTime(document);
  const firsts = firstTiers(tiers);
  return tierContents(
    tiers.map((tier): Tier => {
      const { name, parent, attributes, annotations } = tier;
      const said = saidOf(
        tiers.filter((one) => one.parent === name && one !== tier),
        orderOf,
      );
      return {
        name,
        labels: labelsOf(orderOf(annotations), said),
        ...(attributes['PARTICIPANT'] ? { speaker: attributes['PARTICIPANT'] } : {}),
        ...(parent === undefined ? {} : { within: parent }),
        ...languageOf(attributes['LANG_REF']),
        fields: {
          ...(attributes['PARTICIPANT'] ? { participant: attributes['PARTICIPANT'] } : {}),
          ...(attributes['LANG_REF'] ? { language: attributes['LANG_REF'] } : {}),
        },
        onChoice: !firsts.has(tier),
      };
    }),
    taking,
    { fields: fieldsOf(root) },
  );
}

/** The tiers that hold the text: those that hang on no other, or where such a one only counts, the first that hangs on it. */
function firstTiers(tiers: readonly ElanTier[]): ReadonlySet<ElanTier> {
  const names = new Set(tiers.map(({ name }) => name));
  const isRoot = ({ parent }: ElanTier) => parent === undefined || !names.has(parent);
  const numbering = new Set(
    tiers.filter((tier) => isRoot(tier) && isNumbering(tier)).map(({ name }) => name),
  );
  const firsts = new Set<ElanTier>();
  const taken = new Set<string>();
  for (const tier of tiers) {
    if (isRoot(tier) && !numbering.has(tier.name)) firsts.add(tier);
    const { parent } = tier;
    if (parent === undefined || !numbering.has(parent) || taken.has(parent)) continue;
    if (tier.annotations.every(({ text }) => text === '')) continue;
    taken.add(parent);
    firsts.add(tier);
  }
  for (const tier of tiers) if (numbering.has(tier.name) && !taken.has(tier.name)) firsts.add(tier);
  return firsts;
}

/** Labels that only count or name what hangs on them: `talk.001`, `12a`. */
const numberOf = /^[\p{L}\p{M}_.()-]*\d+\p{L}?(?:[_.:-]\d+\p{L}?)*$/u;

function isNumbering({ annotations }: ElanTier): boolean {
  const texts = annotations.map(({ text }) => text).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => text.length <= 60 && numberOf.test(text));
}

/** What other tiers say of each annotation, by its id and their names. */
function saidOf(
  tiers: readonly ElanTier[],
  orderOf: ReturnType<typeof orderOfTime>,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const said = new Map<string, Record<string, string>>();
  for (const { name, annotations } of tiers) {
    // `gloss@Anna` is the gloss of what Anna says.
    const layer = name.replace(/@.*$/, '') || name;
    for (const { annotation } of orderOf(annotations)) {
      const { parent, text } = annotation;
      if (parent === undefined || text === '') continue;
      const values = said.get(parent) ?? {};
      const before = values[layer];
      values[layer] = before === undefined ? text : `${before} ${text}`;
      said.set(parent, values);
    }
  }
  return said;
}

function labelsOf(
  placed: readonly PlacedAnnotation[],
  said: ReadonlyMap<string, Readonly<Record<string, string>>>,
): readonly Label[] {
  const areWords = said.size > 0 && placed.every(({ annotation: { text } }) => !/\s/u.test(text));
  let before: Annotation | undefined;
  return placed.map(({ annotation, time }): Label => {
    const { id, text, parent } = annotation;
    const goesOn = parent !== undefined && parent === before?.parent;
    before = annotation;
    const values = said.get(id);
    return {
      text,
      ...(time === undefined ? {} : { time }),
      ...(goesOn ? { goesOn } : {}),
      ...(areWords
        ? { words: [{ start: 0, length: text.length, ...(values === undefined ? {} : { values }) }] }
        : {}),
      ...(areWords || values === undefined ? {} : { attributes: values }),
    };
  });
}

function fieldsOf(root: XmlElement): Record<string, string> {
  const { AUTHOR: author, DATE: date } = root.attributes;
  const header = childNamed(root, 'HEADER');
  const medium = childNamed(header, 'MEDIA_DESCRIPTOR')?.attributes;
  const addresses = [medium?.['RELATIVE_MEDIA_URL'], medium?.['MEDIA_URL'], header?.attributes['MEDIA_FILE']];
  const recording = recordingName(addresses.find(Boolean) ?? '');
  return {
    ...(author ? { author } : {}),
    ...(date ? { date } : {}),
    ...(recording === '' ? {} : { recording }),
  };
}
