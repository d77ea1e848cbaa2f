import { pageNames, type PageName } from './names.ts';
import type { Need, PageDefinition } from './page.ts';

const folders = import.meta.glob<PageDefinition>('./*/page.ts', { eager: true, import: 'page' });

/** Rail, menu, keyboard, guide and tests know the pages from here: a page is its folder and its line in `names.ts`. */
export const pages: readonly PageDefinition[] = pageNames.map(pageOf);

export function pageOf(name: PageName): PageDefinition {
  const found = folders[`./${name}/page.ts`];
  if (found?.name !== name) throw new Error(`renderer/pages/${name}/page.ts is not of a page of that name`);
  return found;
}

/** Those that the native menu goes to one by one. */
export const menuPages = pages.filter(({ foot }) => foot !== true);

/** What a page is still waiting for; null where it has something to show. @param has whether something is there */
export function lackOf({ needs }: PageDefinition, has: (need: Need) => boolean): Need | null {
  return needs.some(has) ? null : (needs[0] ?? null);
}
