import type { Language } from './message.ts';
import { en, type SharedWords } from './words.en.ts';
import { zh } from './words.zh.ts';

/** The one catalogue of what window, native menu and command line say alike. */
export const sharedWords: Readonly<Record<Language, SharedWords>> = { en, zh };
