import { messageFor, type Language } from '../../core/contract/messages/message.ts';
import type { Failure } from '../../core/contract/errors.ts';
import { en, type Dictionary } from '../i18n/en.ts';
import * as numbers from '../i18n/numbers.ts';
import { zh } from '../i18n/zh.ts';
import type { Firth, InterfaceLanguage, Theme, WindowSettings } from '../../core/contract/window.ts';

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };

/** How the window speaks and looks; both change at once, without a restart. */
export class Interface {
  #firth: Firth;
  #systemLanguage: Language;
  #systemDark = $state(false);
  language = $state<InterfaceLanguage>('system');
  theme = $state<Theme>('system');

  readonly speaks: Language = $derived(this.language === 'system' ? this.#spoken() : this.language);
  readonly dark: boolean = $derived(this.theme === 'system' ? this.#systemDark : this.theme === 'dark');
  readonly t: Dictionary = $derived(dictionaries[this.speaks]);

  constructor(firth: Firth, settings: WindowSettings, systemLanguage: string, darkQuery: MediaQueryList) {
    this.#firth = firth;
    this.#systemLanguage = systemLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    this.language = settings.language;
    this.theme = settings.theme;
    this.#systemDark = darkQuery.matches;
    darkQuery.addEventListener('change', (event) => (this.#systemDark = event.matches));
  }

  #spoken(): Language {
    return this.#systemLanguage;
  }

  async change(changed: Partial<WindowSettings>): Promise<void> {
    if (changed.language !== undefined) this.language = changed.language;
    if (changed.theme !== undefined) this.theme = changed.theme;
    await this.#firth.changeSettings(changed);
  }

  /** What a page, or another room of the window, has to say: its words stand beside it. */
  say<Words>(words: Readonly<Record<Language, Words>>): Words {
    return words[this.speaks];
  }

  message(failure: Failure): string {
    return messageFor(failure, this.speaks);
  }

  whole = (n: number): string => numbers.whole(n, this.speaks);
  score = (n: number): string => numbers.score(n, this.speaks);
  fixed = (n: number, places: number): string => numbers.fixed(n, places, this.speaks);
  short = (n: number): string => numbers.short(n, this.speaks);
  three = (n: number): string => numbers.three(n, this.speaks);
  percent = (share: number): string => numbers.percent(share, this.speaks);
  bytes = (n: number): string => numbers.bytes(n, this.speaks);
  timeOfDay = (at: number): string => numbers.timeOfDay(at, this.speaks);
  dayAndTime = (at: number): string => numbers.dayAndTime(at, this.speaks);
  day = (at: number): string => numbers.day(at, this.speaks);

  /** A stretch of time in words: “4 minutes”. */
  span = (seconds: number): string => {
    const { unit, n } = numbers.span(seconds);
    return this.t.parts[unit](n, this.whole(n));
  };
}
