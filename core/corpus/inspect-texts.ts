import type { ImportRequest, InspectedFile, SkippedFile } from '../contract/import.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import { chosenFiles, skippedFile, wishes, withTwin } from './import-texts.ts';
import { readInThreads } from './reading-threads.ts';
import { sameFiles } from './same-files.ts';

type Request = Pick<ImportRequest, 'paths' | 'language' | 'encoding' | 'tokens' | 'choices' | 'taking'>;

/**
 * What the files look like before anything is imported: encoding, language, first line as decoded, and what can be chosen from them.
 * Of plain texts only the beginning is read. Files that were left out by choice are not listed.
 * @throws AppError E_CANCELLED
 */
export async function inspectTexts(
  request: Request,
  environment: Pick<Environment, 'workers' | 'now' | 'kernels' | 'log'>,
  hooks: Hooks = {},
): Promise<{ readonly files: readonly InspectedFile[]; readonly skipped: readonly SkippedFile[] }> {
  const { files, skipped, choices } = chosenFiles(request);
  const inspected: InspectedFile[] = [];
  const leftOut: SkippedFile[] = [...skipped];
  await readInThreads(
    {
      environment,
      files,
      data: () => ({ request: { ...wishes(request), choices }, forms: [], spool: null }),
      take(message) {
        if (message.kind === 'inspected') inspected.push(message.file);
        if (message.kind === 'skipped') leftOut.push(skippedFile(files[message.index]!, message.failure));
      },
      progress: (done) => hooks.onProgress?.({ phase: 'inspecting', done, total: files.length }),
    },
    hooks,
  );
  const same = sameFiles(files);
  return { files: inspected.map((one) => withTwin(one, same)), skipped: leftOut };
}
