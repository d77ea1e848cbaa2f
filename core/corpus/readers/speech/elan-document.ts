import {
  childNamed,
  childrenNamed,
  elementsIn,
  narrow,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';

/** An annotation of ELAN: with times, or with what it hangs on. */
export interface Annotation {
  readonly id: string;
  readonly text: string;
  readonly slots?: readonly [start: string, end: string];
  readonly parent?: string;
  readonly previous?: string;
}

export interface ElanTier {
  readonly name: string;
  readonly parent?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
}

export interface Slot {
  /** In the order of time; slots without a time of their own lie between those around them, in their order. */
  readonly rank: number;
  /** Milliseconds. */
  readonly time: number | undefined;
}

export interface ElanDocument {
  readonly root: XmlElement;
  readonly tiers: readonly ElanTier[];
  readonly slots: ReadonlyMap<string, Slot>;
}

/** EAF of all versions. @throws AppError E_FILE_MALFORMED, E_FILE_UNREADABLE */
export function elanDocument(source: string): ElanDocument {
  const root = xmlTree(source, 'ELAN');
  return { root, tiers: childrenNamed(root, 'TIER').map(elanTier), slots: slotsOf(root) };
}

function elanTier(tier: XmlElement, at: number): ElanTier {
  const { attributes } = tier;
  return {
    name: attributes['TIER_ID'] ?? String(at + 1),
    ...(attributes['PARENT_REF'] ? { parent: attributes['PARENT_REF'] } : {}),
    attributes,
    annotations: childrenNamed(tier, 'ANNOTATION').flatMap(elementsIn).map(annotationOf),
  };
}

function annotationOf(element: XmlElement): Annotation {
  const { attributes } = element;
  const value = childNamed(element, 'ANNOTATION_VALUE');
  const [start, end] = [attributes['TIME_SLOT_REF1'], attributes['TIME_SLOT_REF2']];
  return {
    id: attributes['ANNOTATION_ID'] ?? '',
    text: value === undefined ? '' : narrow(textWithin(value)),
    ...(start === undefined || end === undefined ? {} : { slots: [start, end] }),
    ...(attributes['ANNOTATION_REF'] ? { parent: attributes['ANNOTATION_REF'] } : {}),
    ...(attributes['PREVIOUS_ANNOTATION'] ? { previous: attributes['PREVIOUS_ANNOTATION'] } : {}),
  };
}

/** Frames of film a second, where times are not given in milliseconds. */
const frames: Readonly<Record<string, number>> = {
  'PAL-frames': 25,
  'PAL-50-frames': 50,
  'NTSC-frames': 30_000 / 1001,
};

function slotsOf(root: XmlElement): ReadonlyMap<string, Slot> {
  const perSecond = frames[childNamed(root, 'HEADER')?.attributes['TIME_UNITS'] ?? ''];
  const slots = new Map<string, Slot>();
  const order = childNamed(root, 'TIME_ORDER');
  let latest = 0;
  let waiting: string[] = [];
  const place = (next: number) => {
    const step = (next > latest ? next - latest : 1) / (waiting.length + 1);
    waiting.forEach((id, at) => slots.set(id, { rank: latest + (at + 1) * step, time: undefined }));
    waiting = [];
  };
  for (const { attributes } of order === undefined ? [] : childrenNamed(order, 'TIME_SLOT')) {
    const id = attributes['TIME_SLOT_ID'] ?? '';
    const value = Number.parseFloat(attributes['TIME_VALUE'] ?? '');
    if (Number.isNaN(value)) {
      waiting.push(id);
      continue;
    }
    const time = perSecond === undefined ? value : (value * 1000) / perSecond;
    place(time);
    latest = time;
    slots.set(id, { rank: time, time });
  }
  place(latest);
  return slots;
}
