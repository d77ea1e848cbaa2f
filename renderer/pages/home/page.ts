import Icon from '@lucide/svelte/icons/house';
import type { PageDefinition } from '../page.ts';
import View from './Home.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'home',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'first-project',
  key: '1',
  needs: [],
};
