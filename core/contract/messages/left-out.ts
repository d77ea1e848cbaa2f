import type { LeavesOut, LeftOut } from '../import.ts';
import type { Language } from './message.ts';

const names: Readonly<Record<Language, Readonly<Record<LeavesOut, string>>>> = {
  en: {
    hidden: 'hidden text',
    deleted: 'deleted text',
    comments: 'comments',
    remarks: 'remarks of an editor',
    readings: 'readings of characters',
    variants: 'other readings and variants',
    noteMarks: 'marks of notes',
    contents: 'lists of contents and indexes',
    pageHeads: 'heads, feet and numbers of pages',
    listNumbers: 'numbers of lists',
    placeholders: 'placeholders',
    objects: 'formulas and embedded objects',
    repeated: 'lines that are shown again',
    licence: 'head and licence of Project Gutenberg',
    titles: 'running titles',
    tiers: 'tiers of notes and annotations',
  },
  zh: {
    hidden: '隐藏文字',
    deleted: '已删除的文字',
    comments: '批注',
    remarks: '编者按语',
    readings: '注音',
    variants: '异文',
    noteMarks: '注释标号',
    contents: '目录和索引',
    pageHeads: '页眉、页脚和页码',
    listNumbers: '列表编号',
    placeholders: '占位文字',
    objects: '公式和嵌入对象',
    repeated: '重复显示的行',
    licence: '古登堡计划的说明和许可',
    titles: '书眉',
    tiers: '备注层和标注层',
  },
};

export const leftOutName = (what: LeavesOut, language: Language): string => names[language][what];

/** `hidden text (2), marks of notes (14)` */
export function leftOutText(leftOut: readonly LeftOut[], language: Language): string {
  const items = leftOut.map(({ what, places }) => {
    const shown = places.toLocaleString(language);
    return language === 'zh'
      ? `${leftOutName(what, language)}（${shown}）`
      : `${leftOutName(what, language)} (${shown})`;
  });
  return items.join(language === 'zh' ? '、' : ', ');
}
