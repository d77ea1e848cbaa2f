import { en } from './Words.en.ts';
import { zh } from './Words.zh.ts';

export const wording = { en, zh };
