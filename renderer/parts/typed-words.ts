/** Words that somebody typed, with spaces or commas of either script between them. */
export const typedWords = (typed: string): readonly string[] =>
  typed.split(/[\s,，、]+/u).filter((word) => word !== '');
