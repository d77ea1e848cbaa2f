import type { Dictionary } from './en.ts';
import { zhFrame } from './zh-frame.ts';
import { zhModels } from './zh-models.ts';
import { zhSequence } from './zh-sequence.ts';
import { zhTexts } from './zh-texts.ts';
import { zhWorkbench } from './zh-workbench.ts';

export const zh: Dictionary = { ...zhFrame, ...zhTexts, ...zhModels, ...zhWorkbench, ...zhSequence };
