/**
 * Puts values that stand in order together into parts with about as many tokens: where the middle of its tokens lies says which part a value belongs to.
 * @param tokens of each value @param most parts
 * @returns for each value the number of its part, ascending; a number may have no value
 */
export function equalParts(tokens: readonly number[], most: number): number[] {
  if (tokens.length <= most) return tokens.map((_, at) => at);
  const all = tokens.reduce((sum, some) => sum + some, 0);
  let before = 0;
  return tokens.map((some) => {
    const part = Math.floor((most * (before + some / 2)) / all);
    before += some;
    return part;
  });
}
