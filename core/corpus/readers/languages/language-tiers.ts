import type { Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { tierContents } from '../speech/tier-contents.ts';
import { languageOf } from '../told-language.ts';
import type { Label } from '../speech/tier.ts';

/**
 * Text in several languages, as it is found: each language is a text, called by its code as it is first written (`en-US`); it may be chosen by
 * that, in whatever case, or by the language alone (`en`).
 */
export function languageTiers() {
  const tiers = new Map<string, { readonly code: string; readonly labels: Label[] }>();
  return {
    add(code: string, label: Label): void {
      if (label.text === '') return;
      const key = code.toLowerCase();
      const own = tiers.get(key) ?? { code, labels: [] };
      own.labels.push(label);
      tiers.set(key, own);
    },
    contents: (taking: Taking, fields: Metadata = {}): Contents => {
      const wanted = taking.take?.map((one) => (tiers.has(one.toLowerCase()) ? one.toLowerCase() : one));
      return tierContents(
        [...tiers].map(([key, { code, labels }]) => ({
          name: code === '' ? 'und' : code,
          aliases: [key, ...(isChosenWhole(key, wanted) ? [] : [key.split(/[-_]/)[0]!])],
          labels,
          fields: { language: code },
          ...languageOf(code),
        })),
        { ...taking, ...(wanted === undefined ? {} : { take: wanted }) },
        { fields, areSpeakers: false },
      );
    },
  };
  /** Where somebody chose `en` and there is one, `en-US` is another. */
  function isChosenWhole(key: string, wanted: readonly string[] | undefined): boolean {
    const [language] = key.split(/[-_]/);
    return language !== undefined && tiers.has(language) && wanted !== undefined;
  }
}
