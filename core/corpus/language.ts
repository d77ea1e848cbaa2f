import type { TokenSettings } from '../contract/cutting.ts';
import {
  arabicProfiles,
  cyrillicProfiles,
  devanagariProfiles,
  hebrewProfiles,
  latinProfiles,
} from './language-profiles.ts';
import { bestProfile, prepareProfiles } from './profile-scores.ts';
import { countScripts } from './scripts.ts';
import { standsSpaced } from './spaces.ts';

/** More text would not make the answer better. */
const enough = 20_000;

const profilesOfScript = new Map([
  ['Latin', prepareProfiles(latinProfiles)],
  ['Cyrillic', prepareProfiles(cyrillicProfiles)],
  ['Arabic', prepareProfiles(arabicProfiles)],
  ['Devanagari', prepareProfiles(devanagariProfiles)],
  ['Hebrew', prepareProfiles(hebrewProfiles)],
]);

export interface DetectedLanguage {
  /** BCP 47; `und` when unsure. */
  readonly language: string;
  /** 0 to 1. */
  readonly confidence: number;
}

const unsure = 0.15;

/** Language of a text by its script, and where languages share a script by their frequent words and rare letters. */
export function detectLanguage(sample: string): DetectedLanguage {
  const text = sample.slice(0, enough);
  const scripts = new Map(countScripts(text));
  const letters = [...scripts.values()].reduce((sum, count) => sum + count, 0);
  const [script, most] = [...scripts][0] ?? ['', 0];
  if (most === 0) return { language: 'und', confidence: 0 };
  const share = most / letters;
  const kana = scripts.get('Kana') ?? 0;
  const han = scripts.get('Han') ?? 0;
  if (script === 'Kana' || script === 'Han') {
    const certain = ((kana + han) / letters) * grown(kana + han, 4);
    // Foreign names in kana stand in Chinese texts too.
    if (kana > 0.1 * (kana + han)) return decided('ja', certain);
    return decided(isClassical(text, han) ? 'lzh' : 'zh', certain);
  }
  if (script === 'Greek') return decided(isAncient(text, most) ? 'grc' : 'el', share * grown(most, 10));
  const profiles = profilesOfScript.get(script);
  if (profiles === undefined) return decided(script, share * grown(most, 4));
  const { language, confidence } = bestProfile(text, profiles);
  return decided(language, share * confidence);
}

const decided = (language: string, confidence: number): DetectedLanguage =>
  confidence < unsure ? { language: 'und', confidence } : { language, confidence };

/** 0 for nothing, ½ for `half` letters, towards 1 for many. */
const grown = (letters: number, half: number) => letters / (letters + half);

const countOf = (text: string, characters: RegExp) => text.match(characters)?.length ?? 0;

/** Literary Chinese: its particles are frequent, those of the spoken language are rare. */
function isClassical(text: string, han: number): boolean {
  const classical = countOf(text, /[之其而也者乎矣焉於曰以吾爾]/gu);
  const spoken = countOf(text, /[的了们們这這吗嗎呢吧很她在和個个]/gu);
  return han >= 50 && classical > 0.04 * han && classical > 4 * spoken;
}

const modernGreek = new Set('να δεν θα που στο στη στην στον στα διοτι ητο ηταν τωρα σας ας για'.split(' '));
const ancientGreek = new Set('δε γαρ μεν τε ουν αν ουκ ουδε τοις ταις ουτε ειπε εστιν εστι τοι'.split(' '));

/**
 * Ancient Greek has breathings and accents of its own, and so had modern Greek until 1982: the particles decide between
 * the two.
 */
function isAncient(text: string, letters: number): boolean {
  const parted = text.normalize('NFD');
  const polytonic = countOf(parted, /[\u0300\u0313\u0314\u0342\u0345]/gu) > 0.03 * letters;
  const words =
    parted
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => words.reduce((sum, word) => sum + (list.has(word) ? 1 : 0), 0);
  return polytonic && count(ancientGreek) >= count(modernGreek);
}

const leastKana = 0.1;

/** Whether all ideographs of a text are to be taken for Japanese: by its language, or where that is not known by the share of kana. */
export function isJapanese(language: string, sample: string): boolean {
  const base = baseOf(language);
  if (base === 'ja') return true;
  if (base !== 'und') return false;
  const counts = countScripts(sample);
  const scripts = new Map(counts);
  const kana = scripts.get('Kana') ?? 0;
  const han = scripts.get('Han') ?? 0;
  return (counts[0]?.[0] === 'Kana' || counts[0]?.[0] === 'Han') && kana > leastKana * (kana + han);
}

const baseOf = (language: string) => language.split('-')[0]!.toLowerCase();

const withoutSpaces = new Set(['zh', 'lzh', 'yue', 'wuu', 'nan', 'hak', 'gan', 'ja', 'th', 'lo', 'km', 'my']);
const spacelessScripts = new Set(['Han', 'Kana', 'th', 'lo', 'km', 'my']);

/**
 * What `auto` means for a text: words between spaces, or for scripts without spaces those of a dictionary (literary Chinese: single
 * characters), unless the text was cut by spaces already. What the other script of a text needs, it gets all the same. Any other wish stands
 * as it is.
 */
export function chooseMethod(
  language: string,
  sample: string,
  settings: TokenSettings,
): 'spaced' | 'characters' | 'segmenter' {
  if (settings.method !== 'auto') return settings.method;
  const base = baseOf(language);
  const text = sample.slice(0, enough);
  const script = countScripts(text)[0]?.[0];
  // What stands in the text decides, the language only where there is no text to look at.
  const spaceless = script === undefined ? withoutSpaces.has(base) : spacelessScripts.has(script);
  if (!spaceless || standsSpaced(text)) return 'spaced';
  return base === 'lzh' ? 'characters' : 'segmenter';
}
