import Icon from '@lucide/svelte/icons/list-ordered';
import type { PageDefinition } from '../page.ts';
import View from './Words.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'words',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'words-and-lines',
  key: '3',
  needs: ['texts'],
};
