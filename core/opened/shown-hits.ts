import { thinned } from '../lines/hit-order.ts';
import type { Hits } from '../query/hits.ts';
import { notesOnHits } from './line-notes.ts';
import type { Opened } from './opened.ts';

/** Which of its hits a person wants to look at. What is counted are always all of them. */
export interface HitChoice {
  /** `visible`: all that are not hidden. */
  readonly show: 'visible' | 'all' | 'hidden' | 'marked' | 'noted';
  /** Only of this category. */
  readonly category: string | undefined;
  /** Each so-manieth, in the order of the texts. */
  readonly every: number;
  /** So many by chance, kept in whatever order is asked for; null for all. */
  readonly random: number | null;
  /** Decides them. */
  readonly seed: number;
}

export interface ShownHits {
  /** Numbers of hits, ascending; null for all. */
  readonly chosen: Uint32Array | null;
  /** Of all hits. */
  readonly hidden: number;
}

/** First by notes, then every so-manieth, then by chance. */
export function shownHits(
  opened: Opened,
  hits: Hits,
  { show, category, every, random, seed }: HitChoice,
): ShownHits {
  const notes = notesOnHits(opened, hits);
  const hidden = [...notes.values()].filter((note) => note.hidden).length;
  const allowed = (hit: number): boolean => {
    const note = notes.get(hit);
    if (category !== undefined && (note?.category ?? '') !== category) return false;
    switch (show) {
      case 'visible':
        return note?.hidden !== true;
      case 'all':
        return true;
      case 'hidden':
        return note?.hidden === true;
      case 'marked':
        return note?.marked === true;
      case 'noted':
        return note !== undefined;
    }
  };
  const isWhole = category === undefined && (show === 'all' || (show === 'visible' && hidden === 0));
  if (isWhole && every <= 1 && random === null) return { chosen: null, hidden };
  let chosen = Uint32Array.from(hits.starts.keys());
  if (!isWhole) chosen = chosen.filter(allowed);
  if (every > 1) chosen = chosen.filter((_, at) => at % every === 0);
  if (random !== null && random < chosen.length) {
    const all = chosen;
    chosen = thinned(all.length, random, seed).map((at) => all[at]!);
  }
  return { chosen, hidden };
}

/** The hits that are shown in an order of all. @param order numbers of all hits; null as the texts have them */
export function inOrder(
  hits: number,
  order: Uint32Array | null,
  chosen: Uint32Array | null,
): Uint32Array | null {
  if (chosen === null || order === null) return chosen ?? order;
  const wanted = new Uint8Array(hits);
  for (const hit of chosen) wanted[hit] = 1;
  return order.filter((hit) => wanted[hit] === 1);
}
