import type { Input, Method, Output, ProgressOf } from './contract.ts';
import type { JobEvent } from './jobs.ts';

/** A file or folder that the person chose, or dropped, or once opened: a token for main, a name for the eye. */
export interface Grant {
  readonly grant: string;
  /** Base name, never a path. */
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** A bundled sample: its texts, and the table that says when and by whom they were written. */
export interface Sample {
  readonly texts: Grant;
  readonly metadata: Grant;
}

export interface RecentProject extends Grant {
  /** Name of the folder it lies in. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
}

export type Theme = 'system' | 'light' | 'dark';
export type InterfaceLanguage = 'system' | 'en' | 'zh';

export interface WindowSettings {
  readonly theme: Theme;
  readonly language: InterfaceLanguage;
}

/** What lies in the data folder, for the person who asks. */
export interface DataFolder {
  readonly path: string;
  readonly entries: readonly { readonly name: string; readonly bytes: number }[];
}

export interface CallOptions<M extends Method> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProgressOf<M>) => void;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export type MenuCommand =
  | 'new'
  | 'open'
  | 'save'
  | 'save-as'
  | 'close'
  | 'find'
  | 'look-up'
  | 'export'
  | 'settings'
  | 'guide'
  | `page-${string}`;

/** A page of the window as the native menu names it. */
export interface MenuPage {
  /** Its command is `page-` and this. */
  readonly name: string;
  readonly label: string;
  /** Pressed with Ctrl or Cmd. */
  readonly key: string | null;
}

/** All that the window can ask for; the preload script puts it at `window.firth`, previews put a stand-in there. */
export interface Firth {
  call<M extends Method>(method: M, params: Input<M>, options?: CallOptions<M>): Promise<Output<M>>;
  /** A place for a project that has no file yet; `project.open` creates it there. */
  newProject(): Promise<{ readonly grant: string }>;
  /** Asks for a project file to open. */
  chooseProject(): Promise<Grant | null>;
  chooseFiles(filters?: readonly FileFilter[]): Promise<readonly Grant[]>;
  chooseFolder(): Promise<Grant | null>;
  chooseSaveTarget(suggested: string): Promise<Grant | null>;
  /** Asks for a place and writes a table or a picture there. @returns its base name, or null when none was chosen. */
  saveFile(suggested: string, content: string | Uint8Array): Promise<string | null>;
  grantForDrop(file: File): Promise<Grant | null>;
  sample(language: 'en' | 'zh'): Promise<Sample>;
  recentProjects(): Promise<readonly RecentProject[]>;
  settings(): Promise<WindowSettings>;
  changeSettings(changed: Partial<WindowSettings>): Promise<WindowSettings>;
  dataFolder(): Promise<DataFolder>;
  /** Puts text on the clipboard: the page itself has no leave to. */
  copyText(text: string): Promise<null>;
  /** Tells the native menu which pages there are. */
  showPages(pages: readonly MenuPage[]): Promise<null>;
  /** What the page held back is kept: told after `onLeaving`. */
  settled(): Promise<null>;
  /** The window is about to close. @returns a function that stops listening */
  onLeaving(listener: () => void): () => void;
  /** @returns a function that stops listening */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** A project that was opened from outside: a double click, a second start. @returns a function that stops listening */
  onOpened(listener: (project: Grant) => void): () => void;
  /** Jobs of the engine, whoever asked for them. @returns a function that stops listening */
  onJob(listener: (event: JobEvent) => void): () => void;
}
