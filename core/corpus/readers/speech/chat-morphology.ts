/** What the tiers `%mor` and `%gra` say of the words of a main line, one for each word. */
export type WordValues = Readonly<Record<string, string>>;

/** Ends of lines and commas stand in `%mor` too. */
const punctuation = /^(?:[^|]*|(?:cm|end|beg|bq|eq|bq2|eq2)\|.*)$/u;

/**
 * Lemma and part of speech of each word; clitics with a tilde between them, as they stand there: `pron|it~aux|be` is it~be.
 * @param gra relations between them, by the tier of that name; empty where there is none
 */
export function morphology(mor: string, gra: string): readonly WordValues[] {
  const relations = gra.split(/\s+/u).map((one) => one.split('|'));
  const words: Record<string, string>[] = [];
  /** For each part of a word, counted as `%gra` counts them, the number of its word. */
  const wordOf: number[] = [0];
  const firsts: number[] = [];
  for (const item of mor.split(/\s+/u).filter(Boolean)) {
    const pieces = item.split(/[~$]/u);
    const isWord = !punctuation.test(item);
    if (isWord) {
      const analysed = pieces.map(analysis);
      words.push({
        lemma: analysed.map(({ lemma }) => lemma).join('~'),
        pos: analysed.map(({ pos }) => pos).join('~'),
        ...(analysed.some(({ features }) => features !== '')
          ? { features: analysed.map(({ features }) => features).join('~') }
          : {}),
      });
      firsts.push(wordOf.length);
    }
    for (let piece = 0; piece < pieces.length; piece += 1) wordOf.push(isWord ? words.length : 0);
  }
  return words.map((values, at) => {
    const [, head, relation] = relations[firsts[at]! - 1] ?? [];
    if (relation === undefined) return values;
    return { ...values, relation, head: String(wordOf[Number(head)] ?? 0) };
  });
}

/** `part|prefix#stem-SUFFIX&FUSION=translation` (MOR manual). A compound is written with the parts of its parts: `n|+n|ice+n|cream`. */
function analysis(written: string): {
  readonly lemma: string;
  readonly pos: string;
  readonly features: string;
} {
  const [, pos = '', rest = ''] = /^(?:[^|]*#)?([^|]*)\|([^]*)$/u.exec(written) ?? [];
  if (rest.startsWith('+'))
    return {
      pos,
      lemma: rest
        .slice(1)
        .split('+')
        .map((part) => part.replace(/^[^|]*\|/u, ''))
        .join('+'),
      features: '',
    };
  const [, lemma = '', features = ''] =
    /^([^&=]*?)((?:-(?=[\p{Lu}\d])[^&=]*)?(?:&[^=]*)?)(?:=.*)?$/u.exec(rest) ?? [];
  return { pos, lemma, features: features.replace(/^[-&]/u, '') };
}
