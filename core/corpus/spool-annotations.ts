import type { GivenRegions, RegionTimes } from './readers/extracted.ts';
import type { LayerName, LayerValues } from './tokenize/token-layers.ts';

/** An attribute of regions: numbers of values, 0 for none. */
export interface RegionAttribute extends LayerName {
  readonly values: readonly string[];
  readonly ids: Uint32Array;
}

/** Regions of one name in a document; see {@link GivenRegions}. */
export interface DocumentRegions {
  readonly name: string;
  /** UTF-16 units of the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly attributes: readonly RegionAttribute[];
  readonly times?: RegionTimes;
}

/** What is said of a document’s tokens and of stretches of its text. */
export interface Annotations {
  /** Values by the numbers in the columns of the tokens. */
  readonly layers: readonly LayerValues[];
  readonly regions: readonly DocumentRegions[];
}

export const noAnnotations: Annotations = { layers: [], regions: [] };

export const isAnnotated = ({ layers, regions }: Pick<Annotations, 'layers' | 'regions'>): boolean =>
  layers.length + regions.length > 0;

/** Gives the values of attributes their numbers. */
export function numberedRegions({ name, starts, ends, attributes, times }: GivenRegions): DocumentRegions {
  return {
    name,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    attributes: [...attributes].map(([attribute, given]) => {
      const numbers = new Map([['', 0]]);
      const ids = Uint32Array.from(starts, (_, at) => {
        const value = given[at] ?? '';
        const known = numbers.get(value) ?? numbers.size;
        numbers.set(value, known);
        return known;
      });
      return { name: attribute, kind: 'other', values: [...numbers.keys()], ids };
    }),
    ...(times === undefined ? {} : { times }),
  };
}

interface Head {
  readonly layers: readonly LayerValues[];
  readonly regions: readonly {
    readonly name: string;
    readonly count: number;
    readonly isTimed: boolean;
    readonly attributes: readonly (LayerName & { readonly values: readonly string[] })[];
  }[];
}

/** A document’s annotations as bytes: the length of a head of JSON, the head, then the numbers of the regions, eight bytes each. */
export function encodeAnnotations({ layers, regions }: Annotations): readonly Uint8Array[] {
  const head: Head = {
    layers,
    regions: regions.map(({ name, starts, attributes, times }) => ({
      name,
      count: starts.length,
      isTimed: times !== undefined,
      attributes: attributes.map(({ name: attribute, kind, values }) => ({ name: attribute, kind, values })),
    })),
  };
  const json = Buffer.from(JSON.stringify(head));
  const columns = regions.flatMap(({ starts, ends, attributes, times }) => [
    starts,
    ends,
    ...attributes.map(({ ids }) => ids),
    ...(times === undefined ? [] : [times.starts, times.ends]),
  ]);
  const numbers = columns.map((column) => new Uint8Array(Float64Array.from(column).buffer));
  return [new Uint8Array(Float64Array.of(json.length).buffer), json, ...numbers];
}

/** Turns {@link encodeAnnotations} around. */
export function decodeAnnotations(bytes: Uint8Array): Annotations {
  let at = 8;
  const numbersAt = (from: number, count: number) =>
    new Float64Array(Uint8Array.from(bytes.subarray(from, from + count * 8)).buffer);
  const length = numbersAt(0, 1)[0]!;
  const head = JSON.parse(Buffer.from(bytes.subarray(at, at + length)).toString()) as Head;
  at += length;
  const next = (count: number) => {
    const column = numbersAt(at, count);
    at += count * 8;
    return column;
  };
  const regions = head.regions.map(({ name, count, isTimed, attributes }) => ({
    name,
    starts: Uint32Array.from(next(count)),
    ends: Uint32Array.from(next(count)),
    attributes: attributes.map((about) => ({ ...about, ids: Uint32Array.from(next(count)) })),
    ...(isTimed ? { times: { starts: [...next(count)], ends: [...next(count)] } } : {}),
  }));
  return { layers: head.layers, regions };
}
