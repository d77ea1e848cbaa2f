import { createContext } from 'svelte';
import { defaultTokenSettings } from '../../core/contract/corpus.ts';
import type { Failure } from '../../core/contract/errors.ts';
import { asFailure, isCancelled } from './failure.ts';
import type { Firth, WindowSettings } from '../../core/contract/window.ts';
import { Interface } from './interface.svelte.ts';
import { Jobs } from './jobs.svelte.ts';
import { Navigation } from './navigation.svelte.ts';
import { Pins } from './pins.svelte.ts';
import { Project } from './project.svelte.ts';
import { Training } from './training.svelte.ts';

/** A word whose menu is open, and where on the screen it stands. */
export interface WordInHand {
  readonly word: string;
  readonly at: DOMRect;
  readonly from: HTMLElement;
}

/** Everything that pages share. Made once in main.ts, handed down by context. */
export class App {
  readonly firth: Firth;
  readonly ui: Interface;
  readonly jobs: Jobs;
  readonly project: Project;
  readonly pins = new Pins();
  readonly go = new Navigation();
  readonly training: Training;
  /** A failure that no page can show where it arose. */
  failure = $state.raw<Failure | null>(null);
  wordInHand = $state.raw<WordInHand | null>(null);
  /** What was just done, read aloud and shown for a moment in the status line. */
  notice = $state('');

  constructor(firth: Firth, settings: WindowSettings) {
    const now = () => Date.now();
    this.firth = firth;
    this.ui = new Interface(
      firth,
      settings,
      navigator.language,
      window.matchMedia('(prefers-color-scheme: dark)'),
    );
    this.jobs = new Jobs(now);
    this.project = new Project(firth, now);
    this.training = new Training(firth, this.jobs, this.project);
  }

  /** Does something whose failure belongs to the whole window. */
  async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (!isCancelled(thrown)) this.failure = asFailure(thrown);
    }
  }

  async save(elsewhere = false): Promise<void> {
    await this.attempt(() => this.project.save(this.ui.t.frame.untitled, elsewhere));
  }

  async createProject(): Promise<void> {
    await this.attempt(async () => {
      await this.project.create();
      this.pins.clear();
      this.go.begin('corpus');
    });
  }

  async createFromSample(language: 'en' | 'zh'): Promise<void> {
    await this.attempt(async () => {
      const { texts, metadata } = await this.firth.sample(language);
      await this.project.create();
      this.pins.clear();
      const params = {
        files: [{ grant: texts.grant }],
        metadataFile: { grant: metadata.grant },
        language: 'auto',
        encoding: 'auto',
        tokens: defaultTokenSettings,
      };
      await this.jobs.run(
        () => this.ui.t.corpus.building,
        (job, progress) =>
          this.firth.call('corpus.import', params, {
            signal: job.signal,
            onProgress: ({ done, total }) => progress(done, total),
          }),
      );
      await this.project.corpusChanged();
      this.go.begin('words');
    });
  }

  async chooseProject(): Promise<void> {
    await this.attempt(async () => {
      const chosen = await this.firth.chooseProject();
      if (chosen !== null) await this.openProject(chosen.grant);
    });
  }

  async openProject(grant: string): Promise<void> {
    await this.attempt(async () => {
      await this.project.open(grant);
      this.pins.clear();
      this.go.begin(this.project.hasTexts ? 'words' : 'corpus');
    });
  }
}

export const [useApp, provideApp] = createContext<App>();
