import Icon from '@lucide/svelte/icons/scale';
import type { PageDefinition } from '../page.ts';
import View from './Keywords.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'keywords',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'keywords-and-n-grams',
  key: null,
  needs: ['texts'],
};
