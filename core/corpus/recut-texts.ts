import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary, TokenSettings } from '../contract/cutting.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import { goOn, whileGoing } from '../stop-signal.ts';
import { readInThreads } from './reading-threads.ts';
import { gathered, endsOf } from './import-texts.ts';
import { newSpoolFolder, readSpool, type ImportSpool } from './spool.ts';
import type { TextFile } from './text-file.ts';

/** A text that was imported before. */
export interface StoredText {
  readonly name: string;
  readonly language: string;
  readonly text: () => Iterable<string>;
}

export interface RecutTexts {
  readonly environment: Pick<Environment, 'workers' | 'now' | 'kernels' | 'log'>;
  readonly texts: Iterable<StoredText>;
  readonly tokens: TokenSettings;
  readonly dictionary: Dictionary;
  /** For passing files: the texts, and for each token its type, place and length. */
  readonly spoolFolder: string;
}

/**
 * Cuts texts anew, as an import would. Their tokens are in the spool in the same order; the texts are not.
 * @throws AppError E_CANCELLED, E_IMPORT_STOPPED
 */
export async function recutTexts(
  { environment, texts, tokens, dictionary, spoolFolder }: RecutTexts,
  hooks: Hooks = {},
): Promise<ImportSpool> {
  const folder = newSpoolFolder(spoolFolder);
  const { documents, forms, reports, failures, take } = gathered();
  const empty = () => readSpool(folder, [], [], { files: [], skipped: [] });
  try {
    const asked = () => goOn(hooks.signal);
    const { files, choices } = writeStretches(join(folder, 'stored'), whileGoing(texts, asked));
    await readInThreads(
      {
        environment,
        files,
        data: () => ({
          request: { language: 'auto', encoding: 'auto', tokens, dictionary, choices },
          forms,
          spool: { folder, ...endsOf(documents) },
        }),
        take,
        progress: (done) => hooks.onProgress?.({ phase: 'reading', done, total: files.length }),
      },
      hooks,
    );
  } catch (error) {
    empty().remove();
    throw error;
  }
  const [failure] = failures.values();
  if (failure !== undefined) {
    empty().remove();
    throw new AppError(failure.code, failure.details);
  }
  return readSpool(folder, forms, documents, { files: reports, skipped: [] });
}

/** All texts one behind the other, as UTF-16. */
function writeStretches(path: string, texts: Iterable<StoredText>) {
  const target = openSync(path, 'w');
  const files: TextFile[] = [];
  const choices = new Map<string, { readonly file: string; readonly language: string }>();
  let end = 0;
  try {
    for (const { name, language, text } of texts) {
      const at = end;
      for (const piece of text()) {
        const bytes = Buffer.from(piece, 'utf16le');
        for (let done = 0; done < bytes.length;) done += writeSync(target, bytes, done);
        end += bytes.length;
      }
      // Names may be the same twice: their numbers are not.
      const file = `${files.length}`;
      files.push({ file, path, bytes: end - at, stretch: { at, name } });
      choices.set(file, { file, language });
    }
  } finally {
    closeSync(target);
  }
  return { files, choices };
}
