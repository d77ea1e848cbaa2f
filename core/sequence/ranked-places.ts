export interface RankedPlace {
  readonly place: number;
  readonly score: number;
}

/** The best places of a long search. */
export interface RankedPlaces {
  /** What a score must exceed to come in now. */
  readonly least: number;
  add(place: number, score: number): void;
  /** Falling; equal ones by place. */
  ranked(): readonly RankedPlace[];
}

/** Keeps so many places with the highest scores: sorted only when twice as many have come together. */
export function rankedPlaces(keep: number): RankedPlaces {
  const kept: RankedPlace[] = [];
  let least = -Infinity;
  const settle = () => {
    kept.sort((a, b) => b.score - a.score || a.place - b.place);
    kept.length = Math.min(kept.length, keep);
    if (kept.length === keep) least = kept[keep - 1]!.score;
  };
  return {
    get least() {
      return least;
    },
    add(place, score) {
      kept.push({ place, score });
      if (kept.length >= 2 * keep) settle();
    },
    ranked() {
      settle();
      return [...kept];
    },
  };
}
