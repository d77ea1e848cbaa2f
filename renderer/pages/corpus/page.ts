import Icon from '@lucide/svelte/icons/files';
import type { PageDefinition } from '../page.ts';
import View from './Corpus.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'corpus',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'texts',
  key: '2',
  needs: ['project'],
};
