import { zh as shared } from '../../../core/contract/messages/words.zh.ts';
import type { Words } from './Words.en.ts';

/** 设置页。 */
export const zh: Words = {
  title: shared.commands.settings,
  language: '语言',
  languages: { system: '跟随系统', en: 'English', zh: '简体中文' },
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  data: '这台电脑上的数据',
  dataNote: '项目的工作副本在关闭之前存放于此。只有在您保存时才会写入您自己的文件。',
  size: '大小',
  nothingKept: '目前这里没有存放任何内容。',
  leftovers: {
    title: '以前会话中未保存的工作',
    none: '没有。只读取过的副本会自动清除。',
    note: 'Firth 在启动时会给出它。在这里可以永久放弃它。',
    damaged: ' · 无法读取',
    giveUp: '放弃',
  },
  privacy: '隐私',
  privacyText: 'Firth 从不连接网络。文本、词语、频次都不会离开这台电脑，也不会向任何人报告任何内容。',
  keyboard: '键盘',
  keys: {
    pages: '转到页面',
    guide: '指南中关于本页的一章',
    lookUp: '查一个词',
    find: '在页面中查找',
    export: '导出',
    settings: '设置',
    run: '运行查询',
    cancel: '取消、关闭',
    cells: '在热图的单元格之间、句子的词之间移动',
    span: '选定句子中的几个词',
    sort: '按所在列给表格排序',
  },
  notices: '第三方声明',
  about: '关于',
  aboutText: 'Firth 用您自己的文本训练词向量，并说明每个数字背后是什么。',
  name: '名称取自 J. R. Firth：“观其伴而知其词”（1957）。',
};
