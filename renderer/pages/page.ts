import type { Component } from 'svelte';
import type { Language } from '../../core/contract/messages/message.ts';
import type { PageName } from './names.ts';

/** What a page can ask for: an open project, texts in it, word vectors, a recurrent model. */
export type Need = 'project' | 'texts' | 'model' | 'network';

/** Of the words of a page, those that the window says for it. */
export interface PageWords {
  readonly title: string;
  /** What is said instead of the page while it has nothing to show. */
  readonly lacking?: string;
}

/** One page: all that the rail, the menu, the keyboard, the guide and the tests know of it. */
export interface PageDefinition {
  /** Also that of its folder. */
  readonly name: PageName;
  readonly icon: Component<{ size?: number; strokeWidth?: number }>;
  readonly view: Component;
  readonly words: Readonly<Record<Language, PageWords>>;
  /** Chapter of the guide that tells of it: the name of its file, without the number. */
  readonly chapter: string | null;
  /** Pressed with Ctrl or Cmd, or alone where it is a function key. */
  readonly key: string | null;
  /** Any one of these is enough; the first is what one is led to. A page that needs nothing is there before any project. */
  readonly needs: readonly Need[];
  /** A number that the rail shows behind the name, where it is not 0. */
  readonly count?: (app: { readonly pins: { readonly words: readonly string[] } }) => number;
  /** At the foot of the rail; the native menu has a command of its own for it. */
  readonly foot?: boolean;
}
