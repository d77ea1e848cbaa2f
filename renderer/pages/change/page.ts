import Icon from '@lucide/svelte/icons/git-compare-arrows';
import type { PageDefinition } from '../page.ts';
import View from './Change.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'change',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'change',
  key: null,
  needs: ['texts', 'model'],
};
