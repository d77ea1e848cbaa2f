import type { Pointer } from './engine.ts';

/**
 * A letter as it stands on the page, or a few that are one drawing. Places are in points along (`left`, `right`) and across (`base`,
 * `bottom`, `top`) the direction in which the text is set, so that text that was turned lies as all other; up is more.
 */
export interface Glyph {
  /** In the order of reading; U+FFFD for one of which the file does not say what it stands for. */
  readonly text: string;
  /** From where it begins to where the next one would. A mark on a letter may have no width. */
  readonly left: number;
  readonly right: number;
  /** Where the pen was set down: what is kerned under another letter still comes in its turn by that. */
  readonly origin: number;
  /** Of its ink. */
  readonly inkLeft: number;
  readonly inkRight: number;
  readonly top: number;
  readonly bottom: number;
  readonly base: number;
  /** Of the letters of its font, in points. */
  readonly size: number;
  /** Degrees counter-clockwise, by which its text was turned: 0, 90, 180, 270. */
  readonly turned: number;
  /** Which drawing of the page it belongs to, in the order in which they were made. */
  readonly drawing: number;
  readonly font: Pointer;
}
