/** Words that more than one of window, native menu and command line says. */
export const en = {
  /** Menus write them as titles. */
  commands: {
    new: 'New project',
    open: 'Open…',
    save: 'Save',
    saveAs: 'Save as…',
    close: 'Close project',
    find: 'Find',
    lookUp: 'Look up a word',
    export: 'Export',
    settings: 'Settings',
    guide: 'Guide',
  },
  cancel: 'Cancel',
  untitled: 'Untitled',
  /** Asked before work that is under way would end. */
  running: {
    message: 'Stop what is under way?',
    detail: 'A training keeps its last state and can go on later. Anything else begins anew.',
  },
  /** Why a preset of word vectors is as it is. */
  presets: {
    tiny: 'Fewer than 20,000 tokens: sixty passes, and every word that occurs twice, make the most of them.',
    small:
      'Fewer than 200,000 tokens: skip-gram with sixty passes and a window of ten. When such texts are drawn anew, these lists change least.',
    medium:
      'Fewer than one and a half million tokens: skip-gram with forty passes and a window of ten. Its lists are steadier, and agree at least as well with people, than those of narrow windows and few passes.',
    large: 'Up to five million tokens: word2vec’s usual settings, with passes to match.',
    huge: 'More than five million tokens: 200 dimensions, and only words seen ten times or more.',
  },
  presetWarnings: {
    'too-small-for-vectors':
      'In so small a corpus, lines, collocates or the count model tell more than trained vectors.',
  },
  /** Why the commands of a replication bundle do not give the same bytes. */
  replicationDoubts: {
    threads:
      'It was trained by several threads at once: trained again it differs slightly. A model that is trained reproducibly gives the same bytes.',
    stopped: 'Its training was stopped before the last epoch: the commands train to the end.',
  },
  /** The same of recurrent models. */
  sequencePresets: {
    tiny: 'Fewer than 20,000 tokens: a small state and much dropout, or the network would learn the texts by heart; and twenty passes.',
    small: 'Fewer than 200,000 tokens: a state of 96 units, much dropout, and a dozen passes.',
    medium:
      'Up to five million tokens: a state of 128 units, and six passes, which take minutes rather than hours.',
    large: 'More than five million tokens: a wide state, the 20,000 most frequent words, and few passes.',
  },
  sequenceWarnings: {
    'too-small-for-sequence':
      'In so small a corpus counting pairs of words will probably predict better than any network. Read the result as a demonstration.',
    'no-word-vectors':
      'There is no word2vec model whose vectors could be the inputs. They are learned from scratch, which needs more text; or train one first.',
    'vectors-of-other-texts':
      'The word vectors were trained on other texts than these. The network would know, through them, what it has not read.',
  },
};

/** Another language has the same shape or does not compile. */
export type SharedWords = typeof en;
