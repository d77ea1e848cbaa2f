import { en as frameEn } from '../../renderer/i18n/en.ts';
import { zh as frameZh } from '../../renderer/i18n/zh.ts';
import { pageNames, type PageName } from '../../renderer/pages/names.ts';
import { wording as change } from '../../renderer/pages/change/wording.ts';
import { wording as compare } from '../../renderer/pages/compare/wording.ts';
import { wording as corpus } from '../../renderer/pages/corpus/wording.ts';
import { wording as explore } from '../../renderer/pages/explore/wording.ts';
import { wording as exporting } from '../../renderer/pages/export/wording.ts';
import { wording as guide } from '../../renderer/pages/guide/wording.ts';
import { wording as home } from '../../renderer/pages/home/wording.ts';
import { wording as keywords } from '../../renderer/pages/keywords/wording.ts';
import { wording as lines } from '../../renderer/pages/lines/wording.ts';
import { wording as map } from '../../renderer/pages/map/wording.ts';
import { wording as ngrams } from '../../renderer/pages/ngrams/wording.ts';
import { wording as sequence } from '../../renderer/pages/sequence/wording.ts';
import { wording as settings } from '../../renderer/pages/settings/wording.ts';
import { wording as train } from '../../renderer/pages/train/wording.ts';
import { wording as words } from '../../renderer/pages/words/wording.ts';
import { wording as wordPage } from '../../renderer/parts/word-page/wording.ts';
import { wording as evaluation } from '../../renderer/evaluation/wording.ts';
import { wording as learning } from '../../renderer/learning/wording.ts';
import { wording as training } from '../../renderer/training/wording.ts';

/** What the window says, by the room that says it, for tests that look for it on the screen. */
const rooms = {
  change,
  compare,
  corpus,
  evaluation,
  explore,
  export: exporting,
  guide,
  home,
  keywords,
  learning,
  lines,
  map,
  ngrams,
  sequence,
  settings,
  train,
  training,
  'word-page': wordPage,
  words,
};
type Rooms = { readonly [Room in keyof typeof rooms]: (typeof rooms)[Room]['en'] };
export type Wording = typeof frameEn & Rooms;

const inLanguage = (language: 'en' | 'zh') =>
  Object.fromEntries(Object.entries(rooms).map(([room, both]) => [room, both[language]])) as Rooms;

export const en: Wording = { ...frameEn, ...inLanguage('en') };
export const zh: Wording = { ...frameZh, ...inLanguage('zh') };

/** What the pages are called, by their names, in the order of the rail. */
export const titles = (t: Wording): readonly (readonly [PageName, string])[] =>
  pageNames.map((name) => [name, t[name].title]);
