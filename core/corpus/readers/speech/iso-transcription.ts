import type { Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { teiHeader } from '../tei-header.ts';
import {
  childNamed,
  childrenNamed,
  narrow,
  outermost,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';
import { timelineOf, type Timeline } from './iso-timeline.ts';
import { wordsIn, type SaidOfWords } from './iso-words.ts';
import { recordingName } from './recording-name.ts';
import { tierContents } from './tier-contents.ts';
import type { Label, Tier } from './tier.ts';

/** Transcriptions of spoken language in TEI (ISO 24624): what each speaker says, a segment a sentence. */
export function isoTranscriptionContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'TEI');
  const people = peopleOf(root);
  const timeline = timelineOf(root);
  const labels = new Map<string, Label[]>();
  const others = new Map<string, Label[]>();
  const add = (tiers: Map<string, Label[]>, name: string, label: Label) => {
    const own = tiers.get(name) ?? [];
    own.push({ ...label, order: (order += 1) });
    tiers.set(name, own);
  };
  let order = 0;
  for (const block of outermost(root, 'annotationBlock', 'u')) {
    const utterances = block.name === 'u' ? [block] : childrenNamed(block, 'u');
    const groups = block.name === 'u' ? [] : childrenNamed(block, 'spanGrp');
    const said = saidOfWords(groups);
    for (const u of utterances) {
      const who = idIn(u.attributes['who'] ?? block.attributes['who'] ?? '');
      const time = timeline.between(
        u.attributes['start'] ?? block.attributes['start'],
        u.attributes['end'] ?? block.attributes['end'],
      );
      for (const label of segmentsOf(u, said))
        add(labels, who, { ...label, ...(time === undefined ? {} : { time }) });
    }
    for (const group of groups.filter((one) => isOfTimes(one, timeline)))
      for (const span of childrenNamed(group, 'span')) {
        const time = timeline.between(span.attributes['from'], span.attributes['to']);
        const text = narrow(textWithin(span));
        add(others, group.attributes['type'] ?? 'span', { text, ...(time === undefined ? {} : { time }) });
      }
  }
  return tierContents(
    [
      ...[...labels].map(([id, own]): Tier => {
        const person = people.get(id);
        const name = person?.name ?? id;
        return {
          name: name === '' ? 'no speaker' : name,
          aliases: [id],
          labels: own,
          ...(name === '' ? {} : { speaker: name }),
          ...(person === undefined ? {} : { fields: person.fields }),
        };
      }),
      ...[...others].map(([name, own]): Tier => ({ name, labels: own, onChoice: true })),
    ],
    taking,
    { fields: fieldsOf(root, source) },
  );
}

/** Without the sign of a reference. */
const idIn = (reference: string) => reference.trim().split(/\s+/)[0]!.replace(/^.*#/, '');

/** Annotations whose ends are times and not words: translations and the like. */
const isOfTimes = (group: XmlElement, timeline: Timeline): boolean =>
  childrenNamed(group, 'span').some(({ attributes }) => timeline.knows(attributes['from']));

function saidOfWords(groups: readonly XmlElement[]): SaidOfWords {
  const said = new Map<string, Record<string, string>>();
  for (const group of groups)
    for (const span of outermost(group, 'span')) {
      const from = idIn(span.attributes['from'] ?? '');
      const own = said.get(from) ?? {};
      const value = narrow(textWithin(span));
      // One that is about several words is about none of them.
      if (from === '' || value === '' || idIn(span.attributes['to'] ?? `#${from}`) !== from) continue;
      own[group.attributes['type'] ?? 'span'] = value;
      said.set(from, own);
    }
  return said;
}

function segmentsOf(u: XmlElement, said: SaidOfWords): readonly Label[] {
  const segments = childrenNamed(u, 'seg');
  return (segments.length === 0 ? [u] : segments).map((segment) => wordsIn(segment, said));
}

function peopleOf(
  root: XmlElement,
): ReadonlyMap<string, { readonly name: string; readonly fields: Metadata }> {
  return new Map(
    outermost(root, 'person').map((person) => {
      const id = person.attributes['xml:id'] ?? '';
      const name = childNamed(person, 'persName') ?? childNamed(person, 'name');
      const full = name === undefined ? '' : narrow(textWithin(name));
      const short = [
        person.attributes['n'],
        ...outermost(person, 'abbr').map((one) => narrow(textWithin(one))),
      ];
      const sex = childNamed(person, 'sex');
      const age = childNamed(person, 'age');
      const valueOf = (one: XmlElement | undefined) =>
        one === undefined ? '' : (one.attributes['value'] ?? narrow(textWithin(one)));
      const fields = {
        name: full,
        role: person.attributes['role'] ?? '',
        sex: person.attributes['sex'] ?? valueOf(sex),
        age: person.attributes['age'] ?? valueOf(age),
      };
      return [
        id,
        {
          name: [...short, full, id].find(Boolean) ?? '',
          fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
        },
      ] as const;
    }),
  );
}

function fieldsOf(root: XmlElement, source: string): Metadata {
  const recording = outermost(root, 'recording').flatMap((one) => outermost(one, 'media'))[0]?.attributes[
    'url'
  ];
  return {
    ...teiHeader(source),
    ...(recording === undefined ? {} : { recording: recordingName(recording) }),
  };
}
