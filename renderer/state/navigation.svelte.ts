export const pages = [
  'home',
  'corpus',
  'words',
  'lines',
  'train',
  'explore',
  'compare',
  'export',
  'settings',
] as const;
export type PageName = (typeof pages)[number];

/** A word that a page is asked to show; the number tells two askings of the same word apart. */
export interface Errand {
  readonly word: string;
  readonly n: number;
}

/** Which page is shown, and with which word it was asked for. */
export class Navigation {
  page = $state<PageName>('home');
  lines = $state.raw<Errand | null>(null);
  explore = $state.raw<Errand | null>(null);
  #errands = 0;

  go(page: PageName): void {
    this.page = page;
  }

  showLines(word: string): void {
    this.lines = { word, n: ++this.#errands };
    this.page = 'lines';
  }

  showNeighbours(word: string): void {
    this.explore = { word, n: ++this.#errands };
    this.page = 'explore';
  }

  /** For a project that was just opened or closed. */
  begin(page: PageName): void {
    this.lines = null;
    this.explore = null;
    this.page = page;
  }
}
