import { ofEnglish as of } from '../../i18n/counted.ts';

/** Home, and the dialogs about work that was lost. */
export const en = {
  title: 'Home',
  lead: 'Word vectors from your own texts, on your own computer. Nothing leaves it.',
  newProject: 'New from my texts',
  samples: 'Try a sample',
  sampleEn: 'English: speeches 1790–2021, with dates and speakers',
  sampleZh: 'Chinese: short texts without spaces',
  recent: 'Recent projects',
  noRecent: 'Projects you open will be listed here.',
  opened: 'Opened',
  project: 'This project',
  models: 'Models',
  wordTypes: 'Word types',
  nextTexts: 'Add texts to begin.',
  nextTrain: 'Your texts are ready. Look at their words and lines, or train a model.',
  nextExplore: 'Ask the model which words keep the same company.',
  goExplore: 'Explore neighbours',
  resume: 'Go on with it',
  closeTitle: 'Save before closing?',
  closeText: 'Some work is kept on this computer but is not yet in your file.',
  saveAndClose: 'Save and close',
  discard: 'Close without saving',
  stopAndClose: 'Stop and close',
  recovery: {
    title: 'Unsaved work was found',
    text: (time: string) =>
      `A session that began ${time} ended before it was saved. Its work is kept on this computer.`,
    training: 'A training was under way and can go on.',
    damaged:
      'A session ended before it was saved, and what it left cannot be read any more. Your own file is as you last saved it.',
    more: of('more is waiting after this one', 'more are waiting after this one'),
    open: 'Open it',
    giveUp: 'Give it up',
    later: 'Later',
  },
  damaged: {
    title: (name: string) => `“${name}” is damaged`,
    text: 'The file was not touched. What is in it cannot be trusted as it is.',
    backup: (time: string) => `A complete backup of ${time} exists.`,
    noBackup: 'There is no backup of it on this computer.',
    open: 'Open backup…',
    rescue: 'Rescue what can be read…',
  },
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
