import { AppError, toFailure } from '../contract/errors.ts';
import type { ImportRequest, InspectedFile, SkippedFile } from '../contract/corpus.ts';
import type { Hooks } from '../contract/progress.ts';
import { chosenFiles } from './import-texts.ts';
import { openText } from './read-document.ts';

type Request = Pick<ImportRequest, 'paths' | 'language' | 'encoding' | 'tokens' | 'choices'>;

/**
 * What the files look like before anything is imported: encoding, language, first line as decoded. Only the beginning of each
 * is read. Files that were left out by choice are not listed.
 * @throws AppError E_CANCELLED
 */
export async function inspectTexts(
  request: Request,
  { signal, onProgress }: Hooks = {},
): Promise<{ readonly files: readonly InspectedFile[]; readonly skipped: readonly SkippedFile[] }> {
  const { files, skipped, choices } = chosenFiles(request);
  const inspected: InspectedFile[] = [];
  const leftOut: SkippedFile[] = [...skipped];
  for (const [done, file] of files.entries()) {
    if (signal?.aborted === true) throw new AppError('E_CANCELLED');
    onProgress?.({ phase: 'inspecting', done, total: files.length });
    const choice = choices.get(file.file);
    try {
      const { encoding, encodingConfidence, language, method, firstLine } = openText(file, {
        encoding: choice?.encoding ?? request.encoding,
        language: choice?.language ?? request.language,
        tokens: request.tokens,
      });
      inspected.push({
        file: file.file,
        bytes: file.bytes,
        encoding,
        encodingConfidence,
        language,
        method,
        firstLine,
      });
    } catch (error) {
      const { code, details } = toFailure(error);
      leftOut.push({ file: file.file, code, details: { file: file.file, ...details } });
    }
    // Other calls are answered between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  onProgress?.({ phase: 'inspecting', done: files.length, total: files.length });
  return { files: inspected, skipped: leftOut };
}
