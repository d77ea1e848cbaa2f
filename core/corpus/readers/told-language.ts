/** Made when first asked: the table of names costs every reading thread more than most of its readers do. */
let names: Intl.DisplayNames | undefined;
export const isNamed = (language: string): boolean => {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(language) !== undefined;
};

/** No language, several, one that has no code, one that nobody told. */
const none = new Set(['zxx', 'mul', 'mis', 'und', 'art']);

/**
 * The language that a file says it is in, as BCP 47 has it: `eng` and `en-US` are en. Codes of two letters that no language has are
 * nothing; those of three letters are many more than there are names.
 */
export function toldLanguage(written: string | undefined): string | undefined {
  try {
    const { language, script } = new Intl.Locale((written ?? '').trim().replaceAll('_', '-'));
    if (none.has(language) || (language.length === 2 && !isNamed(language))) return undefined;
    return language === 'zh' && script !== undefined ? `${language}-${script}` : language;
  } catch {
    return undefined;
  }
}

/** The same as a part of what is said of a text. */
export function languageOf(written: string | undefined): { readonly language?: string } {
  const language = toldLanguage(written);
  return language === undefined ? {} : { language };
}
