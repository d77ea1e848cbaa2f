import { zh as shared } from '../../../core/contract/messages/words.zh.ts';
import { ofChinese as of } from '../../i18n/counted.ts';
import type { Words } from './Words.en.ts';

/** 指南的框架；各章见 docs/guide。 */
export const zh: Words = {
  title: shared.commands.guide,
  aside: '每个页面做什么，每项设置是什么意思，哪些结论不能下',
  contents: '章节',
  search: '在指南中查找',
  found: of('节'),
};
