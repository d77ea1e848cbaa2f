import { en as shared } from '../../../core/contract/messages/words.en.ts';
import { ofEnglish as of } from '../../i18n/counted.ts';

/** The guide’s own frame; its chapters are in docs/guide. */
export const en = {
  title: shared.commands.guide,
  aside: 'What each page does, what each setting means, and what not to conclude',
  contents: 'Chapters',
  search: 'Search the guide',
  found: of('section', 'sections'),
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
