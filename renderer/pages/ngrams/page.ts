import Icon from '@lucide/svelte/icons/whole-word';
import type { PageDefinition } from '../page.ts';
import View from './Ngrams.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'ngrams',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'keywords-and-n-grams',
  key: null,
  needs: ['texts'],
};
