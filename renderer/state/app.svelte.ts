import { createContext } from 'svelte';
import type { ChosenSubCorpus } from '../../core/contract/corpus.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import type { Failure } from '../../core/contract/errors.ts';
import type { JobState } from '../../core/contract/jobs.ts';
import type { Progress } from '../../core/contract/progress.ts';
import { asFailure, isCancelled } from './failure.ts';
import type { ProjectBackup, RecoverableProject } from '../../core/contract/project.ts';
import type { Firth, Grant, WindowSettings } from '../../core/contract/window.ts';
import { jobLabel } from '../pages/job-labels.ts';
import type { PageName } from '../pages/names.ts';
import type { Need } from '../pages/page.ts';
import { wording as sequenceWording } from '../pages/sequence/wording.ts';
import { Examples } from './examples.svelte.ts';
import { Interface } from './interface.svelte.ts';
import { Jobs } from './jobs.svelte.ts';
import { Navigation } from './navigation.svelte.ts';
import { PinnedList } from './pinned-list.ts';
import { Pins } from './pins.svelte.ts';
import { Project } from './project.svelte.ts';
import { Sequences } from './sequences.svelte.ts';
import { Training } from './training.svelte.ts';
import { Waiting } from './waiting.svelte.ts';

/** The sample is trained in less than a minute: a model to look at, not to publish. */
const sampleTokensRead = 8_000_000;

/** A word whose menu is open, and where on the screen it stands. */
export interface WordInHand {
  readonly word: string;
  readonly at: DOMRect;
  readonly from: HTMLElement;
  /** Of which it speaks; undefined where it comes from no model. */
  readonly texts: ChosenSubCorpus | null | undefined;
}

/** Everything that pages share. Made once in main.ts, handed down by context. */
export class App {
  readonly firth: Firth;
  readonly ui: Interface;
  readonly jobs: Jobs;
  readonly project: Project;
  readonly pins = new Pins(() => {
    if (this.project.info !== null && !this.project.info.readOnly) this.#pinned.changed();
  });
  readonly #pinned: PinnedList;
  readonly go = new Navigation();
  readonly training: Training<'model.train'>;
  readonly sequences: Sequences;
  /** Whether an answer lets wait. */
  readonly waiting = new Waiting();
  /** Words and sentences of the open corpus, for whoever does not know what to type. */
  readonly examples: Examples;
  #failed = $state.raw<{
    readonly failure: Failure;
    readonly page: PageName;
    readonly project: number;
    readonly stays: boolean;
  } | null>(null);
  /** Unsaved work of sessions that ended, until the person has decided. */
  recoverable = $state.raw<readonly RecoverableProject[]>([]);
  /** A file that could not be opened because it is damaged, and what can be done about it. */
  damaged = $state.raw<{ readonly file: Grant; readonly backups: readonly ProjectBackup[] } | null>(null);
  wordInHand = $state.raw<WordInHand | null>(null);
  /** A word that is about to be put into the dictionary. */
  entryInHand = $state.raw<string | null>(null);
  /** Counts entries that were made elsewhere than on the page of the dictionary. */
  dictionaryEdition = $state(0);
  /** What was just done, read aloud and shown for a moment in the status line. */
  notice = $state('');

  constructor(firth: Firth, settings: WindowSettings) {
    const now = () => Date.now();
    this.firth = this.waiting.watching(firth);
    this.examples = new Examples(this.firth);
    this.ui = new Interface(
      firth,
      settings,
      navigator.language,
      window.matchMedia('(prefers-color-scheme: dark)'),
    );
    this.jobs = new Jobs(firth, now);
    this.project = new Project(firth, now);
    this.#pinned = new PinnedList(
      this.firth,
      () => this.pins.words,
      (keeping) => this.attempt(() => keeping.then(() => this.project.refresh()), true),
    );
    this.training = new Training(firth, this.jobs, {
      method: 'model.train',
      speed: (progress) => progress.wordsPerSecond,
      after: async (result) => {
        if (result !== null) this.project.chosenModel = result.model;
        await this.project.refresh();
      },
    });
    this.sequences = new Sequences(firth, this.jobs, this.project);
  }

  /** Whether there is something that a page asks for. */
  has = (need: Need): boolean =>
    ({
      project: this.project.info !== null,
      texts: this.project.hasTexts,
      model: this.project.model !== null,
      network: this.sequences.model !== null,
    })[need];

  /** A failure that no page can show where it arose: it goes with the page that it arose on, and with the project. */
  get failure(): Failure | null {
    const failed = this.#failed;
    if (failed === null || failed.project !== this.project.serial) return null;
    return failed.stays || failed.page === this.go.page ? failed.failure : null;
  }

  dismissFailure(): void {
    this.#failed = null;
  }

  /**
   * Does something whose failure belongs to the whole window.
   * @param stays the failure is shown on every page until somebody has seen it: work would be lost
   */
  async attempt(work: () => Promise<unknown>, stays = false): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (isCancelled(thrown)) return;
      this.#failed = {
        failure: asFailure(thrown),
        page: this.go.page,
        project: this.project.serial,
        stays,
      };
    }
  }

  async save(elsewhere = false): Promise<void> {
    await this.attempt(async () => {
      await this.#pinned.flush();
      // What could not be saved before is said no longer.
      if (await this.project.save(this.ui.t.shared.untitled, elsewhere)) this.dismissFailure();
    }, true);
  }

  async createProject(): Promise<void> {
    await this.attempt(async () => {
      await this.waiting.during(this.#pinned.flush().then(() => this.project.create()));
      this.#forget();
      this.go.begin('corpus');
    });
  }

  /** What is held back for a moment is kept now: the window is about to close. */
  async settle(): Promise<void> {
    await this.#pinned.flush();
    await this.firth.settled();
  }

  /** What was in hand belonged to another project. */
  #forget(): void {
    this.pins.begin([]);
    this.#pinned.drop();
    this.notice = '';
    this.wordInHand = null;
    this.entryInHand = null;
  }

  async closeProject(unsaved: 'give-up' | 'keep'): Promise<void> {
    if (unsaved === 'keep') await this.#pinned.flush();
    await this.project.close(unsaved);
    this.#forget();
    this.go.begin('home');
  }

  async createFromSample(language: 'en' | 'zh'): Promise<void> {
    await this.attempt(async () => {
      const { texts, metadata } = await this.firth.sample(language);
      await this.#pinned.flush();
      await this.project.create();
      this.#forget();
      const params = {
        files: [{ grant: texts.grant }],
        metadataFile: { grant: metadata.grant },
        language: 'auto',
        encoding: 'auto',
        tokens: defaultTokenSettings,
      };
      await this.jobs.run(
        () => this.ui.t.frame.building,
        (job, progress) =>
          this.firth.call('corpus.import', params, {
            signal: job.signal,
            onProgress: ({ done, total }) => progress(done, total),
          }),
      );
      await this.project.corpusChanged();
      this.go.begin('words');
      await this.#trainSample();
    });
  }

  /** So that there are neighbours to look at when one has looked at words and lines. */
  async #trainSample(): Promise<void> {
    if (!this.project.hasTexts) return;
    const { settings, tokens } = await this.firth.call('model.preset', {});
    const passes = Math.max(1, Math.floor(sampleTokensRead / tokens));
    await this.training.start(
      () => jobLabel(this.ui, 'model.train'),
      (rate) => this.ui.t.parts.perSecond(this.ui.whole(rate)),
      { settings: { ...settings, epochs: Math.min(settings.epochs, passes), mode: 'fast' } },
    );
  }

  /** Files that were dropped anywhere: a project is opened, texts go to the corpus, into a new project where none is open. */
  async takeDropped(files: readonly File[]): Promise<void> {
    await this.attempt(async () => {
      const grants = await Promise.all(files.map((file) => this.firth.grantForDrop(file)));
      const given = grants.filter((one) => one !== null);
      const project = given.find(({ name }) => name.toLowerCase().endsWith('.firth'));
      if (project !== undefined) return this.openProject(project);
      if (given.length === 0) return;
      if (this.project.info === null) await this.createProject();
      this.go.bring(given);
    });
  }

  /** What the window begins with: the project that the engine still has open, when only the page was loaded again; or lost work. */
  async takeUp(): Promise<void> {
    const jobs = await this.jobs.underWay();
    if (await this.project.takeUp()) this.begin();
    else await this.offerRecovery();
    for (const job of jobs) void this.attempt(() => this.#takeUpJob(job));
  }

  /** Work that the page before this one asked for goes on in the engine. */
  async #takeUpJob(job: JobState): Promise<void> {
    const { ui } = this;
    const label = () => jobLabel(ui, job.method);
    if (job.method === 'model.train')
      return this.training.takeUp(label, (rate) => ui.t.parts.perSecond(ui.whole(rate)), job);
    if (job.method === 'sequence.train')
      return this.sequences.training.takeUp(
        label,
        (rate) => ui.say(sequenceWording).perSecond(ui.whole(rate)),
        job,
      );
    await this.jobs.takeUp<null>(
      label,
      job,
      (_job, report) =>
        ({ done, total }: Progress) =>
          report(done, total),
    );
    await this.project.corpusChanged();
  }

  async offerRecovery(): Promise<void> {
    await this.attempt(async () => {
      this.recoverable = (await this.firth.call('project.recoverable', {})).projects;
    });
  }

  async recover(id: string): Promise<void> {
    this.recoverable = [];
    await this.attempt(async () => {
      await this.project.recover(id);
      this.begin();
    });
  }

  async giveUp(id: string): Promise<void> {
    await this.attempt(async () => {
      await this.firth.call('project.giveUp', { id });
      await this.offerRecovery();
    });
  }

  /** Goes to where one would begin with the project that was just opened. */
  begin(): void {
    const { info } = this.project;
    this.#forget();
    this.go.begin(this.project.hasTexts ? 'words' : 'corpus');
    if (info !== null && info.recovered !== null)
      this.notice = this.ui.t.frame.takenUp(this.ui.dayAndTime(info.recovered));
    const { serial } = this.project;
    void this.attempt(async () => {
      const words = await this.#pinned.load();
      // Others may have been pinned meanwhile.
      if (serial === this.project.serial) this.pins.begin([...new Set([...words, ...this.pins.words])]);
    });
  }

  async chooseProject(): Promise<void> {
    await this.attempt(async () => {
      const chosen = await this.firth.chooseProject();
      if (chosen !== null) await this.openProject(chosen);
    });
  }

  async openProject(file: Grant): Promise<void> {
    await this.attempt(async () => {
      await this.#pinned.flush();
      try {
        await this.project.open(file.grant);
      } catch (thrown) {
        if (asFailure(thrown).code !== 'E_DAMAGED') throw thrown;
        const { backups } = await this.firth.call('project.backups', { file: { grant: file.grant } });
        this.damaged = { file, backups };
        return;
      }
      // What was taken up with the file is no longer to be offered.
      if (this.recoverable.length > 0) await this.offerRecovery();
      this.begin();
    });
  }

  /** Opens a complete earlier state, under another name: the damaged file stays as it is. */
  async restore(file: Grant, { saves, madeAt }: ProjectBackup): Promise<void> {
    this.damaged = null;
    const day = this.ui.day(madeAt).replaceAll('/', '-');
    await this.besides(file, day, (target) =>
      this.firth.call('project.restore', { file: { grant: file.grant }, saves, target }),
    );
  }

  /** Copies what can still be read out of a damaged file. */
  async rescue(file: Grant): Promise<void> {
    this.damaged = null;
    let said = '';
    await this.besides(file, this.ui.t.frame.rescued, async (target) => {
      const { lost } = await this.firth.call('project.rescue', { file: { grant: file.grant }, target });
      said = this.ui.t.frame.lost(lost.length, this.ui.whole(lost.length));
    });
    // It is about the project that is open now.
    if (said !== '') this.notice = said;
  }

  async besides(file: Grant, note: string, make: (target: { grant: string }) => Promise<unknown>) {
    await this.attempt(async () => {
      const target = await this.firth.chooseSaveTarget(
        `${file.name.replace(/\.firth$/, '')} (${note}).firth`,
      );
      if (target === null) return;
      await make({ grant: target.grant });
      await this.openProject(target);
    });
  }
}

export const [useApp, provideApp] = createContext<App>();
