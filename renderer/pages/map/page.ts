import Icon from '@lucide/svelte/icons/map';
import type { PageDefinition } from '../page.ts';
import View from './WordMap.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'map',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'heatmaps',
  key: null,
  needs: ['model'],
};
