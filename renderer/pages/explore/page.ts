import Icon from '@lucide/svelte/icons/compass';
import type { PageDefinition } from '../page.ts';
import View from './Explore.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'explore',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'neighbours',
  key: '6',
  needs: ['model'],
};
