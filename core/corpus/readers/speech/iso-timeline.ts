import { outermost, type XmlElement } from '../xml-tree.ts';

export interface Timeline {
  knows(reference: string | undefined): boolean;
  /** Milliseconds; undefined where one of the two points has no time. */
  between(
    from: string | undefined,
    to: string | undefined,
  ): { readonly start: number; readonly end: number } | undefined;
}

/** Points in time, each said from another one (TEI P5, chapter 8.3.5). */
export function timelineOf(root: XmlElement): Timeline {
  const times = new Map<string, number | undefined>();
  for (const timeline of outermost(root, 'timeline')) {
    const perUnit = timeline.attributes['unit'] === 'ms' ? 1 : 1000;
    const origin = idOf(timeline.attributes['origin']);
    for (const { attributes } of outermost(timeline, 'when')) {
      const id = attributes['xml:id'] ?? '';
      const interval = Number.parseFloat(attributes['interval'] ?? '');
      const since = times.get(idOf(attributes['since']));
      const clock = clockTime(attributes['absolute'] ?? '');
      // The first one is where all begins, whatever else it says.
      if (times.size === 0 || id === origin) times.set(id, 0);
      else if (Number.isNaN(interval)) times.set(id, clock);
      else times.set(id, (since ?? 0) + interval * perUnit);
    }
  }
  return {
    knows: (reference) => times.has(idOf(reference)),
    between(from, to) {
      const [start, end] = [times.get(idOf(from)), times.get(idOf(to))];
      return start === undefined || end === undefined ? undefined : { start, end };
    },
  };
}

const idOf = (reference: string | undefined) => (reference ?? '').replace(/^.*#/, '');

function clockTime(written: string): number | undefined {
  const [, hours, minutes, seconds] = /^(?:.*T)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(written) ?? [];
  return seconds === undefined
    ? undefined
    : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
