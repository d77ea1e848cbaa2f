/**
 * Every page, in the order of the rail: each is a folder of this name. A list of names alone, so that what leads to pages need not
 * know the pages themselves.
 */
export const pageNames = [
  'home',
  'corpus',
  'words',
  'lines',
  'keywords',
  'ngrams',
  'train',
  'explore',
  'compare',
  'map',
  'change',
  'sequence',
  'export',
  'settings',
  'guide',
] as const;
export type PageName = (typeof pageNames)[number];
