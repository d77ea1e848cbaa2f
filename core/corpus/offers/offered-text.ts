import type { LeftOut, Offer, OfferName } from '../../contract/import.ts';
import { recognise, WithoutOffers } from './offers.ts';

/** A text in which something may be recognised that is no part of it, and that is left out where it is wished. */
export interface OfferedText {
  /** Looks for it. */
  readonly offers: () => readonly Offer[];
  /** A text from its beginning, without what is left out. */
  through(pieces: Iterable<string>): Iterable<string>;
  /** What was left out so far. */
  readonly leftOut: () => readonly LeftOut[];
}

/**
 * @param beginning of the text: what is not recognised there is not looked for
 * @param without what is to be left out
 */
export function offeredText(beginning: string, without: readonly OfferName[] = []): OfferedText {
  let filter: WithoutOffers | undefined;
  return {
    offers: () => recognise(beginning).offers,
    *through(pieces) {
      if (without.length === 0) {
        yield* pieces;
        return;
      }
      filter = new WithoutOffers(recognise(beginning), without);
      for (const piece of pieces) yield filter.write(piece);
      yield filter.end();
    },
    leftOut: () => [...(filter?.counts ?? [])].map(([what, places]) => ({ what, places })),
  };
}
