import Icon from '@lucide/svelte/icons/spline';
import type { PageDefinition } from '../page.ts';
import View from './Train.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'train',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'training',
  key: '5',
  needs: ['texts', 'model'],
};
