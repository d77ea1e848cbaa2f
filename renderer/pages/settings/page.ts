import Icon from '@lucide/svelte/icons/settings-2';
import type { PageDefinition } from '../page.ts';
import View from './Settings.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'settings',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'saving',
  key: ',',
  needs: [],
  foot: true,
};
