import Icon from '@lucide/svelte/icons/circle-question-mark';
import type { PageDefinition } from '../page.ts';
import View from './Guide.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'guide',
  icon: Icon,
  view: View,
  words: wording,
  chapter: null,
  key: 'F1',
  needs: [],
  foot: true,
};
