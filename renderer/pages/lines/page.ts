import Icon from '@lucide/svelte/icons/book-open-text';
import type { PageDefinition } from '../page.ts';
import View from './Lines.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'lines',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'words-and-lines',
  key: '4',
  needs: ['texts'],
};
