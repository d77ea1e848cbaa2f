import type { ChosenSubCorpus } from '../../core/contract/corpus.ts';
import type { ExportKind } from '../../core/contract/exchange.ts';
import type { TextsRef } from '../../core/contract/texts.ts';
import type { Grant } from '../../core/contract/window.ts';
import type { PageName } from '../pages/names.ts';

/** A word that a page is asked to show; the number tells two askings of the same word apart. */
export interface Errand {
  readonly word: string;
  readonly n: number;
}

/** Lines are asked for in some texts: null for all; undefined leaves the choice as it is. */
export interface LinesErrand extends Errand {
  readonly texts: ChosenSubCorpus | null | undefined;
  /** What is asked for is a query, and no word, in these texts. */
  readonly among?: TextsRef;
}

/** A word’s page speaks of some texts: null for all; undefined leaves the choice as it is. */
export interface WordErrand extends Errand {
  readonly texts: ChosenSubCorpus | null | undefined;
}

/** Which page is shown, and with which word it was asked for. */
export class Navigation {
  page = $state<PageName>('home');
  lines = $state.raw<LinesErrand | null>(null);
  explore = $state.raw<Errand | null>(null);
  /** The word whose page is shown. */
  word = $state.raw<WordErrand | null>(null);
  /** Two words of which one asks why they are alike. */
  why = $state.raw<{ readonly first: string; readonly second: string; readonly n: number } | null>(null);
  /** Files that are to become texts. */
  brought = $state.raw<{ readonly files: readonly Grant[]; readonly n: number } | null>(null);
  /** What the page of exports is asked to begin with. */
  export = $state.raw<{ readonly kind: ExportKind; readonly n: number } | null>(null);
  /** Changes when the corpus page is asked for its sub-corpora. */
  subCorpora = $state(0);
  /** Chapter of the guide. */
  chapter = $state('first-project');
  #errands = 0;

  go(page: PageName): void {
    this.page = page;
  }

  /** @param chapter that of a page; null leaves open what was last read */
  showGuide(chapter: string | null): void {
    if (chapter !== null) this.chapter = chapter;
    this.page = 'guide';
  }

  showLines(word: string, texts?: ChosenSubCorpus | null): void {
    this.lines = { word, texts, n: ++this.#errands };
    this.page = 'lines';
  }

  showQuery(query: string, among: TextsRef): void {
    this.lines = { word: query, texts: undefined, among, n: ++this.#errands };
    this.page = 'lines';
  }

  showNeighbours(word: string): void {
    this.explore = { word, n: ++this.#errands };
    this.page = 'explore';
  }

  /** Everything that is known of a word, in one place. */
  showWord(word: string, texts?: ChosenSubCorpus | null): void {
    this.word = { word, texts, n: ++this.#errands };
    this.page = 'words';
  }

  showWhy(first: string, second: string): void {
    this.why = { first, second, n: ++this.#errands };
    this.page = 'explore';
  }

  bring(files: readonly Grant[]): void {
    this.brought = { files, n: ++this.#errands };
    this.page = 'corpus';
  }

  /** Where sub-corpora are made. */
  showSubCorpora(): void {
    this.subCorpora = ++this.#errands;
    this.page = 'corpus';
  }

  showExport(kind: ExportKind): void {
    this.export = { kind, n: ++this.#errands };
    this.page = 'export';
  }

  /** For a project that was just opened or closed. */
  begin(page: PageName): void {
    this.lines = null;
    this.explore = null;
    this.word = null;
    this.why = null;
    this.export = null;
    this.brought = null;
    this.page = page;
  }
}
