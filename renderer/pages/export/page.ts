import Icon from '@lucide/svelte/icons/download';
import type { PageDefinition } from '../page.ts';
import View from './Export.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'export',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'export',
  key: '9',
  needs: ['texts', 'model', 'network'],
};
