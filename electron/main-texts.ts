import type { MenuCommand } from '../core/contract/window.ts';

type Named = Exclude<MenuCommand, `page-${number}`>;

/** What the main process says: menus and dialogs. */
export interface MainTexts {
  readonly menus: {
    readonly file: string;
    readonly edit: string;
    readonly go: string;
    readonly view: string;
  };
  readonly commands: Readonly<Record<Named, string>>;
  readonly pages: readonly string[];
  readonly projects: string;
  readonly untitled: string;
  readonly unsaved: {
    readonly message: (name: string) => string;
    readonly detail: string;
    readonly save: string;
    readonly discard: string;
    readonly cancel: string;
  };
}

const en: MainTexts = {
  menus: { file: 'File', edit: 'Edit', go: 'Go', view: 'View' },
  commands: {
    new: 'New Project',
    open: 'Open…',
    save: 'Save',
    'save-as': 'Save As…',
    close: 'Close Project',
    find: 'Find',
    'look-up': 'Look Up a Word',
    export: 'Export…',
    settings: 'Settings',
  },
  pages: ['Home', 'Corpus', 'Words', 'Lines', 'Train', 'Explore', 'Compare', 'Export', 'Settings'],
  projects: 'Firth projects',
  untitled: 'Untitled',
  unsaved: {
    message: (name) => `Save the changes to “${name}”?`,
    detail:
      'What you do not save now is given up. A training that is under way stops at its last checkpoint.',
    save: 'Save',
    discard: 'Don’t Save',
    cancel: 'Cancel',
  },
};

const zh: MainTexts = {
  menus: { file: '文件', edit: '编辑', go: '前往', view: '视图' },
  commands: {
    new: '新建项目',
    open: '打开…',
    save: '保存',
    'save-as': '另存为…',
    close: '关闭项目',
    find: '查找',
    'look-up': '查词',
    export: '导出…',
    settings: '设置',
  },
  pages: ['首页', '语料', '词表', '索引行', '训练', '探索', '比较', '导出', '设置'],
  projects: 'Firth 项目',
  untitled: '未命名',
  unsaved: {
    message: (name) => `要保存对“${name}”的更改吗？`,
    detail: '现在不保存的内容将被放弃。正在进行的训练会停在最近的检查点。',
    save: '保存',
    discard: '不保存',
    cancel: '取消',
  },
};

/** @param language what the person chose; `system` follows the computer */
export function mainTexts(language: 'system' | 'en' | 'zh', locale: string): MainTexts {
  const chosen = language === 'system' ? locale.toLowerCase() : language;
  return chosen.startsWith('zh') ? zh : en;
}
