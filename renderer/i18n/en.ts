import { enFrame } from './en-frame.ts';
import { enModels } from './en-models.ts';
import { enSequence } from './en-sequence.ts';
import { enTexts } from './en-texts.ts';
import { enWorkbench } from './en-workbench.ts';

export const en = { ...enFrame, ...enTexts, ...enModels, ...enWorkbench, ...enSequence };

/** Every word that the window says; another language has the same shape or does not compile. */
export type Dictionary = typeof en;
