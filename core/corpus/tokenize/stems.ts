import snowball from 'snowball-stemmers';

/** Snowball’s name for the language of a BCP 47 tag. */
const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  hu: 'hungarian',
  it: 'italian',
  ga: 'irish',
  no: 'norwegian',
  nb: 'norwegian',
  nn: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  es: 'spanish',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** The stem of a word in lower case (Porter 1980 and its successors, snowballstem.org); null for languages without a stemmer. */
export function stemmerFor(language: string): ((word: string) => string) | null {
  const algorithm = algorithms[language.split('-')[0]!.toLowerCase()];
  if (algorithm === undefined) return null;
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => stemmer.stem(word);
}
