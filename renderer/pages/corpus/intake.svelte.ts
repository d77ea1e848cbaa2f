import type { TokenSettings } from '../../../core/contract/cutting.ts';
import type {
  FileChoice,
  FileReport,
  ImportResult,
  InspectedFile,
  MetadataLook,
  SkippedFile,
  Taking,
} from '../../../core/contract/import.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { isEncodingUnsure } from '../../../core/contract/import.ts';
import type { Failure } from '../../../core/contract/errors.ts';
import type { App } from '../../state/app.svelte.ts';
import { asFailure } from '../../state/failure.ts';
import type { Grant } from '../../../core/contract/window.ts';
import { Latest } from '../../state/latest.svelte.ts';

interface Inspection {
  readonly files: readonly InspectedFile[];
  readonly skipped: readonly SkippedFile[];
}

/** Texts on their way into the corpus: chosen, looked at, decided on, built. */
export class Intake {
  readonly #app: App;
  grants = $state.raw<readonly Grant[]>([]);
  tokens = $state<TokenSettings>({ ...defaultTokenSettings });
  pattern = $state('');
  metadata = $state.raw<Grant | null>(null);
  choices = $state.raw<ReadonlyMap<string, FileChoice>>(new Map());
  inspection = new Latest<Inspection>();
  /** What names of files and the table say of them, before anything is built. */
  names = new Latest<MetadataLook>();
  report = $state.raw<ImportResult | null>(null);
  failure = $state.raw<Failure | null>(null);
  building = $state(false);

  readonly used: number = $derived(
    (this.inspection.value?.files ?? []).filter((one) => this.choices.get(one.file)?.leaveOut !== true)
      .length,
  );

  /** Of the files that the program cuts. */
  readonly languages: readonly string[] = $derived(
    (this.inspection.value?.files ?? [])
      .filter(({ method }) => method !== 'given')
      .map(({ language }) => language),
  );

  constructor(app: App) {
    this.#app = app;
  }

  async add(grants: readonly Grant[]): Promise<void> {
    if (grants.length === 0) return;
    this.report = null;
    this.failure = null;
    this.grants = [...this.grants, ...grants];
    await this.inspect();
  }

  /** How the files look with the choices made so far. */
  async inspect(): Promise<void> {
    const params = {
      files: this.grants.map(({ grant }) => ({ grant })),
      language: 'auto',
      encoding: 'auto',
      tokens: $state.snapshot(this.tokens),
      choices: [...this.choices.values()],
    };
    await this.inspection.ask((signal) => this.#app.firth.call('corpus.inspect', params, { signal }));
  }

  get #metadata() {
    return {
      ...(this.pattern.trim() === '' ? {} : { metadataPattern: this.pattern.trim() }),
      ...(this.metadata === null ? {} : { metadataFile: { grant: this.metadata.grant } }),
    };
  }

  async lookAtNames(): Promise<void> {
    if (this.grants.length === 0) return;
    const params = { files: this.grants.map(({ grant }) => ({ grant })), ...this.#metadata };
    await this.names.ask((signal) => this.#app.firth.call('corpus.lookAtNames', params, { signal }));
  }

  /** A new encoding or language changes how the file reads, so it is looked at again. */
  choose(file: string, change: Omit<FileChoice, 'file'>): void {
    this.choices = new Map(this.choices).set(file, { ...this.choices.get(file), file, ...change });
    if (change.leaveOut === undefined) void this.inspect();
  }

  /** The same is taken of several files. */
  take(files: readonly string[], taking: Taking): void {
    const choices = new Map(this.choices);
    for (const file of files) {
      const { encoding, language, leaveOut } = choices.get(file) ?? {};
      const decided = Object.entries({ encoding, language, leaveOut, ...taking });
      choices.set(file, { file, ...Object.fromEntries(decided.filter(([, value]) => value !== undefined)) });
    }
    this.choices = choices;
    void this.inspect();
  }

  drop(): void {
    this.grants = [];
    this.choices = new Map();
    this.inspection.clear();
    this.names.clear();
    this.metadata = null;
  }

  async build(): Promise<void> {
    const app = this.#app;
    const params = {
      files: this.grants.map(({ grant }) => ({ grant })),
      language: 'auto',
      encoding: 'auto',
      tokens: $state.snapshot(this.tokens),
      choices: [...this.choices.values()],
      ...this.#metadata,
    };
    this.building = true;
    this.failure = null;
    try {
      const report = await app.jobs.run(
        () => app.ui.t.frame.building,
        (job, progress) =>
          app.firth.call('corpus.import', params, {
            signal: job.signal,
            onProgress: ({ done, total }) => progress(done, total),
          }),
      );
      if (report === null) return;
      // First, or the page would say for a moment that there are no texts.
      await app.project.corpusChanged().finally(() => {
        this.report = report;
        this.drop();
      });
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.building = false;
    }
  }
}

/** Files whose text may not be what its author wrote. */
export function doubtful(report: ImportResult): readonly FileReport[] {
  return report.files.filter(
    (one) =>
      one.suspicious ||
      one.replacedCount > 0 ||
      one.halves !== undefined ||
      one.outside === true ||
      isEncodingUnsure(one),
  );
}
