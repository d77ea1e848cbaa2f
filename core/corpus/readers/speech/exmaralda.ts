import type { Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { layerName } from '../regions.ts';
import {
  childNamed,
  childrenNamed,
  narrow,
  outermost,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';
import { recordingName } from './recording-name.ts';
import { languageOf } from '../told-language.ts';
import { tierContents } from './tier-contents.ts';
import type { Label, Stretch, Tier } from './tier.ts';

interface Event {
  /** Places in the timeline, from 0. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It begins or ends with a space, before what is not said is left out. */
  readonly isSpaced: boolean;
}

/**
 * EXMARaLDA (basic transcription): what each speaker says, events in the order of the timeline; annotations stay with the stretches that they
 * are about, and are texts of their own on choice.
 */
export function exmaraldaContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'EXMARaLDA');
  const timeline = timelineOf(root);
  const tiers = outermost(root, 'tier');
  const speakers = speakersOf(root);
  const isSaid = ({ attributes }: XmlElement) => attributes['type'] === 't';
  return tierContents(
    tiers.map((tier): Tier => {
      const { category = '', speaker: id = '', 'display-name': shown, id: own = '' } = tier.attributes;
      const speaker = speakers.get(id);
      const notes = isSaid(tier)
        ? tiers.filter(({ attributes }) => attributes['type'] === 'a' && attributes['speaker'] === id)
        : [];
      return {
        name: [shown, [speaker?.name, category].filter(Boolean).join(' '), own].find(Boolean) ?? '',
        aliases: [category, own, speaker?.name ?? ''].filter((name) => name !== ''),
        labels: labelsOf(eventsOf(tier, timeline), notes, timeline),
        ...(speaker === undefined
          ? {}
          : { speaker: speaker.name, fields: speaker.fields, ...languageOf(speaker.language) }),
        onChoice: !isSaid(tier) && tiers.some(isSaid),
      };
    }),
    taking,
    { fields: fieldsOf(root) },
  );
}

interface Timeline {
  readonly places: ReadonlyMap<string, number>;
  /** Milliseconds, where a place has a time. */
  readonly times: readonly (number | undefined)[];
}

function timelineOf(root: XmlElement): Timeline {
  const places = new Map<string, number>();
  const times: (number | undefined)[] = [];
  for (const { attributes } of outermost(root, 'tli')) {
    const seconds = Number.parseFloat(attributes['time'] ?? '');
    places.set(attributes['id'] ?? '', times.push(Number.isNaN(seconds) ? undefined : seconds * 1000) - 1);
  }
  return { places, times };
}

function eventsOf(tier: XmlElement, { places }: Timeline): readonly Event[] {
  return childrenNamed(tier, 'event')
    .map((event) => {
      const start = places.get(event.attributes['start'] ?? '') ?? Infinity;
      const written = textWithin(event, notText).replaceAll(/\s+/gu, ' ');
      return {
        start,
        end: places.get(event.attributes['end'] ?? '') ?? start,
        text: written.replaceAll(notSaid, ' ').replaceAll(/ {2,}/g, ' '),
        isSpaced: /^ | $/.test(written),
      };
    })
    .toSorted((a, b) => (a.start === b.start ? 0 : a.start - b.start));
}

const notText = new Set(['ud-information', 'ud-attribute']);
/** What is no word in any of the conventions (HIAT, GAT, cGAT, DIDA): comments in double brackets, pauses, how something is said, breath. */
const notSaid = /\(\([^()]*\)\)|\(\s*(?:\d+(?:[.,]\d+)?\s*(?:s|sec)?|[.-]+)\s*\)|<<[^<>]*>|°h+|h+°/gu;

/** Events that follow one another without a gap are one label. */
function labelsOf(
  events: readonly Event[],
  notes: readonly XmlElement[],
  timeline: Timeline,
): readonly Label[] {
  // Where some event ends or begins with a space, the others end within a word.
  const isSpaced = events.some((event) => event.isSpaced);
  const chains: Event[][] = [];
  for (const event of events) {
    const chain = chains[chains.length - 1];
    if (chain === undefined || event.start > chain[chain.length - 1]!.end) chains.push([event]);
    else chain.push(event);
  }
  const noted = notes.map((tier) => ({
    name: layerName([tier.attributes['category'], 'annotation'].find(Boolean)!),
    events: eventsOf(tier, timeline),
  }));
  return chains.map((chain) =>
    chainLabel(
      chain,
      isSpaced ? '' : ' ',
      timeline,
      noted.map(({ name, events: all }) => ({ name, events: within(all, chain) })),
    ),
  );
}

/** Events of another tier that lie within a chain. */
const within = (events: readonly Event[], chain: readonly Event[]): readonly Event[] => {
  const [{ start }, { end }] = [chain[0]!, chain[chain.length - 1]!];
  let low = 0;
  for (let high = events.length; low < high;) {
    const middle = (low + high) >> 1;
    if (events[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Event[] = [];
  for (let at = low; at < events.length && events[at]!.start < end; at += 1) found.push(events[at]!);
  return found;
};

function chainLabel(
  chain: readonly Event[],
  joint: string,
  { times }: Timeline,
  notes: readonly { readonly name: string; readonly events: readonly Event[] }[],
): Label {
  // Looking at the end of a string that grows would copy all of it each time.
  const pieces: string[] = [];
  let length = 0;
  let endsWithSpace = false;
  /** Without the spaces at the end. */
  let end = 0;
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const stretches: Stretch[] = [];
  for (const event of chain) {
    const piece: string =
      joint === ' ' ? event.text.trim() : length === 0 || endsWithSpace ? event.text.trimStart() : event.text;
    if (length > 0 && piece !== '') pieces.push(joint);
    const start = length + (length > 0 && piece !== '' ? joint.length : 0);
    pieces.push(piece);
    length = start + piece.length;
    if (piece !== '') endsWithSpace = piece.endsWith(' ');
    if (piece.trim() !== '') end = start + piece.trimEnd().length;
    starts.set(event.start, Math.min(start, end));
    ends.set(event.end, end);
    const time = timeOf(event, times);
    if (chain.length > 1 && end > start)
      stretches.push({ name: 'segment', start, end, ...(time === undefined ? {} : { time }) });
  }
  for (const { name, events } of notes)
    for (const { start, end, text: value } of events) {
      const [first, last] = [starts.get(start), ends.get(end)];
      if (first !== undefined && last !== undefined && value.trim() !== '')
        stretches.push({
          name,
          start: first,
          end: Math.max(first, last),
          attributes: { value: value.trim() },
        });
    }
  const time = timeOf({ start: chain[0]!.start, end: chain[chain.length - 1]!.end }, times);
  return { text: pieces.join('').trimEnd(), stretches, ...(time === undefined ? {} : { time }) };
}

function timeOf({ start, end }: Pick<Event, 'start' | 'end'>, times: Timeline['times']) {
  const [from, to] = [times[start], times[end]];
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

interface Speaker {
  readonly name: string;
  readonly fields: Metadata;
  /** That he speaks here, where it is only one. */
  readonly language: string | undefined;
}

function speakersOf(root: XmlElement): ReadonlyMap<string, Speaker> {
  return new Map(
    outermost(root, 'speaker').map((speaker) => {
      const id = speaker.attributes['id'] ?? '';
      const name = narrow(textWithin(childNamed(speaker, 'abbreviation') ?? speaker));
      const sex = childNamed(speaker, 'sex')?.attributes['value'] ?? '';
      const languages = ['l1', 'l2', 'languages-used'].flatMap((kind) => {
        const found = (childNamed(speaker, kind)?.children ?? []).flatMap((one) =>
          typeof one === 'string' ? [] : [one.attributes['lang'] ?? ''],
        );
        return found.length === 0 ? [] : [[kind.replace('-', '_'), found.join(', ')] as const];
      });
      const own = outermost(speaker, 'ud-attribute').map(
        (one) => [one.attributes['attribute-name'] ?? '', narrow(textWithin(one))] as const,
      );
      const said = [...own, ...languages, ['sex', /^[mf]$/.test(sex) ? sex : ''] as const];
      const fields = said.filter(([field, value]) => field !== '' && value !== '');
      const spoken = languages.find(([kind]) => kind === 'languages_used')?.[1];
      return [
        id,
        {
          name: name === '' ? id : name,
          fields: Object.fromEntries(fields),
          language: spoken?.includes(',') === true ? undefined : spoken,
        },
      ] as const;
    }),
  );
}

function fieldsOf(root: XmlElement): Metadata {
  const about = outermost(root, 'meta-information')[0];
  const textOf = (name: string) => {
    const found = childNamed(about, name);
    return found === undefined ? '' : narrow(textWithin(found));
  };
  const recording = recordingName(childNamed(about, 'referenced-file')?.attributes['url'] ?? '');
  const fields = {
    title: textOf('transcription-name'),
    project: textOf('project-name'),
    convention: textOf('transcription-convention'),
    recording,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
