import { baseOfReading, makesContents } from './equation-field.ts';
import { meaning, type Attributes, type Meaning, type Rule, type RulesOf } from './markup.ts';
import { withoutMark } from './repeated-mark.ts';
import { symbolIn, textIn } from './symbol-font.ts';
import { apart } from './text-flow.ts';
import { noStyles, type WordStyles } from './word-styles.ts';

/** What a Word document keeps in other files than the one that is read. */
export interface BesideWord {
  readonly styles?: WordStyles;
  /** What notes have for a mark of their own, by `footnote 3`; filled while the body is read. */
  readonly ownMarks?: Map<string, string>;
  /** The text of a part in another format that stands at this place. */
  readonly chunk?: (id: string) => string;
}

/** On unless it says otherwise. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off|none)$/i.test(value ?? '');

interface Run {
  isHidden: boolean | undefined;
  style: string | undefined;
  font: string | undefined;
  isRaised: boolean;
  /** What follows is the mark of this note. */
  markOf: string | undefined;
}

interface Paragraph {
  style: string | undefined;
}

interface Field {
  instruction: string;
  isOver: boolean;
  leavesOut: boolean;
  /** It stands within the instruction of another: what it results in is a part of that. */
  readonly isWithin: boolean;
}

/**
 * WordprocessingML (ECMA-376, part 1, chapter 17). What was deleted under tracked changes is `w:delText`; the reading of a ruby annotation
 * says the word a second time, and so do contents and indexes that the program makes.
 */
export function wordRules({ styles = noStyles, ownMarks = new Map(), chunk }: BesideWord = {}): RulesOf {
  return () => {
    const runs: Run[] = [];
    const paragraphs: Paragraph[] = [];
    const fields: Field[] = [];
    const blocks: { isContents: boolean; isPlaceholder: boolean }[] = [];
    let inParagraphProperties = 0;
    /** Of the note that has just begun, where its author gave it one. */
    let ownMark: string | undefined;

    const run = () => (inParagraphProperties > 0 ? undefined : runs[runs.length - 1]);
    const isHidden = (): boolean => {
      const one = runs[runs.length - 1];
      return (
        one?.isHidden ??
        styles.isHidden(one?.style) ??
        styles.isHidden(paragraphs[paragraphs.length - 1]?.style) ??
        false
      );
    };
    /** Whether a character of a run is of the text. */
    const leavesOut = (): Meaning | undefined => {
      const one = runs[runs.length - 1];
      if (one?.markOf !== undefined) return { out: 'noteMarks' };
      return isHidden() ? { out: 'hidden' } : undefined;
    };
    const character =
      (sign: string): Rule =>
      () =>
        inParagraphProperties > 0 ? undefined : (leavesOut() ?? { says: sign });
    const within =
      <T>(stack: T[], make: () => T): Rule =>
      () => {
        stack.push(make());
        return { ends: () => void stack.pop() };
      };

    const text: Rule = () => {
      const out = leavesOut();
      const one = runs[runs.length - 1];
      const note = one?.markOf;
      if (out !== undefined)
        return {
          ...out,
          within: true,
          ...(note === undefined
            ? {}
            : { hears: (said) => void ownMarks.set(note, (ownMarks.get(note) ?? '') + said) }),
        };
      // The first run of a note whose mark is its author's own repeats it.
      const mark = ownMark;
      ownMark = undefined;
      if (mark !== undefined && one !== undefined && (one.isRaised || styles.isNoteMark(one.style)))
        return { out: 'noteMarks', within: true };
      const font = one?.font ?? styles.fontOf(one?.style);
      if (font === undefined && mark === undefined) return { within: true, verbatim: true };
      const shown = (said: string) => (font === undefined ? said : textIn(font, said));
      return {
        within: true,
        verbatim: true,
        reads: (said) => (mark === undefined ? shown(said) : withoutMark(shown(said), mark.trim())),
      };
    };

    const noteReference =
      (kind: string): Rule =>
      ({ 'w:customMarkFollows': own, 'w:id': id = '' }) => {
        if (own === undefined || !isOn(own)) return undefined;
        ownMarks.set(`${kind} ${id}`, '');
        const one = runs[runs.length - 1];
        if (one !== undefined) one.markOf = `${kind} ${id}`;
        return undefined;
      };
    const noteText =
      (kind: string): Rule =>
      ({ 'w:type': type, 'w:id': id = '' }) => {
        if (type !== undefined && type !== 'normal') return { out: 'markup' };
        ownMark = ownMarks.get(`${kind} ${id}`);
        return { aside: 'note' };
      };

    const fieldCharacter: Rule = ({ 'w:fldCharType': type }, place) => {
      const [field] = fields.slice(-1);
      if (type === 'begin') {
        const isWithin = field !== undefined && (field.isWithin || !field.isOver);
        fields.push({ instruction: '', isOver: false, leavesOut: false, isWithin });
        if (isWithin && !field.isWithin) place.leaveOut(true);
      } else if (type === 'separate' && field !== undefined && !field.isOver) {
        field.isOver = true;
        field.leavesOut = makesContents(field.instruction);
        if (field.leavesOut) {
          if (place.isShown) place.report('contents');
          place.leaveOut(true);
        }
      } else if (type === 'end' && field !== undefined) {
        fields.pop();
        if (field.isWithin && !fields.some(({ isWithin }) => isWithin)) place.leaveOut(false);
        if (field.leavesOut) place.leaveOut(false);
        const base = baseOfReading(field.instruction);
        if (base !== undefined && place.isShown && leavesOut() === undefined) {
          place.flow.sayAsIs(base);
          place.report('readings');
        }
      }
      return undefined;
    };

    const property =
      (set: (run: Run, attributes: Attributes) => void): Rule =>
      (attributes, { parent }) => {
        const one = run();
        if (one !== undefined && parent === 'w:rPr') set(one, attributes);
        return undefined;
      };
    /** Where the end of a paragraph was deleted, it goes on in the next one. */
    const deletion: Rule = (_, { parent, flow }) => {
      if (parent !== 'w:rPr') return { out: 'deleted' };
      if (inParagraphProperties > 0) flow.goOn();
      return undefined;
    };

    return {
      xml: true,
      onlyWithin: true,
      elements: new Map<string, Rule>([
        [
          'w:p',
          () => {
            paragraphs.push({ style: undefined });
            return { apart: apart.paragraph, ends: () => void paragraphs.pop() };
          },
        ],
        [
          'w:pPr',
          () => {
            inParagraphProperties += 1;
            return { ends: () => void (inParagraphProperties -= 1) };
          },
        ],
        [
          'w:pStyle',
          ({ 'w:val': style }) => {
            const [one] = paragraphs.slice(-1);
            if (one !== undefined) one.style = style;
            return undefined;
          },
        ],
        [
          'w:r',
          within(runs, () => ({
            isHidden: undefined,
            style: undefined,
            font: undefined,
            isRaised: false,
            markOf: undefined,
          })),
        ],
        ['w:rStyle', property((one, { 'w:val': style }) => void (one.style = style))],
        ['w:vertAlign', property((one, { 'w:val': value }) => void (one.isRaised = value === 'superscript'))],
        [
          'w:rFonts',
          property((one, { 'w:ascii': ascii, 'w:hAnsi': other }) => void (one.font = ascii ?? other)),
        ],
        ['w:vanish', property((one, { 'w:val': value }) => void (one.isHidden = isOn(value)))],
        ['w:t', text],
        ['w:tab', character('\t')],
        ['w:ptab', character('\t')],
        ['w:br', character('\n')],
        ['w:cr', character('\n')],
        ['w:noBreakHyphen', character('\u2011')],
        ['w:softHyphen', character('\u00ad')],
        [
          'w:sym',
          ({ 'w:font': font = '', 'w:char': code = '' }) => {
            const number = Number.parseInt(code, 16);
            const out = leavesOut();
            if (out !== undefined || !Number.isInteger(number) || number < 0 || number > 0x10ffff) return out;
            return { says: symbolIn(font, number) };
          },
        ],
        ...meaning('w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange', { out: 'markup' }),
        ...meaning('w:del w:moveFrom', deletion),
        ['w:delText', { out: 'deleted' }],
        [
          'w:framePr',
          ({ 'w:dropCap': drop = 'none' }, { flow }) => {
            // A large initial.
            if (drop !== 'none') flow.goOn();
            return undefined;
          },
        ],
        ['w:rt', { out: 'readings' }],
        // Formulas of a line of their own hold those of a line of text.
        ...meaning('m:oMathPara m:oMath', { out: 'objects' }),
        // Of several ways to show the same the first counts.
        ...meaning('mc:Choice mc:Fallback', (_, { position }) =>
          position > 0 ? { out: 'markup' } : undefined,
        ),
        ['w:txbxContent', { aside: 'beside' }],
        ['w:footnoteReference', noteReference('footnote')],
        ['w:endnoteReference', noteReference('endnote')],
        ['w:footnote', noteText('footnote')],
        ['w:endnote', noteText('endnote')],
        ['w:comments', { out: 'comments' }],
        ...meaning('w:hdr w:ftr', { out: 'pageHeads' }),
        ...meaning('w:glossaryDocument w:docPart', { out: 'markup' }),
        ['w:fldChar', fieldCharacter],
        [
          'w:instrText',
          () => ({
            out: 'markup',
            hears(instruction) {
              const [field] = fields.slice(-1);
              if (field !== undefined && !field.isOver && field.instruction.length < mostOfInstruction)
                field.instruction += instruction;
            },
          }),
        ],
        ['w:delInstrText', { out: 'markup' }],
        [
          'w:fldSimple',
          ({ 'w:instr': instruction = '' }) => (makesContents(instruction) ? { out: 'contents' } : undefined),
        ],
        ['w:sdt', within(blocks, () => ({ isContents: false, isPlaceholder: false }))],
        [
          'w:docPartGallery',
          ({ 'w:val': gallery = '' }) => {
            const [block] = blocks.slice(-1);
            if (block !== undefined) block.isContents = /^table of contents$/i.test(gallery);
            return undefined;
          },
        ],
        [
          'w:showingPlcHdr',
          ({ 'w:val': value }) => {
            const [block] = blocks.slice(-1);
            if (block !== undefined) block.isPlaceholder = isOn(value);
            return undefined;
          },
        ],
        [
          'w:sdtContent',
          () => {
            const [block] = blocks.slice(-1);
            if (block?.isContents === true) return { out: 'contents' };
            return block?.isPlaceholder === true ? { out: 'placeholders' } : undefined;
          },
        ],
        [
          'w:altChunk',
          ({ 'r:id': id = '' }, { flow, isShown }) => {
            if (isShown && chunk !== undefined) flow.sayParagraphs(chunk(id));
            return undefined;
          },
        ],
      ]),
    };
  };
}

const mostOfInstruction = 4000;
