import type { Language } from '../core/contract/messages/message.ts';
import { sharedWords } from '../core/contract/messages/words.ts';
import type { MenuCommand } from '../core/contract/window.ts';

type Named = Exclude<MenuCommand, `page-${string}`>;

type MenuRole =
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'delete'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen';

/** What the main process says: menus and dialogs. */
export interface MainTexts {
  readonly language: Language;
  readonly menus: {
    readonly file: string;
    readonly edit: string;
    readonly go: string;
    readonly view: string;
    readonly help: string;
  };
  readonly commands: Readonly<Record<Named, string>>;
  /** What the system itself does for a menu item. */
  readonly roles: Readonly<Record<MenuRole, string>>;
  readonly projects: string;
  readonly untitled: string;
  readonly unsaved: {
    readonly message: (name: string) => string;
    readonly detail: string;
    readonly save: string;
    readonly discard: string;
    readonly cancel: string;
  };
  /** Of work that is under way while everything else is saved. */
  readonly running: {
    readonly message: string;
    readonly detail: string;
    readonly stop: string;
    readonly goOn: string;
  };
}

/** Menus are written as titles: “Save As…” where the window has “Save as…”. */
const titled = (words: string) => words.replace(/\b(?!a\b)[a-z]/gu, (letter) => letter.toUpperCase());

function commandsOf(language: Language): MainTexts['commands'] {
  const { commands } = sharedWords[language];
  return {
    new: titled(commands.new),
    open: titled(commands.open),
    save: titled(commands.save),
    'save-as': titled(commands.saveAs),
    close: titled(commands.close),
    find: titled(commands.find),
    'look-up': titled(commands.lookUp),
    export: `${commands.export}…`,
    settings: commands.settings,
    guide: `Firth ${commands.guide}`,
  };
}

const en: MainTexts = {
  language: 'en',
  menus: { file: 'File', edit: 'Edit', go: 'Go', view: 'View', help: 'Help' },
  commands: commandsOf('en'),
  roles: {
    about: 'About Firth',
    hide: 'Hide Firth',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Firth',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select All',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    togglefullscreen: 'Full Screen',
  },
  projects: 'Firth projects',
  untitled: sharedWords.en.untitled,
  unsaved: {
    message: (name) => `Save the changes to “${name}”?`,
    detail:
      'What you do not save now is given up. A training that is under way stops at its last checkpoint.',
    save: sharedWords.en.commands.save,
    discard: 'Don’t Save',
    cancel: sharedWords.en.cancel,
  },
  running: { ...sharedWords.en.running, stop: 'Stop and Close', goOn: 'Keep Open' },
};

const zh: MainTexts = {
  language: 'zh',
  menus: { file: '文件', edit: '编辑', go: '前往', view: '视图', help: '帮助' },
  commands: commandsOf('zh'),
  roles: {
    about: '关于 Firth',
    hide: '隐藏 Firth',
    hideOthers: '隐藏其他',
    unhide: '全部显示',
    quit: '退出 Firth',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    delete: '删除',
    selectAll: '全选',
    resetZoom: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    togglefullscreen: '全屏',
  },
  projects: 'Firth 项目',
  untitled: sharedWords.zh.untitled,
  unsaved: {
    message: (name) => `要保存对“${name}”的更改吗？`,
    detail: '现在不保存的内容将被放弃。正在进行的训练会停在最近的检查点。',
    save: sharedWords.zh.commands.save,
    discard: '不保存',
    cancel: sharedWords.zh.cancel,
  },
  running: { ...sharedWords.zh.running, stop: '停止并关闭', goOn: '继续进行' },
};

/** @param language what the person chose; `system` follows the computer */
export function mainTexts(language: 'system' | 'en' | 'zh', locale: string): MainTexts {
  const chosen = language === 'system' ? locale.toLowerCase() : language;
  return chosen.startsWith('zh') ? zh : en;
}
