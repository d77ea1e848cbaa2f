import type { Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { childNamed, childrenNamed, elementsIn, narrow, xmlTree, type XmlElement } from '../xml-tree.ts';
import { languageOf } from '../told-language.ts';
import { tierContents } from './tier-contents.ts';
import type { Label, Stretch } from './tier.ts';

/** Transcriber (trans-13, trans-14): what each speaker says, a turn a paragraph; neither noises nor comments. */
export function transcriberContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'Transcriber');
  const speakers = new Map(
    elementsNamed(root, 'Speakers', 'Speaker').map(({ attributes }) => [attributes['id'] ?? '', attributes]),
  );
  const topics = new Map(
    elementsNamed(root, 'Topics', 'Topic').map(({ attributes }) => [
      attributes['id'] ?? '',
      attributes['desc'] ?? '',
    ]),
  );
  const labels = new Map<string, Label[]>();
  let order = 0;
  for (const section of elementsNamed(root, 'Episode', 'Section')) {
    const topic = topics.get(section.attributes['topic'] ?? '') ?? '';
    for (const turn of childrenNamed(section, 'Turn'))
      for (const [speaker, label] of labelsOf(turn)) {
        const own = labels.get(speaker) ?? [];
        own.push({ ...label, order: (order += 1), ...(topic === '' ? {} : { attributes: { topic } }) });
        labels.set(speaker, own);
      }
  }
  return tierContents(
    [...labels].map(([id, own]) => {
      const about = speakers.get(id);
      const name = [about?.['name'], id, 'no speaker'].find(Boolean)!;
      return {
        name,
        aliases: [id],
        labels: own,
        ...languageOf(root.attributes['xml:lang']),
        ...(id === '' ? {} : { speaker: name, fields: speakerFields(about ?? {}) }),
      };
    }),
    taking,
    { fields: fieldsOf(root) },
  );
}

const elementsNamed = (root: XmlElement, outer: string, name: string): readonly XmlElement[] =>
  childrenNamed(root, outer).flatMap((one) => childrenNamed(one, name));

/** What each of its speakers says in a turn; where they speak at once, marks say who is next. */
function labelsOf(turn: XmlElement): readonly (readonly [speaker: string, label: Label])[] {
  const { speaker = '', startTime, endTime } = turn.attributes;
  const ids = speaker.split(/\s+/).filter(Boolean);
  const [start, end] = [milliseconds(startTime), milliseconds(endTime)];
  const parts = new Map<string, Part>();
  let id = ids[0] ?? '';
  let from = start;
  const partOf = () => {
    const known = parts.get(id) ?? { text: '', stretches: [] };
    parts.set(id, known);
    return known;
  };
  for (const child of turn.children) {
    if (typeof child !== 'string') {
      if (child.name === 'Who') id = ids[Number(child.attributes['nb'] ?? 1) - 1] ?? id;
      if (child.name === 'Sync') from = milliseconds(child.attributes['time']) ?? from;
      continue;
    }
    const said = narrow(child);
    if (said === '') continue;
    const part = partOf();
    // Whatever stands between two texts sets them apart.
    part.text += part.text === '' ? said : ` ${said}`;
    const at = part.text.length - said.length;
    const before = part.stretches[part.stretches.length - 1];
    if (before !== undefined && before.from === from) before.end = part.text.length;
    else part.stretches.push({ from, start: at, end: part.text.length });
  }
  const syncs = elementsIn(turn).flatMap(({ name, attributes }) =>
    name === 'Sync' ? [milliseconds(attributes['time']) ?? -1] : [],
  );
  const endOf = (time: number | undefined) => syncs.find((sync) => time !== undefined && sync > time) ?? end;
  return [...parts].map(([who, { text, stretches }]) => [
    who,
    {
      text,
      ...(start === undefined || end === undefined ? {} : { time: { start, end } }),
      ...(stretches.length < 2
        ? {}
        : {
            stretches: stretches.map(({ from: first, ...place }): Stretch => {
              const last = endOf(first);
              return {
                name: 'segment',
                ...place,
                ...(first === undefined || last === undefined ? {} : { time: { start: first, end: last } }),
              };
            }),
          }),
    },
  ]);
}

interface Part {
  text: string;
  readonly stretches: { readonly from: number | undefined; readonly start: number; end: number }[];
}

function milliseconds(written: string | undefined): number | undefined {
  const seconds = Number.parseFloat(written ?? '');
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}

function speakerFields(about: Readonly<Record<string, string>>): Metadata {
  const { type: sex, dialect, accent, scope } = about;
  const fields = { sex: sex === 'unknown' ? '' : sex, dialect, accent, scope };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function fieldsOf(root: XmlElement): Metadata {
  const { scribe, audio_filename: recording, 'xml:lang': language } = root.attributes;
  const { program, air_date: date } = childNamed(root, 'Episode')?.attributes ?? {};
  const fields = { transcriber: scribe, recording, language, program, date };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
