import type { Readings } from '../../contract/import.ts';
import type { ElementContent } from './element-content.ts';
import { elements, meaning, type Attributes, type Place, type Rule, type RulesOf } from './markup.ts';
import { apart } from './text-flow.ts';

const blocks =
  'ab argument body byline castGroup castItem castList cell closer dateline div div1 div2 div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint docTitle entry entryFree epigraph floatingText front back group head imprimatur item l label lg list listBibl opener p postscript row s salute signed sp speaker superEntry table text titlePage titlePart trailer u';

/** Speech and quotations are blocks where they stand among blocks, and part of the sentence within one. */
const sometimesBlocks = 'q quote said cit bibl biblStruct';

/**
 * Marks within words and sentences: what they mark never stands apart from what is beside it, also where an element holds nothing else.
 */
const within = elements(
  'hi emph ex am expan abbr orig reg sic corr choice supplied unclear add del subst mod damage restore retrace surplus secl redo undo g app lem rdg rdgGrp ruby rb rbc rt rtc rp m lb pb cb gb milestone anchor gap note fw figure index space',
);

const ofEditor = elements('reg corr expan');
const ofSource = elements('orig sic abbr');

/** `break` says whether a word goes on behind the end of a line, page or column. */
function breaks(otherwise: (place: Place) => void): Rule {
  return (attributes, place) => {
    if (!place.isShown) return undefined;
    const { flow } = place;
    if (attributes['break'] === 'no') flow.glue(true);
    else if (attributes['break'] === 'yes') flow.part(apart.word);
    else otherwise(place);
    return undefined;
  };
}

/** In the margin, at the foot or the end, or by the author: a note of the text. One without a place within a sentence is an editor’s remark. */
function note({ place: where, type = '', resp = '', n, anchored }: Attributes, { isAmongElements }: Place) {
  const isEditors =
    /^#?ed(?:itor|s)?\b|editor/i.test(resp) || /editor|crit|gloss|translat|comment/i.test(type);
  const isAuthors = /author/i.test(resp) || /author/i.test(type);
  const isOfText = where !== undefined || n !== undefined || anchored !== undefined || isAmongElements;
  return isAuthors || (isOfText && !isEditors) ? ({ aside: 'note' } as const) : ({ out: 'remarks' } as const);
}

/** TEI P5: the text, not its header; of readings those that are wanted, of a text with variants the first, and nothing deleted. */
export const teiRules =
  (readings: Readings): RulesOf =>
  () => ({
    xml: true,
    onlyWithin: true,
    parted: { except: within, how: teiParts, watched: 'choice' },
    elements: new Map<string, Rule>([
      ...meaning(blocks, { apart: apart.paragraph }),
      ...meaning(sometimesBlocks, (_, { isAmongElements }) =>
        isAmongElements ? { apart: apart.paragraph } : undefined,
      ),
      ...meaning(
        'teiHeader fw figDesc desc graphic facsimile sourceDoc standOff index metamark spanGrp interpGrp linkGrp fs fvLib timeline certainty respons wit witDetail svg:svg',
        { out: 'markup' },
      ),
      ['text', { within: true, apart: apart.paragraph }],
      ['math:math', { out: 'objects' }],
      ['del', { out: 'deleted' }],
      ...meaning('rt rtc', { out: 'readings' }),
      ['rp', { out: 'markup' }],
      ['note', note],
      ...meaning('stage figure', (_, { isAmongElements }) =>
        isAmongElements ? { apart: apart.paragraph } : { aside: 'beside' },
      ),
      ['gap', (_, { flow, isShown }) => (isShown && flow.part(apart.word), { out: 'markup' })],
      ['space', (_, { flow, isShown }) => (isShown && flow.part(apart.word), undefined)],
      ['lb', breaks(({ flow, isInWord }) => (isInWord ? flow.mayDivide() : flow.lineEnd()))],
      ...meaning(
        'pb cb gb milestone',
        breaks(({ flow }) => flow.mayDivide()),
      ),
      ['ref', noteReference],
      ...alternatives(readings),
      ...wordRules(),
    ]),
  });

/** Its mark is no word; what else leads to a note stands apart from the word before it. */
function noteReference({ type = '', target = '' }: Attributes) {
  if (/note/i.test(type)) return { out: 'noteMarks' } as const;
  return target.startsWith('#') ? { apart: apart.word } : undefined;
}

/** Of a `choice` and of an `app` one reading counts. */
function alternatives(readings: Readings): [string, Rule][] {
  const others = readings === 'edited' ? ofSource : ofEditor;
  /** Of each choice that is open: what was seen in it, and whether it has what is wanted. */
  const open: { readonly seen: Set<string>; readonly hasWanted: boolean }[] = [];
  const inChoice =
    (name: string): Rule =>
    (_, { parent }) => {
      const choice = parent === 'choice' ? open[open.length - 1] : undefined;
      if (choice === undefined) return undefined;
      const isOther = choice.hasWanted ? others.has(name) || choice.seen.has(name) : choice.seen.size > 0;
      choice.seen.add(name);
      return isOther ? { out: 'variants' } : undefined;
    };
  return [
    [
      'choice',
      (_, { children }) => {
        open.push({ seen: new Set(), hasWanted: children.some((name) => !others.has(name)) });
        return { ends: () => void open.pop() };
      },
    ],
    ...[...ofEditor, ...ofSource, 'unclear', 'seg', 'supplied', 'add'].map((name): [string, Rule] => [
      name,
      inChoice(name),
    ]),
    ...meaning('lem rdg rdgGrp', (_, { parent, position }) =>
      (parent === 'app' || parent === 'rdgGrp') && position > 0 ? { out: 'variants' } : undefined,
    ),
  ];
}

/** Words that stand apart unless they say that they do not: by `join` with what is beside them, by `part` with another piece. */
function wordRules(): [string, Rule][] {
  let isOpenWord = false;
  const word =
    (isWord: boolean): Rule =>
    ({ join = 'no', part = 'N' }, { flow, follows, isShown }) => {
      if (!isShown) return isWord ? { isWord } : undefined;
      if (follows === 'w' || follows === 'pc') flow.part(apart.word);
      if (join === 'left' || join === 'both' || (isOpenWord && /^[MF]$/.test(part))) flow.glue();
      if (isWord) isOpenWord = false;
      return {
        isWord,
        ends() {
          if (join === 'right' || join === 'both') flow.glue();
          if (isWord) isOpenWord = /^[IM]$/.test(part);
        },
      };
    };
  return [
    ['w', word(true)],
    ['pc', word(false)],
  ];
}

/** Among elements, phrases and words stand apart by a space: what is more than that is a block. */
const teiParts = (name: string, content: ElementContent) =>
  name === 'seg' && !content.isWordLike(name) && content.isContainer(name) ? apart.line : apart.word;
