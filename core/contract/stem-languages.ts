import type { TokenSettings } from './cutting.ts';

/** Snowball’s languages by the numbers that the built module has for them, as BCP 47 has them. */
const algorithms =
  'ar hy eu ca cs da nl en eo et fi fr de el hi hu id ga it lt ne no fa pl pt ro ru sr st es sv ta tr yi'.split(
    ' ',
  );
/** Tags of what these stemmers serve too. */
const servedBy: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  in: 'id',
  iw: 'he',
  ji: 'yi',
  pes: 'fa',
};

/** Number of Snowball’s algorithm for a language (BCP 47); −1 where there is none. */
export function stemAlgorithm(language: string): number {
  const base = language.split('-')[0]!.toLowerCase();
  return algorithms.indexOf(servedBy[base] ?? base);
}

/** Whether the words of a language have stems. */
export const hasStemmer = (language: string): boolean => stemAlgorithm(language) >= 0;

/** Languages whose words have no stems though stems are asked for, each once; none where they are not. */
export function unstemmed(
  languages: Iterable<string>,
  { wordForm, stemLayer }: Pick<TokenSettings, 'wordForm' | 'stemLayer'>,
): readonly string[] {
  if (wordForm !== 'stem' && stemLayer !== 'keep') return [];
  return [...new Set(languages)].filter((language) => !hasStemmer(language));
}
