import lists from 'stopwords-iso' with { type: 'json' };

/** The stop list of a language (BCP 47) as stopwords-iso has it, in lower case and NFC; empty for languages without one. */
export function stopList(language: string): readonly string[] {
  const base = language.split('-')[0]!.toLowerCase();
  const words = new Map<string, readonly string[]>(Object.entries(lists)).get(base) ?? [];
  return [...new Set(words.map((word) => word.normalize('NFC').toLowerCase().replaceAll('’', "'")))];
}
