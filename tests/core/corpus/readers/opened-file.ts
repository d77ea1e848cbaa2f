import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { openText, type ReadingChoice } from '../../../../core/corpus/read-document.ts';

const { kernels } = commandLineEnvironment();

/** A file of these bytes, read as an import reads it: its texts whole, and what can be chosen from it. */
export async function openedFile(
  name: string,
  bytes: Uint8Array | string,
  chosen: Partial<ReadingChoice> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'firth-opened-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
    const opened = await openText(
      { file: name, path, bytes: size },
      { encoding: 'auto', language: 'auto', tokens: defaultTokenSettings, ...chosen },
      kernels,
    );
    const documents = [...opened.documents()].map((one) => ({ ...one, whole: [...one.text()].join('') }));
    return { ...opened, outline: opened.outline?.(), documents };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Name within the file and text of each. */
export async function textsOf(...file: Parameters<typeof openedFile>) {
  const { documents } = await openedFile(...file);
  return documents.map(({ part, whole }) => [part, whole]);
}
