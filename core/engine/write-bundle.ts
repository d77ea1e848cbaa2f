import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { methodsInEnglish } from '../contract/messages/methods.en.ts';
import { methodsInChinese } from '../contract/messages/methods.zh.ts';
import type { BundleResult } from '../contract/methods.ts';
import { version } from '../contract/version.ts';
import { bibTeX, cslJson } from '../exchange/citation.ts';
import { requireSame } from '../exchange/beside.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { wordDocument } from '../exchange/word-document.ts';
import { methodsFacts } from '../opened/methods-facts.ts';
import type { Opened } from '../opened/opened.ts';
import { replicationOf } from '../opened/replication.ts';
import { systemCause } from '../system-errors.ts';

/**
 * Writes the methods paragraph in every form, and what makes the model again, into a folder. A bundle that stands
 * there is replaced; other files stay.
 * @throws AppError what {@link replicationOf} throws, E_FILE_THERE where a file stands there that is of no bundle, E_READ_ONLY, E_NO_SPACE, E_IO
 */
export async function writeBundle(
  opened: Opened,
  { model: name, folder }: { readonly model: string | undefined; readonly folder: string },
): Promise<BundleResult> {
  const { model, doubts, files } = replicationOf(opened, name);
  const facts = methodsFacts(opened, model);
  const [english, chinese] = [methodsInEnglish(facts), methodsInChinese(facts)];
  const contents = new Map<string, string | Uint8Array>([
    ...files,
    ['methods.en.txt', `${english}\n`],
    ['methods.zh.txt', `${chinese}\n`],
    [
      'methods.docx',
      wordDocument([
        { text: 'Methods', bold: true, language: 'en-GB' },
        { text: english, language: 'en-GB' },
        { text: '方法', bold: true, language: 'zh-CN' },
        { text: chinese, language: 'zh-CN' },
      ]),
    ],
    ['firth.bib', bibTeX(version)],
    ['firth.csl.json', cslJson(version)],
  ]);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = systemCause(error);
    if (code === undefined) throw error;
    throw new AppError(
      code === 'E_FILE_MISSING' ? 'E_IO' : code,
      { file: 'methods.en.txt' },
      { cause: error },
    );
  }
  if (!holdsBundle(folder))
    requireSame([...contents].map(([file, content]) => [join(folder, file), content]));
  await writeWhole(
    [...contents.keys()].map((file) => join(folder, file)),
    (targets) => {
      [...contents.values()].forEach((content, at) => targets[at]!.write(content));
      return Promise.resolve();
    },
  );
  return { model, files: [...contents.keys()], doubts };
}

/** Firth wrote the files of these names: the digests say so. */
function holdsBundle(folder: string): boolean {
  try {
    const found = JSON.parse(readFileSync(join(folder, 'digests.json'), 'utf8')) as {
      firth?: unknown;
    } | null;
    return typeof found?.firth === 'string';
  } catch {
    return false;
  }
}
