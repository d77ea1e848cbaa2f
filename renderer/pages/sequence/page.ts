import Icon from '@lucide/svelte/icons/repeat';
import type { PageDefinition } from '../page.ts';
import View from './Sequence.svelte';
import { wording } from './wording.ts';

export const page: PageDefinition = {
  name: 'sequence',
  icon: Icon,
  view: View,
  words: wording,
  chapter: 'sequence',
  key: '8',
  needs: ['texts', 'network'],
};
