import { en as shared } from '../../../core/contract/messages/words.en.ts';

/** Settings. */
export const en = {
  title: shared.commands.settings,
  language: 'Language',
  languages: { system: 'As the system', en: 'English', zh: '简体中文' },
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  data: 'Data on this computer',
  dataNote:
    'Working copies of your projects lie here until they are closed. Your own files are only written when you save.',
  size: 'Size',
  nothingKept: 'Nothing is kept here at the moment.',
  leftovers: {
    title: 'Unsaved work of earlier sessions',
    none: 'None. Copies that were only read are cleared by themselves.',
    note: 'Firth offers it when it starts. Here you can give it up for good.',
    damaged: ' · cannot be read',
    giveUp: 'Give it up',
  },
  privacy: 'Privacy',
  privacyText:
    'Firth never opens a network connection. No text, word or count leaves this computer, and nothing is reported to anyone.',
  keyboard: 'Keyboard',
  keys: {
    pages: 'Go to a page',
    guide: 'The guide, at the chapter of the page',
    lookUp: 'Look up a word',
    find: 'Find in the page',
    export: 'Export',
    settings: 'Settings',
    run: 'Run the query',
    cancel: 'Cancel, close',
    cells: 'Move between cells of a heatmap, between words of a sentence',
    span: 'Choose several words of a sentence',
    sort: 'Sort a table by the focused column',
  },
  notices: 'Third-party notices',
  about: 'About',
  aboutText: 'Firth trains word vectors on your own texts and shows what stands behind every number.',
  name: 'Named for J. R. Firth: “You shall know a word by the company it keeps” (1957).',
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
