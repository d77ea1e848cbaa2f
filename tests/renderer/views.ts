import type { Page } from '@playwright/test';

export interface View {
  readonly name: string;
  readonly query: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Everything that is looked at: each page, in the states that matter. */
export const views: readonly View[] = [
  { name: 'home-closed', query: 'page=home&open=no' },
  { name: 'home', query: 'page=home' },
  { name: 'words', query: 'page=words' },
];
