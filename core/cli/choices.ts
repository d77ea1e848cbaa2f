/** A word for a choice: all that there is where that is short. */
export const choicesOf = (of: readonly string[]): string => (of.join('|').length > 28 ? 'X' : of.join('|'));
