import type { Language } from '../../core/contract/messages/message.ts';

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  zh: new Intl.PluralRules('zh'),
};

/** A number as it is shown and its noun in the form that the number asks for: “1 text”, “12 texts”. */
export function counted(
  language: Language,
  n: number,
  shown: string,
  forms: { readonly one: string; readonly other: string },
): string {
  return `${shown} ${rules[language].select(n) === 'one' ? forms.one : forms.other}`;
}

/** The same where only the number as it is shown is at hand. */
export const some = (shown: string, one: string, other: string): string =>
  `${shown} ${shown === '1' ? one : other}`;

/** “1 text”, “12 texts” */
export const ofEnglish = (one: string, other: string) => (n: number, shown: string) =>
  counted('en', n, shown, { one, other });

/** A measure word is the same for one and for many. */
export const ofChinese = (noun: string) => (_: number, shown: string) => `${shown} ${noun}`;
