import type { Fault } from './faults.ts';

/**
 * Everything that core needs to know about the machine. Each entry (main process, command line, tests) builds one
 * and passes it in: core computes no path, reads no clock and asks no operating system for its size.
 */
export interface Environment extends Places {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Codes, counts, times and places in Firth’s own code only: never text, words, queries or paths. @returns whether it was kept */
  readonly log: (entry: LogEntry) => boolean;
}

/** The part of the environment that can be posted to a worker. */
export interface Places {
  /** Entry files of the worker threads, as file: URLs: `.ts` sources in development and tests, bundles otherwise. */
  readonly workers: {
    readonly importing: string;
    readonly training: string;
    readonly counting: string;
    readonly sequence: string;
    readonly map: string;
    readonly change: string;
    readonly engine: string;
  };
  /** Folder of the built kernels: `words.strict.wasm`, `words.relaxed.wasm`, `nearest.strict.wasm`, `sequence.strict.wasm`, …, and of what cuts words: `jieba.wasm` and dictionaries, `jieba.dict.gz`, `japanese.dict.gz`, `word-lists.dict.gz`, and stems, `stemmers.wasm`; of what orders words, `collation.dict.gz`; and of what reads PDF, `pdfium.wasm`. */
  readonly kernels: string;
  /** Folder of the bundled sample texts. */
  readonly samples: string;
  /** Firth's own data folder, private to the user: `work/`, `backups/`. */
  readonly dataFolder: string;
  readonly cpuCount: number;
}

export interface LogEntry {
  readonly event: string;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly code?: string;
  /** Of a fault: the number that the person is shown, what was asked, and where in the code it happened. */
  readonly trace?: string;
  readonly method?: string;
  readonly fault?: Fault;
}
