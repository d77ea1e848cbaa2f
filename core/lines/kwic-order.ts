/**
 * Order of concordance lines by the words at chosen places: −1 is L1, 1 is R1, 0 the node; earlier places decide first,
 * text order last. Words compare by the rules of the language.
 * @param lines for each line the words around the node, by place
 * @returns indices of the lines, in order
 */
export function orderByPlaces(
  lines: readonly { readonly wordAt: (place: number) => string }[],
  places: readonly number[],
  language: string,
): number[] {
  // Without a language, the order that all languages begin from: never that of the computer, which would differ elsewhere.
  const collator = new Intl.Collator(language === 'und' ? 'en' : language);
  const keys = lines.map((line) => places.map((place) => line.wordAt(place)));
  return lines
    .map((_, index) => index)
    .sort((a, b) => {
      for (let at = 0; at < places.length; at += 1) {
        const order = collator.compare(keys[a]![at]!, keys[b]![at]!);
        if (order !== 0) return order;
      }
      return a - b;
    });
}
