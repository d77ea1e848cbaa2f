import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubCorpus } from '../../../core/contract/corpus.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallText } from '../../fixtures/small-language.ts';

/** Texts of two times in turns, so that those of one never stand together: `04_1834_letter_140.txt`. */
export const letters = Array.from({ length: 12 }, (_, n) => {
  const early = n % 2 === 0;
  const name = `${String(n).padStart(2, '0')}_${early ? 1830 + n : 1860 + n}_${n % 4 === 0 ? 'letter' : 'novel'}_${100 + n * 10}.txt`;
  // “quill” is frequent later and rare before; “telegraph” came later; “inkwell” never reaches a minimum count of two.
  const own = early
    ? n < 6
      ? 'A quill lay there.\n'
      : ''
    : `The telegraph and a quill. The telegraph.\n${n === 1 ? 'An inkwell.\n' : ''}`;
  const sentences = smallText(60, n)
    .replace(/^\w/gmu, (letter) => letter.toUpperCase())
    .replaceAll(' .\n', '.\n');
  return { name, early, text: `${sentences}${own}` };
});

/** What the earlier half have in common; year is a date, pages a number, genre a text. */
export const early: SubCorpus = { name: 'Early', conditions: [{ field: 'year', to: '1850' }] };
export const late: SubCorpus = { name: 'Late', conditions: [{ field: 'year', from: '1851' }] };

/** A saved project of some of the letters, in their order. */
export async function letterProject(
  engine: Engine,
  { project, folder }: { readonly project: string; readonly folder: string },
  wanted: (letter: (typeof letters)[number]) => boolean = () => true,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const letter of letters) if (wanted(letter)) writeFileSync(join(folder, letter.name), letter.text);
  await engine.call('project.open', { file: { path: project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: '{n}_{year}_{genre}_{pages}',
  });
  await engine.call('corpus.setSubCorpora', { subCorpora: [early] });
  await engine.call('project.save', {});
}
