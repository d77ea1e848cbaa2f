import type { Dictionary } from './en.ts';
import { zhFrame } from './zh-frame.ts';
import { zhModels } from './zh-models.ts';
import { zhSequence } from './zh-sequence.ts';
import { zhTexts } from './zh-texts.ts';

export const zh: Dictionary = { ...zhFrame, ...zhTexts, ...zhModels, ...zhSequence };
