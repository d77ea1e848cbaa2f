import * as v from 'valibot';
import { answer, byHand, call } from '../call.ts';
import { offerNames, readings, yesOrNo } from '../import.ts';
import type { LayerSummary, RegionSummary } from '../query.ts';
import type { TextChoice } from '../texts.ts';
import type { DocumentRow, FieldRow, FieldValue, SubCorpusRow, TextSums } from '../corpus.ts';
import type { CutComparison } from '../cutting.ts';
import type { ImportReport, ImportResult, InspectedFile, MetadataLook, SkippedFile } from '../import.ts';
import {
  conditions,
  count,
  dictionary,
  file,
  files,
  flag,
  group,
  name,
  ofTexts,
  optional,
  page,
  path,
  prefixed,
  required,
  text,
  textsRef,
  tokens,
  fieldValue,
  word,
  words,
} from '../fields.ts';

const taking = {
  take: optional(
    words,
    'what is taken of files that offer a choice: columns of tables, fields of JSON, elements of XML (also `item[@type="txt"]`), tiers and speakers (`CHI`, `%mor`), `FORM` or `LEMMA`, `running-heads` of a PDF',
  ),
  split: optional(
    word,
    'a text for each XML element of this name; of recordings `tier` (a text for each) or `file` (all in one)',
  ),
  readings: optional(
    v.picklist(readings),
    'of a text with two readings of a word: `edited` takes what was corrected, regularised and written out, `source` what the source has; edited without it',
  ),
  sheet: optional(word, 'the tab of a workbook; the first that has rows without it'),
  header: optional(
    v.picklist(yesOrNo),
    'whether the first row of a table holds the names of its columns; told by looking without it',
  ),
  without: optional(
    v.pipe(v.array(v.picklist(offerNames)), v.maxLength(offerNames.length)),
    'what is left out of texts in which it was recognised: `licence` (head and licence of Project Gutenberg), `contents` (a list of contents), `titles` (running titles and numbers of pages)',
  ),
  tags: optional(words, 'of annotated texts only words of these parts of speech'),
  sentences: optional(
    word,
    'what makes sentences of tiers of single words: `pauses`, `labels` (each for itself), or the name of another tier; pauses without it',
  ),
};

const reading = {
  language: optional(
    name,
    'language of the texts as a tag (`en`, `zh`, `tr`); `auto` looks at each document',
    'auto',
  ),
  encoding: optional(
    name,
    'encoding as a label (`utf-8`, `gb18030`, `windows-1252`, `johab`, …); `auto` looks at each file',
    'auto',
  ),
  tokens: optional(tokens, 'how they are cut', {}),
  choices: optional(
    v.pipe(
      v.array(
        v.strictObject({
          file: path,
          encoding: v.exactOptional(name),
          language: v.exactOptional(name),
          leaveOut: v.exactOptional(flag),
          ...taking,
        }),
      ),
      v.maxLength(1_000_000),
    ),
    'what was decided for single files, as JSON',
  ),
  taking: optional(group(v.strictObject(taking)), 'for every file that has no choice of its own'),
};

const way = prefixed(
  v.strictObject({
    tokens: optional(tokens, 'how the texts are cut', {}),
    dictionary: optional(flag, 'with the dictionary of the project', false),
  }),
);

const sizes = answer<{ readonly documents: number; readonly tokens: number; readonly types: number }>();

const metadataFile = optional(
  file,
  'a table (CSV, TSV, Excel, ODS) whose column `file` (or first column) holds file names and whose other columns become metadata',
);
const metadataPattern = optional(
  word,
  'metadata from names such as `{author}_{year}`; `{genre}/{title}` takes the folder too, `*` is any folder',
);
const ofMetadata = { metadataFile: 'metadata', metadataPattern: 'name-pattern' } as const;

export const corpusCalls = {
  'corpus.import': call({
    says: 'Read texts into a project; it is made where it is not there yet',
    input: v.strictObject({
      files: required(files, 'files and folders; folders are read with all that is in them'),
      ...reading,
      metadataFile,
      metadataPattern,
    }),
    output: answer<ImportResult>(),
    command: {
      words: ['import'],
      positional: ['files'],
      options: { ...ofMetadata, split: 'split-at' },
      project: 'make',
    },
  }),
  'corpus.inspect': call({
    says: 'What files look like, before anything is imported: encoding, language, a sample, what can be chosen',
    input: v.strictObject({ files: required(files, 'files and folders'), ...reading }),
    output: answer<{
      readonly files: readonly InspectedFile[];
      readonly skipped: readonly SkippedFile[];
      /** As of an import. */
      readonly unstemmed?: readonly string[];
    }>(),
    command: {
      words: ['inspect'],
      positional: ['files'],
      options: { split: 'split-at' },
      project: 'none',
    },
  }),
  'corpus.lookAtNames': call({
    says: 'What names of files say by a pattern or a table, and which pattern they propose; no file is opened but the table',
    input: v.strictObject({
      files: required(files, 'files and folders'),
      metadataFile,
      metadataPattern,
    }),
    output: answer<MetadataLook>(),
    command: { words: ['look-at-names'], positional: ['files'], options: ofMetadata, project: 'none' },
  }),
  'corpus.applyMetadata': call({
    says: 'Give the texts of a project the fields that a table or their names say; other fields stay as they are',
    input: v.strictObject({
      metadataFile,
      metadataPattern,
      look: optional(flag, 'only say what would become of it', false),
    }),
    output: answer<MetadataLook & { readonly changed: number }>(),
    command: { words: ['apply-metadata'], options: ofMetadata, project: 'change' },
  }),
  'corpus.preview': call({
    says: 'How a text would be cut into tokens, and what would be left out; by the project’s dictionary where no other is given',
    input: v.strictObject({
      text: required(text, 'the text'),
      language: optional(name, 'its language as a tag', 'auto'),
      tokens: optional(tokens, 'how it is cut', {}),
      dictionary: optional(dictionary, 'in the place of the project’s own'),
    }),
    output: answer<{
      readonly tokens: readonly { readonly form: string; readonly start: number; readonly length: number }[];
      readonly dropped: readonly string[];
    }>(),
    command: { words: ['preview'], positional: ['text'] },
  }),
  'corpus.reports': call({
    says: 'What became of every file of every import, oldest first',
    input: v.strictObject({}),
    output: answer<{ readonly imports: readonly ImportReport[] }>(),
    command: { words: ['import-reports'] },
  }),
  'corpus.documents': call({
    says: 'The texts of a project with their metadata',
    input: v.strictObject({ ...ofTexts, ...page(100) }),
    output: answer<{ readonly total: number; readonly rows: readonly DocumentRow[] }>(),
    command: { words: ['documents'] },
  }),
  'corpus.setMetadata': call({
    says: 'Set a field of texts',
    input: v.strictObject({
      field: required(name, 'the field'),
      value: required(fieldValue, 'its value; an empty one takes the field away'),
      texts: required(textsRef, 'the texts that are meant'),
    }),
    output: answer<{ readonly changed: number }>(),
    command: { words: ['metadata'], positional: ['field', 'value'], project: 'change' },
  }),
  'corpus.removeDocuments': call({
    says: 'Take texts out of a project',
    input: v.strictObject({ texts: required(textsRef, 'the texts that are meant') }),
    output: sizes,
    command: { words: ['remove'], project: 'change' },
  }),
  'corpus.fields': call({
    says: 'The fields that texts have',
    input: v.strictObject({}),
    output: answer<{ readonly fields: readonly FieldRow[] }>(),
    command: { words: ['fields'] },
  }),
  'corpus.layers': call({
    says: 'The layers of annotation and the regions that a project has, and how many texts, tokens and values have them',
    input: v.strictObject({}),
    output: answer<{
      readonly layers: readonly LayerSummary[];
      readonly regions: readonly RegionSummary[];
    }>(),
    command: { words: ['layers'] },
  }),
  'corpus.setFieldKind': call({
    says: 'What the values of a field are taken for',
    input: v.strictObject({
      field: required(name, 'the field'),
      kind: required(
        v.nullable(v.picklist(['text', 'number', 'date'])),
        'or `auto`, which leaves it to the values',
      ),
    }),
    output: answer<null>(),
    command: { words: ['fields', 'kind'], positional: ['field', 'kind'], project: 'change' },
  }),
  'corpus.subCorpora': call({
    says: 'The sub-corpora of a project',
    input: v.strictObject({}),
    output: answer<{ readonly subCorpora: readonly SubCorpusRow[] }>(),
    command: { words: ['sub-corpora'] },
  }),
  'corpus.setSubCorpora': call({
    says: 'Put sub-corpora in the place of all that there were',
    input: v.strictObject({
      subCorpora: required(
        v.pipe(v.array(v.strictObject({ name, conditions })), v.maxLength(1000)),
        'each with a name and conditions',
      ),
    }),
    output: answer<null>(),
    command: byHand('sub-corpora set', 'sub-corpora delete'),
  }),
  'corpus.matching': call({
    says: 'How many texts fulfil every condition',
    input: v.strictObject({ conditions: required(conditions, 'what they are to fulfil') }),
    output: answer<TextSums>(),
    command: { words: ['matching'], options: { conditions: 'where' } },
  }),
  'corpus.textChoices': call({
    says: 'Texts that can be chosen by a name: sub-corpora, texts with one value in a field, single texts',
    input: v.strictObject({
      query: optional(word, 'parts of the name, whatever their case and accents', ''),
      chosen: optional(textsRef, 'texts that were chosen before, to see what they are now', 'all'),
      limit: optional(count, 'rows at most', 50),
    }),
    output: answer<{
      readonly total: number;
      readonly rows: readonly TextChoice[];
      /** Null for all texts, and where they are gone. */
      readonly chosen: TextChoice | null;
    }>(),
    command: { words: ['text-choices'], positional: ['query'] },
  }),
  'corpus.fieldValues': call({
    says: 'The values of a field, with the texts that have them',
    input: v.strictObject({ field: required(name, 'the field'), ...page(1000) }),
    output: answer<{ readonly total: number; readonly rows: readonly FieldValue[] }>(),
    command: { words: ['fields', 'values'], positional: ['field'] },
  }),
  'corpus.compareCuts': call({
    says: 'Cut texts in two ways and compare the results; nothing of the project changes',
    input: v.strictObject({
      first: required(way, 'one way'),
      second: required(way, 'the other'),
      ...ofTexts,
      limit: optional(count, 'rows of each list', 1000),
    }),
    output: answer<CutComparison>(),
    command: { words: ['compare-cuts'] },
  }),
};
