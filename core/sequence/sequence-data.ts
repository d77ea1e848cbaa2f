/** Set on the `<eos>` that stands before the first sentence of a text: what comes before belongs to another one. */
export const startOfText = 0x8000_0000;

/** No word is to be predicted after this one. */
export const noTarget = 0xffff_ffff;

export const unknownWord = '<unk>';
export const endOfSentence = '<eos>';

/**
 * A corpus as a network reads it. A text is `<eos>` (marked {@link startOfText}), its first sentence, `<eos>`, its second sentence, …,
 * `<eos>`: each row is the input at which the next one is predicted.
 */
export interface SequenceData {
  /** Words by row: `<unk>`, `<eos>`, then by falling frequency. */
  readonly words: readonly string[];
  /** Occurrences in the training part, by row. */
  readonly counts: Uint32Array;
  readonly training: Uint32Array;
  readonly heldOut: Uint32Array;
}

export const unknownRow = 0;
export const endRow = 1;
