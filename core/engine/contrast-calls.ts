import { compareModels } from './compare-models.ts';
import type { Handlers } from './handlers.ts';
import { placeOnAxis } from './place-on-axis.ts';
import { testAssociation } from './test-association.ts';

export const contrastCalls: Handlers<'contrast'> = {
  'contrast.models': compareModels,
  'contrast.axis': placeOnAxis,
  'contrast.association': testAssociation,
};
