import type { Annotation, ElanDocument } from './elan-document.ts';

/** An annotation where it stands in a recording. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** Milliseconds; none where the file has none. */
  readonly time?: { readonly start: number; readonly end: number };
}

/**
 * How the annotations of a tier follow one another: by time, their own or that of what they hang on; those that hang on one and the same
 * as they refer to one another.
 */
export function orderOfTime({
  tiers,
  slots,
}: ElanDocument): (annotations: readonly Annotation[]) => readonly PlacedAnnotation[] {
  const all = new Map<string, Annotation>();
  for (const { annotations } of tiers) for (const one of annotations) all.set(one.id, one);
  const known = new Map<string, readonly [string, string] | undefined>();
  /** Slots of an annotation, or of the nearest above it that has some. */
  function slotsAbove(one: Annotation): readonly [string, string] | undefined {
    const passed: string[] = [];
    let here: Annotation | undefined = one;
    while (here !== undefined && here.slots === undefined && !known.has(here.id)) {
      passed.push(here.id);
      // Until more is known, one that hangs on itself has no time.
      known.set(here.id, undefined);
      here = all.get(here.parent ?? '');
    }
    const found = here?.slots ?? known.get(here?.id ?? '');
    for (const id of passed) known.set(id, found);
    return found;
  }
  return (annotations) => {
    const placed = inChains(annotations).map((annotation) => {
      const [from = '', to = ''] = slotsAbove(annotation) ?? [];
      const [start, end] = [slots.get(from), slots.get(to)];
      return {
        annotation,
        rank: start?.rank ?? Infinity,
        ...(start?.time === undefined || end?.time === undefined
          ? {}
          : { time: { start: start.time, end: end.time } }),
      };
    });
    // What begins at the same time stays in the order of its chain.
    return placed.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  };
}

/** Each annotation behind the one that it names as the previous one; those that name none in the order of the file. */
function inChains(annotations: readonly Annotation[]): readonly Annotation[] {
  const ids = new Set(annotations.map(({ id }) => id));
  const next = new Map<string, Annotation[]>();
  const firsts: Annotation[] = [];
  for (const one of annotations) {
    if (one.previous === undefined || !ids.has(one.previous)) {
      firsts.push(one);
      continue;
    }
    const following = next.get(one.previous) ?? [];
    following.push(one);
    next.set(one.previous, following);
  }
  const placed = new Set<Annotation>();
  const follow = (first: Annotation) => {
    const open = [first];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (placed.has(one)) continue;
      placed.add(one);
      for (const following of (next.get(one.id) ?? []).toReversed()) open.push(following);
    }
  };
  firsts.forEach(follow);
  // Chains that bite their own tail have no beginning.
  annotations.forEach(follow);
  return [...placed];
}
