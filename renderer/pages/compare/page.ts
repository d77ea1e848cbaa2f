import Icon from '@lucide/svelte/icons/grid-3x3';
import type { PageDefinition } from '../page.ts';
import View from './Compare.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'compare',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'heatmaps',
  key: '7',
  needs: ['model'],
  count: ({ pins }) => pins.words.length,
};
