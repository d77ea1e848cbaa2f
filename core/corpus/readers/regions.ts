import type { GivenRegions } from './extracted.ts';

/** What a reader says of one stretch of its text. */
export interface RegionFacts {
  readonly attributes?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  /** Milliseconds from the beginning of the recording. */
  readonly time?: { readonly start: number; readonly end: number };
}

/** Regions of a text as they are found, of any names in any order. */
export interface GatheredRegions {
  /** @param start, end UTF-16 units of the text; `end` is behind the last one */
  add(name: string, start: number, end: number, facts?: RegionFacts): void;
  /** A region begins, and ends where {@link close} is called for its name; those of a name may lie within one another. */
  open(name: string, start: number, facts?: RegionFacts): void;
  /** Ends the innermost open region of a name; nothing where none is open. */
  close(name: string, end: number): void;
  /** Ends whatever is still open at the end of the text, and hands all out; undefined where there is none. */
  all(end: number): readonly GivenRegions[] | undefined;
}

interface Growing {
  readonly starts: number[];
  readonly ends: number[];
  readonly attributes: Map<string, string[]>;
  readonly timeStarts: number[];
  readonly timeEnds: number[];
  /** Numbers of those that are open. */
  readonly open: number[];
  isTimed: boolean;
}

/**
 * Gathers the regions of one text:
 * `regions.open('turn', at, { attributes: { speaker: 'CHI' }, time: { start: 1200, end: 3400 } })`, later `regions.close('turn', at)`,
 * and at the end `{ text, metadata, regions: regions.all(text.length) }`.
 */
export function gatherRegions(): GatheredRegions {
  const byName = new Map<string, Growing>();
  const begin = (name: string, start: number, { attributes, time }: RegionFacts): number => {
    const known = byName.get(name);
    const here: Growing = known ?? {
      starts: [],
      ends: [],
      attributes: new Map(),
      timeStarts: [],
      timeEnds: [],
      open: [],
      isTimed: false,
    };
    if (known === undefined) byName.set(name, here);
    const number = here.starts.push(start) - 1;
    here.ends.push(start);
    here.timeStarts.push(time?.start ?? -1);
    here.timeEnds.push(time?.end ?? -1);
    here.isTimed ||= time !== undefined;
    const pairs = attributes instanceof Map ? attributes : Object.entries(attributes ?? {});
    for (const [attribute, value] of pairs as Iterable<readonly [string, string]>) {
      const values = here.attributes.get(attribute) ?? [];
      here.attributes.set(attribute, values);
      // Those before it did not have the attribute.
      while (values.length < number) values.push('');
      values[number] = value;
    }
    return number;
  };
  return {
    add(name, start, end, facts = {}) {
      const number = begin(name, start, facts);
      byName.get(name)!.ends[number] = Math.max(start, end);
    },
    open(name, start, facts = {}) {
      const number = begin(name, start, facts);
      byName.get(name)!.open.push(number);
    },
    close(name, end) {
      const here = byName.get(name);
      const number = here?.open.pop();
      if (here !== undefined && number !== undefined) here.ends[number] = Math.max(here.starts[number]!, end);
    },
    all(end) {
      if (byName.size === 0) return undefined;
      return [...byName].map(([name, { starts, ends, attributes, timeStarts, timeEnds, open, isTimed }]) => {
        for (const number of open) ends[number] = Math.max(starts[number]!, end);
        for (const values of attributes.values()) while (values.length < starts.length) values.push('');
        // What a reader trims off its text is of no region.
        const within = (at: number) => Math.min(at, end);
        return {
          name,
          starts: starts.map(within),
          ends: ends.map(within),
          attributes,
          ...(isTimed ? { times: { starts: timeStarts, ends: timeEnds } } : {}),
        };
      });
    },
  };
}

/** A name as queries can say it: what else a file calls a layer or a region by becomes `_`. */
export function layerName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '_');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}
