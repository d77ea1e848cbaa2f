import { AppError } from '../contract/errors.ts';
import { isNamed, toldLanguage } from './readers/told-language.ts';

/** A language that somebody typed, as BCP 47 has it: `en_US` is en. @throws AppError E_SETTING_INVALID for what is no language */
export function chosenLanguage(typed: string): string {
  if (typed === 'auto' || typed === 'und') return typed;
  const language = toldLanguage(typed);
  // Words of five to eight letters have the form of a language and are none.
  if (language === undefined || (language.split('-')[0]!.length > 3 && !isNamed(language)))
    throw new AppError('E_SETTING_INVALID', {
      setting: 'language',
      value: typed,
      allowed: 'auto, en, de, zh-Hant, grc …',
    });
  return language;
}

interface Wished {
  readonly language: string;
  readonly choices?: readonly { readonly language?: string }[];
}

/** The same for all files of an import, and for single ones. @throws AppError E_SETTING_INVALID */
export function withLanguages<W extends Wished>(wished: W): W {
  const { choices } = wished;
  return {
    ...wished,
    language: chosenLanguage(wished.language),
    ...(choices === undefined
      ? {}
      : {
          choices: choices.map((choice) =>
            choice.language === undefined ? choice : { ...choice, language: chosenLanguage(choice.language) },
          ),
        }),
  };
}
