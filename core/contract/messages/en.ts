import { isDamage } from './file-families.ts';
import { unreadFormat } from './unread-formats.ts';
import type { Messages } from './catalogue.ts';

const at = (line: string | undefined) => (line === undefined ? '' : `, line ${line}`);
const because = (reason: string | undefined) => (reason === undefined ? '' : ` (${reason})`);

/** What a file lacks to be what it says it is. */
const flaws: Readonly<Record<string, string>> = {
  'cut-off': 'its end is missing',
  'number-missing': 'a number should stand there',
  'text-missing': 'a text in quotation marks should stand there',
  'time-missing': 'a time should stand there',
  'element-open': 'an element before it is not closed',
  'too-many-cells': 'this row has more cells than the first one has names',
  'columns-differ': 'this row has another number of columns than the rows before it',
  'quotation-endless': 'a quotation begins there that nobody ends',
  'quotation-open': 'a quotation mark within a text is not written twice',
  'unknown-part': 'what stands there belongs to no file of this kind',
};

/** What happened, whether the work is safe, what to do next. */
export const en: Messages = {
  E_FILE_MISSING: ({ file }) => `“${file}” is not there. Nothing was changed. Check the name and the folder.`,
  E_FILE_UNREADABLE: ({ file, reason }) =>
    isDamage(reason)
      ? `“${file}” is damaged, or is not the kind of file that its name says (${reason}). Nothing from it was imported. It was probably not downloaded or copied whole: get it again, or open it in the program that it was made with and save it anew.`
      : `“${file}” could not be read${because(reason)}. Nothing from it was imported. Check that you may open it.`,
  E_FILE_EMPTY: ({ file }) => `“${file}” has no text in it. It was left out.`,
  E_FILE_ENCRYPTED: ({ file }) =>
    `“${file}” is under a password or a copy protection, and its text cannot be read. It was left out. Open it in the program that it was made with, save it without a password, and import that.`,
  E_FORMAT_UNSUPPORTED: unreadFormat('en'),
  E_FORMAT_BINARY: ({ file, format }) =>
    `“${file}” is not a text${format === undefined ? '' : ` but ${format}`}, whatever its name says. It was left out.`,
  E_ENCODING_UNKNOWN: ({ file, encoding }) =>
    encoding === undefined
      ? `The encoding of “${file}” could not be told. It was left out. Choose its encoding and import it again.`
      : `“${file}” is in, or was said to be in, ${encoding}, which Firth cannot decode. It was left out. Choose another encoding.`,
  E_METADATA_INVALID: ({ file, line, reason }) =>
    `The metadata${file === undefined ? '' : ` in “${file}”`}${at(line)} cannot be used${because(reason)}. Nothing was imported.`,
  E_TABLE_INVALID: ({ file, line, reason }) =>
    `The table “${file}”${at(line)} cannot be read${because(reason)}. It was left out. Mend that line, or save the table anew.`,
  E_NO_TEXT_FIELD: ({ file, fields }) =>
    `“${file}” holds data, and Firth cannot tell which field of it is text${fields === undefined || fields === '' ? '' : ` (${fields})`}. It was left out. Choose the field beside its name, or with “--take NAME”.`,
  E_FILE_MALFORMED: ({ file, line, format, flaw }) =>
    `“${file}”${at(line)} does not keep to its format (${format}): ${flaws[flaw ?? ''] ?? flaws['unknown-part']}. It was left out. Open it in the program that it comes from and save it anew, or mend that line.`,
  E_PDF_SCANNED: ({ file }) =>
    `“${file}” has pictures of pages and no text. It was left out. Have its text recognised first, for example with OCRmyPDF, and import the result.`,
  E_NO_TEXTS: ({ skipped }) =>
    `None of the files could be imported${skipped === undefined ? '' : ` (${skipped} left out)`}. The project is as it was.`,
  E_NO_TOKENS: ({ file }) =>
    `“${file}” has text, but no words are left with these settings. It was left out. Look at the settings for punctuation and numbers.`,
  E_TOO_BIG: ({ needed, limit }) =>
    needed === undefined
      ? 'This needs more memory than there is. Nothing was changed. Choose fewer files, or close other programs.'
      : `This needs ${needed} bytes, and ${limit} are to be had. Nothing was started. Choose fewer files or make room.`,
  E_TOO_LONG: ({ file, what, characters }) =>
    what === undefined
      ? 'A name, a word or a list in this is longer than a project can keep. Nothing was changed. Make it shorter.'
      : `“${file}” has ${what === 'metadata' ? 'metadata' : what === 'name' ? 'a name' : 'a word'} of ${characters} characters, which is longer than a project can keep. It was left out. Look whether the file is what it should be.`,
  E_IMPORT_STOPPED: () => 'The import stopped unexpectedly. The project is as it was before. Try again.',

  E_NOT_A_PROJECT: ({ file }) => `“${file}” is not a Firth project. It was not changed.`,
  E_NEWER_VERSION: ({ file }) =>
    `“${file}” was saved by a newer Firth. It was not changed. Open it with that version or a later one.`,
  E_DAMAGED: ({ file }) =>
    `“${file}” is damaged and was not touched. “firth verify … --rescue NEW” writes what can still be read to a new file.`,
  E_UNSAFE: ({ file, reason }) =>
    `“${file}” holds things that no Firth project holds${because(reason)}. It was not opened and not changed.`,
  E_IN_USE: ({ file, reason }) =>
    reason === 'saving'
      ? `Another program is saving to “${file}” at this moment. Nothing of it was overwritten, and your work is safe on this computer. Save again; should it stay so, under another name.`
      : `“${file}” is open in another window or program. Nothing was changed. Close it there, or open it for reading.`,
  E_FILE_THERE: ({ file, reason }) =>
    reason === 'project'
      ? `“${file}” is the project that is open. Nothing was written. Choose another name.`
      : `“${file}” stands there already, and Firth did not write it. Nothing was written. Choose another name or folder, or move that file.`,
  E_CHANGED: ({ file, reason }) =>
    reason === 'while reading'
      ? `“${file}” was changed by another program while it was read, so it was closed. Open it again.`
      : `“${file}” was changed by someone else since it was opened. It was not overwritten, and your work is safe on this computer. Save under another name.`,
  E_READ_ONLY: ({ file, reason }) =>
    reason === 'opened for reading'
      ? `“${file}” was opened for reading, so it cannot be changed. Nothing was begun. Open it to change it.`
      : `“${file}” cannot be written to. Your work is safe on this computer. Save somewhere else.`,
  E_NO_SPACE: ({ needed, free }) =>
    `There is not enough room on the disk${needed === undefined ? '' : `: ${needed} bytes needed, ${free ?? '0'} free`}. Your work is safe on this computer. Make room or save somewhere else.`,
  E_IO: ({ file, reason }) =>
    `Reading or writing${file === undefined ? '' : ` “${file}”`} failed${because(reason)}. What was saved before is whole. Try again.`,
  E_NOT_SAVED_CLEANLY: ({ file }) =>
    `“${file}” was left in the middle of being written by another program. It was not touched. Open it there once more and close it.`,

  E_UNSAVED_WORK: ({ file, changes }) =>
    `There is unsaved work on “${file}” on this computer (${changes} changes that the file does not have). Nothing was done. “--recover” takes it up first, “firth discard …” gives it up.`,

  E_NO_CORPUS: () => 'This project has no texts yet. Import some first.',
  E_SUB_CORPUS_EMPTY: ({ name, where, field }) =>
    `${name === undefined ? 'The sub-corpus' : `The sub-corpus “${name}”`} is empty: ${field === undefined ? (where === undefined ? 'it has no text with words' : `no text with words fulfils “${where}”`) : `no text has the field “${field}”`}. Nothing was started. Change its conditions, or choose other texts.`,
  E_SUB_CORPUS_UNKNOWN: ({ subCorpus, subCorpora }) =>
    `There is no sub-corpus “${subCorpus}” in this project${subCorpora === undefined || subCorpora === '' ? '' : `; there is ${subCorpora}`}.`,
  E_SETTING_INVALID: ({ setting, value, allowed }) =>
    `${setting} cannot be ${value}${allowed === undefined ? '' : `: ${allowed}`}. Nothing was started.`,
  E_NEGATIVE_ZERO: () =>
    'Negative sampling needs at least one negative sample. Without negatives every label is 1, the model learns to say yes to everything, and nothing is learned. About five serve.',
  E_VOCABULARY_EMPTY: ({ minCount, types }) =>
    `No word occurs often enough: of ${types ?? 'all'} types none reaches the minimum count${minCount === undefined ? '' : ` of ${minCount}`}. Lower the minimum count or import more text.`,
  E_MODEL_TOO_LARGE: ({ needed, limit }) =>
    `Training would need ${needed} bytes of memory, and ${limit} is the most. Nothing was started. Raise the minimum count or take fewer dimensions.`,
  E_TRAINING_STOPPED: () =>
    'The training stopped unexpectedly, often for want of memory. The project is as it was before. Close other programs and try again.',
  E_TRAINING_DIVERGED: ({ epoch }) =>
    `The numbers grew without bound${epoch === undefined ? '' : ` in epoch ${epoch}`}. No model was kept. Lower the learning rate.`,
  E_NOTHING_TO_RESUME: () =>
    'There is no interrupted training with these settings and texts to resume. Train without resuming.',
  E_CHECKPOINT_DAMAGED: () =>
    'The checkpoints of the interrupted training are damaged. The project is whole. Start the training again.',

  E_NO_MODEL: () => 'This project has no model yet. Train one, or import vectors.',
  E_MODEL_UNKNOWN: ({ model, models }) =>
    `There is no model “${model}” in this project${models === undefined || models === '' ? '' : `; there is ${models}`}.`,
  E_MODEL_NAME_TAKEN: ({ model }) => `There is a model “${model}” already. Choose another name.`,
  E_WORD_UNKNOWN: ({ word, suggestions, texts, elsewhere }) =>
    `“${word}” does not occur${texts === undefined ? '' : ` in “${texts}”, the texts of this model (elsewhere in the corpus ${elsewhere}×)`}${suggestions === undefined || suggestions === '' ? '.' : `. Did you mean ${suggestions}?`}`,
  E_WORD_STOPPED: ({ word, model }) =>
    `“${word}” is among the stop words of “${model}”, so it has no vector. Train a model without that stop word to ask for it.`,
  E_WORD_RARE: ({ word, count, minCount, texts }) =>
    `“${word}” occurs ${count}×${texts === undefined ? '' : ` in “${texts}”, the texts of this model`}, below the model’s minimum count of ${minCount}. It has no vector. Train with a lower minimum count to include it.`,
  E_NO_WORDS: () => 'None of the words is known to the model.',
  E_TOO_FEW_WORDS: ({ words, least }) =>
    `The model knows ${words} of these words, and a map takes ${least} at least. Give more words.`,
  E_NO_OUTPUT_LAYER: ({ model }) =>
    `${model === undefined ? 'This model' : `“${model}”`} has no output layer, so it cannot give probabilities. Train a model in Firth for that.`,
  E_NOTHING_LEARNED: ({ model }) =>
    `“${model}” was not learned step by step: vectors of another program and of counts have no random beginning that could be watched.`,
  E_EVALUATION_INVALID: ({ file, line, reason }) =>
    `“${file}”${at(line)} cannot be used for an evaluation${because(reason)}.`,
  E_WORD_SETS_INVALID: ({ file, line, reason, word, first, second, unknown }) =>
    `“${file}”${at(line)} cannot be tested: ${
      {
        'no-name': 'every set begins with its name and a colon, as in “flowers: aster, clover”',
        twice: `“${word}” stands twice in one set`,
        'in-two-sets': `“${word}” stands in two sets`,
        'not-four': 'it takes four sets: two of targets, then two of attributes',
        'no-words': 'this set has no words',
        'too-few': `the model knows too few of the words (each target needs two, each attribute set one)${unknown === undefined || unknown === '' ? '' : `; it does not know ${unknown}`}`,
        unequal: `the model knows ${first} words of the first targets and ${second} of the second, and the test divides them into equal halves${unknown === undefined || unknown === '' ? '' : `; it does not know ${unknown}`}. Take out as many of the others`,
      }[reason ?? ''] ?? 'it does not hold word sets'
    }. Nothing was changed.`,
  E_CHANGE_IMPOSSIBLE: ({ reason, least, words, field, cut, most }) =>
    ({
      'few-words': `Only ${words} words occur often enough in each period, and a model of either takes ${least}. Choose more texts, fewer occurrences, or temporal referencing, which makes no model.`,
      'no-field': `No text has a field “${field}” to make periods of.`,
      'no-order': `The values of “${field}” have no order in which they could be put together to periods.`,
      'many-periods': `“${field}” would make more than ${most} periods. Say where periods begin.`,
      'empty-period': `There is no text in the period of ${cut}. Periods begin at rising values of the field.`,
      'shared-texts': 'Some texts are in both periods. Choose conditions that no text fulfils both of.',
      'few-texts': `It takes ${least} texts with words in each period: texts are what is divided by chance. Divide long ones into their parts and import those.`,
      'no-words': `No word occurs ${least} times in each period. Choose more texts, or fewer occurrences.`,
    })[reason ?? ''] ?? 'These texts cannot be compared.',
  E_STUDY_IMPOSSIBLE: ({ model, reason, field, least }) =>
    ({
      imported: `“${model}” was imported: Firth does not know its texts and settings and cannot train it again. Train a model here.`,
      stale: `The texts are no longer those that “${model}” was trained on, so other runs would tell nothing about it. Train it anew first.`,
      'one-text': `“${model}” was trained on a single text, and texts are what is drawn. Divide it into its parts (letters, chapters, speakers) and import those, or vary the seed.`,
      'one-part': `“${field}” does not divide the texts of “${model}” into two parts of two texts or more. Choose another field, or say where parts begin.`,
      'no-words': `Too few words occur ${least} times in both parts to have neighbours of their own. Choose larger parts, or fewer occurrences.`,
    })[reason ?? ''] ?? `“${model}” can have no study.`,
  E_STUDY_MISSING: ({ model }) => `“${model}” has no such study. Nothing was changed.`,
  E_STUDY_FOLDER: ({ file, reason, version, runs }) =>
    ({
      none: `“${file}” holds no planned study. “firth study plan P --out DIR” makes such a folder.`,
      damaged: `“${file}” is not as it was written. Copy the folder again, or plan the study again into a new one.`,
      other: `“${file}” holds the plan of another study: other texts, settings or another kind. Nothing was changed; choose another folder or model.`,
      full: `“${file}” holds other things. Choose a new folder.`,
      version: `“${file}” was planned by Firth ${version}, and this program may give other numbers. Use the same version on all computers.`,
      run: `The study has ${runs} runs, numbered from 1.`,
    })[reason ?? ''] ?? `“${file}” cannot be used as a study.`,

  E_QUERY_INVALID: ({ offset, expected, found, reason }) =>
    reason !== undefined && reason !== ''
      ? `The query is not understood: ${reason}.`
      : `The query is not understood from character ${Number(offset) + 1} on: ${found === undefined || found === '' ? 'it ends' : `“${found}” stands`} where ${expected === undefined || expected === '' ? 'something else' : expected} could stand.`,
  E_QUERY_SLOW: ({ pattern, seconds }) =>
    `The expression “${pattern}” was stopped after ${seconds} seconds: it tries too many ways of reading a word. Nothing else is affected. Write it without repetitions within repetitions.`,
  E_LIST_UNKNOWN: ({ list, lists }) =>
    `There is no list “${list}” in this project${lists === undefined || lists === '' ? '' : `; there is ${lists}`}.`,
  E_LIST_WITHOUT_COUNTS: ({ list }) =>
    `The list “${list}” does not say how often its words occur, so nothing can be compared with it. Make it from a file with frequencies, or with “--counts texts”.`,

  E_NO_SEQUENCE_MODEL: () =>
    'This project has no recurrent model yet. Train one on the page Sequence, or with “firth sequence train”.',
  E_SEQUENCE_UNKNOWN: ({ model, models }) =>
    `There is no recurrent model “${model}”.${models === undefined || models === '' ? '' : ` There are: ${models}.`}`,
  E_PARENT_MISSING: ({ model }) =>
    `The word2vec model “${model}”, whose vectors were to be the inputs, is not in this project. Nothing was started. Choose another one, or have the inputs learned.`,
  E_HELD_OUT_EMPTY: ({ tokens }) =>
    `The corpus is too small to keep a part of it from training${tokens === undefined ? '' : ` (${tokens} tokens)`}. Nothing was started. Import more texts.`,
  E_STEP_UNKNOWN: ({ steps }) =>
    `The sentence has no such steps${steps === undefined ? '' : `: they run from 0 to ${steps}`}. Choose the span anew.`,

  E_VECTORS_MALFORMED: ({ file, line, reason }) =>
    `“${file}”${at(line)} is not a vector file that can be read${because(reason)}. Nothing was imported.`,
  E_VECTORS_TRUNCATED: ({ file, promised, found }) =>
    `“${file}” promises ${promised} but holds only ${found}. It is probably an unfinished download. Nothing was imported.`,
  E_VECTORS_PICKLE: ({ file }) =>
    `“${file}” is a Python pickle (gensim’s own format), which can run programs, so Firth never opens one. Save it in gensim with save_word2vec_format and import that.`,
  E_SHEET_TOO_LARGE: ({ rows, columns }) =>
    `A table of ${rows} rows and ${columns} columns does not fit into Excel (1,048,576 × 16,384). Nothing was written. Choose CSV or TSV.`,

  E_CANCELLED: ({ kept, runs }) =>
    kept === undefined
      ? 'Cancelled. Everything is as it was before.'
      : `Cancelled. ${kept} of ${runs} runs were finished and are kept; asked again, it goes on behind them.`,
  E_ENGINE_STOPPED: ({ call }) =>
    call === undefined
      ? 'Firth’s engine stopped and was started again. Your work is safe on this computer.'
      : `Firth’s engine no longer answered (${call}); it was ended and started again. Your work is safe on this computer.`,
  E_REQUEST_INVALID: ({ method, field, reason }) =>
    `A request was not understood${method === undefined ? '' : ` (${[method, field, reason].filter(Boolean).join(': ')})`}.`,
  E_INTERNAL: ({ reason, trace, log }) =>
    `Something went wrong inside Firth${because(reason)}. Your work is safe on this computer.${
      trace === undefined
        ? ''
        : ` It has the number ${trace}${log === undefined ? '' : `; where in the program it happened, and nothing of your texts, stands under it in “${log}” in Firth’s data folder`}.`
    }`,
};
