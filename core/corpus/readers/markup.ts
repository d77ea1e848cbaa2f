import { contentOf, type ElementContent } from './element-content.ts';
import { chosenBy, type Chooses } from './element-selectors.ts';
import type { LeavesOut, LeftOutCounts } from './left-out.ts';
import { parseMarkup } from './markup-parser.ts';
import { apart, TextFlow, type Apart } from './text-flow.ts';

/** A set of element names, written with spaces between them. */
export const elements = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export type Attributes = Readonly<Record<string, string>>;

/** What an element means to the text. */
export interface Meaning {
  /** It stands apart from what is before and behind it. */
  readonly apart?: Apart;
  /** Its content is not of the text: of no interest, or to be told in the report. */
  readonly out?: 'markup' | LeavesOut | undefined;
  /** Left out by a style, which a style within it may take back. */
  readonly byStyle?: boolean;
  /** Its own style says that it is shown, also where the one around it hides. */
  readonly shows?: boolean;
  /** What it stands for. */
  readonly says?: string;
  /** Its white space counts as it is. */
  readonly verbatim?: boolean;
  /** Text counts from here on, of vocabularies in which it does not count everywhere. */
  readonly within?: boolean;
  /** It does not interrupt the paragraph that it stands in: a note comes at the end of the text, all else behind the paragraph. */
  readonly aside?: 'note' | 'beside' | undefined;
  /** A word: nothing in it stands apart, nor does its layout count. */
  readonly isWord?: boolean;
  /** What its text means where its characters do not. */
  readonly reads?: (text: string) => string;
  /** Told its text, also where that is not of the text. */
  readonly hears?: (text: string) => void;
  readonly ends?: () => void;
}

/** What can be asked, and done, where an element begins. */
export interface Place {
  readonly flow: TextFlow;
  /** Name of the element around it. */
  readonly parent: string;
  /** How many elements of its parent began before it. */
  readonly position: number;
  /** What ended directly before it, with no text between. */
  readonly follows: string | undefined;
  /** Its parent has no text of its own. */
  readonly isAmongElements: boolean;
  /** Text is of the text here. */
  readonly isShown: boolean;
  readonly isInWord: boolean;
  /** Names of the elements that stand in it, of an element that is watched. */
  readonly children: readonly string[];
  /** From here on nothing is of the text, until it is taken back: for what begins and ends within different elements. */
  readonly leaveOut: (isOut: boolean) => void;
  readonly report: (what: LeavesOut) => void;
  /** The paragraph that it stands in is not of the text, and neither is what stood in it before. */
  readonly hideParagraph: (what: LeavesOut) => void;
}

export type Rule = Meaning | ((attributes: Attributes, place: Place) => Meaning | undefined);

/** How the text of one kind of markup is told from the rest. */
export interface MarkupRules {
  /** Names are told apart by case, and every element is closed. */
  readonly xml: boolean;
  readonly elements: ReadonlyMap<string, Rule>;
  /** For all others. */
  readonly any?: (name: string, attributes: Attributes) => Meaning | undefined;
  /** Text counts only where an element says so. */
  readonly onlyWithin?: boolean;
  /** Elements among elements, with no text beside them, stand apart: all but these. What stands for a word is parted by a space. */
  readonly parted?: {
    readonly except: ReadonlySet<string>;
    readonly how: (name: string, content: ElementContent) => Apart;
    /** An element whose rule asks what stands in it. */
    readonly watched?: string;
  };
  /** Empty elements stand between words: nobody knows what they mean. */
  readonly emptyParts?: boolean;
  /** An empty line within the text of an element ends a paragraph. */
  readonly emptyLines?: boolean;
}

/** Rules that keep in mind what they have seen are made anew for each document. */
export type RulesOf = () => MarkupRules;

/** Names that all mean the same. */
export function meaning(names: string, rule: Rule): [string, Rule][] {
  return names.split(' ').map((name) => [name, rule]);
}

/** A stretch of a document with what its markup says of it. */
export interface MarkupPart {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface MarkupTaking {
  /** Only what stands within these is of the text; selectors. */
  readonly take?: readonly string[];
  /** Each of these is a text of its own. */
  readonly split?: string | undefined;
  readonly leftOut?: LeftOutCounts;
}

/** The text of a document, without its markup. */
export function markupText(source: string, rulesOf: RulesOf, leftOut?: LeftOutCounts): string {
  return markupParts(source, rulesOf, leftOut === undefined ? {} : { leftOut })
    .map(({ text }) => text)
    .join('\n\n');
}

interface Open {
  readonly name: string;
  means: Meaning | undefined;
  readonly parts: Apart;
  readonly isWithin: boolean;
  readonly isSplit: boolean;
  /** Its own content holds no text. */
  readonly amongElements: boolean;
  children: number;
  lastChild: string | undefined;
  /** Something was left out in it. */
  hasLost: boolean;
  /** How many elements around it hide by a style that it takes back. */
  readonly takesBack: number;
}

const nothing: Attributes = {};

/**
 * The text of each element of a name, or all of it in one where none is given; what stands outside of them comes first. Their
 * attributes are their fields, and so are type and number of the elements around them.
 */
export function markupParts(
  source: string,
  rulesOf: RulesOf,
  { take = [], split, leftOut }: MarkupTaking,
): MarkupPart[] {
  const rules = rulesOf();
  const content = rules.parted === undefined ? null : contentOf(source, rules.parted.watched);
  const takes = take.length === 0 ? null : chosenBy(take);
  const splits = split === undefined ? null : chosenBy([split]);
  const reading = new Reading(rules, content, takes, splits, leftOut);
  parseMarkup(source, reading, { xml: rules.xml });
  return reading.parts(splits !== null);
}

class Reading {
  readonly #rules: MarkupRules;
  readonly #content: ElementContent | null;
  readonly #takes: Chooses | null;
  readonly #splits: Chooses | null;
  readonly #leftOut: LeftOutCounts | undefined;
  readonly #parts: MarkupPart[] = [];
  readonly #outside = new TextFlow();
  readonly #around: Attributes[] = [];
  readonly #open: Open[] = [];
  readonly #place: Place;
  #flow = this.#outside;
  #number = -1;
  #out = 0;
  #byStyle = 0;
  #verbatim = 0;
  #within: number;
  #words = 0;
  #inSplit = 0;

  constructor(
    rules: MarkupRules,
    content: ElementContent | null,
    takes: Chooses | null,
    splits: Chooses | null,
    leftOut: LeftOutCounts | undefined,
  ) {
    this.#rules = rules;
    this.#content = content;
    this.#takes = takes;
    this.#splits = splits;
    this.#leftOut = leftOut;
    this.#within = takes !== null || rules.onlyWithin === true ? 0 : 1;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its getters tell how far the reading is
    const reading = this;
    this.#place = {
      get flow() {
        return reading.#flow;
      },
      get parent() {
        return reading.#parent?.name ?? '';
      },
      get position() {
        return (reading.#parent?.children ?? 1) - 1;
      },
      get follows() {
        return reading.#parent?.lastChild;
      },
      get isAmongElements() {
        return reading.#parent?.amongElements ?? true;
      },
      get isShown() {
        return reading.#out === 0;
      },
      get isInWord() {
        return reading.#words > 0;
      },
      get children() {
        return reading.#content?.childrenOf(reading.#number) ?? [];
      },
      leaveOut(isOut) {
        reading.#out += isOut ? 1 : -1;
      },
      report(what) {
        reading.#leftOut?.add(what);
      },
      hideParagraph(what) {
        reading.#hideParagraph(what);
      },
    };
  }

  get #parent(): Open | undefined {
    return this.#open[this.#open.length - 1];
  }

  readonly onopentag = (name: string, attributes: Attributes = nothing): void => {
    const parent = this.#parent;
    this.#number += 1;
    if (parent !== undefined) parent.children += 1;
    const isTaken = this.#takes?.(name, attributes) === true;
    const isSplit = this.#splits?.(name, attributes) === true;
    const rule = this.#rules.elements.get(name);
    const told =
      typeof rule === 'function'
        ? rule(attributes, this.#place)
        : (rule ?? this.#rules.any?.(name, attributes));
    const means = isTaken && told?.out !== undefined ? { ...told, out: undefined } : told;
    const parts = this.#partsOf(name, means, isTaken, parent);
    const takesBack = means?.shows === true && this.#out === this.#byStyle ? this.#byStyle : 0;
    this.#out -= takesBack;
    this.#byStyle -= takesBack;
    if (this.#out === 0 && parts !== apart.not) this.#flow.part(parts);
    if (this.#splits !== null) this.#beginPart(isSplit, name, attributes);
    if (means?.aside !== undefined && this.#out === 0) this.#flow.begin(means.aside);
    if (means?.says !== undefined && this.#out === 0) this.#flow.sayAsIs(means.says);
    const isWithin = isTaken || (this.#takes === null && means?.within === true);
    this.#open.push({
      name,
      means: means?.aside !== undefined && this.#out > 0 ? { ...means, aside: undefined } : means,
      parts,
      isWithin,
      isSplit,
      amongElements: this.#content?.hasNoText(this.#number) ?? false,
      children: 0,
      lastChild: undefined,
      hasLost: false,
      takesBack,
    });
    if (means?.out !== undefined) {
      this.#out += 1;
      if (means.byStyle === true) this.#byStyle += 1;
    }
    if (means?.verbatim === true) this.#verbatim += 1;
    if (means?.isWord === true) this.#words += 1;
    if (isWithin) this.#within += 1;
  };

  readonly ontext = (text: string): void => {
    const parent = this.#parent;
    if (parent !== undefined) parent.lastChild = undefined;
    parent?.means?.hears?.(text);
    if (this.#out > 0) this.#lose(text);
    else if (this.#within > 0) this.#say(parent?.means?.reads?.(text) ?? text);
  };

  readonly onclosetag = (name: string): void => {
    const closing = this.#open.pop();
    if (closing === undefined) return;
    const { means, parts, isWithin, isSplit } = closing;
    if (means?.out !== undefined) {
      this.#out -= 1;
      if (means.byStyle === true) this.#byStyle -= 1;
      if (closing.hasLost && means.out !== 'markup' && this.#out === 0) this.#leftOut?.add(means.out);
    }
    if (closing.hasLost && this.#out > 0 && this.#parent !== undefined) this.#parent.hasLost = true;
    if (means?.verbatim === true) this.#verbatim -= 1;
    if (means?.isWord === true) this.#words -= 1;
    if (isWithin) this.#within -= 1;
    if (means?.aside !== undefined) this.#flow.end();
    if (this.#splits !== null) this.#endPart(isSplit);
    if (this.#out === 0 && parts !== apart.not) this.#flow.part(parts);
    means?.ends?.();
    this.#out += closing.takesBack;
    this.#byStyle += closing.takesBack;
    const parent = this.#parent;
    if (parent !== undefined) parent.lastChild = name;
  };

  /** How far apart an element stands from what is around it. */
  #partsOf(name: string, means: Meaning | undefined, isTaken: boolean, parent: Open | undefined): Apart {
    if (this.#words > 0) return apart.not;
    const { parted } = this.#rules;
    const own = means?.aside === undefined ? (means?.apart ?? apart.not) : apart.not;
    if (parted === undefined || this.#content === null)
      return isTaken && own === apart.not ? apart.paragraph : own;
    const isAmongElements = parent?.amongElements ?? true;
    if (this.#rules.emptyParts === true && own === apart.not && this.#content.isEmpty(this.#number))
      return apart.word;
    if (isTaken && own === apart.not)
      return this.#content.isWordLike(name) && isAmongElements ? apart.word : apart.paragraph;
    if (own !== apart.not || !isAmongElements || means?.aside !== undefined || parted.except.has(name))
      return own;
    return parted.how(name, this.#content);
  }

  #say(text: string): void {
    const { emptyLines = false } = this.#rules;
    if (this.#verbatim > 0) this.#flow.sayAsIs(text);
    else if (this.#words > 0) this.#flow.say(text.trim() === '' && /[\r\n]/.test(text) ? '' : text);
    else if (emptyLines && emptyLine.test(text) && text.trim() !== '')
      for (const [at, paragraph] of text.split(emptyLine).entries()) {
        if (at > 0) this.#flow.part(apart.paragraph);
        this.#flow.say(paragraph);
      }
    else this.#flow.say(text);
  }

  #hideParagraph(what: LeavesOut): void {
    const paragraph = this.#open.findLast(({ parts }) => parts === apart.paragraph);
    if (paragraph === undefined || paragraph.means?.out !== undefined || this.#out > 0) return;
    paragraph.means = { ...paragraph.means, out: what };
    paragraph.hasLost = true;
    this.#flow.forgetOpen();
    this.#out += 1;
  }

  #lose(text: string): void {
    const parent = this.#parent;
    if (parent !== undefined && !parent.hasLost && text.trim() !== '') parent.hasLost = true;
  }

  #beginPart(isSplit: boolean, name: string, attributes: Attributes): void {
    this.#around.push(isSplit ? fieldsOf(attributes) : placeOf(name, attributes));
    if (!isSplit) return;
    this.#inSplit += 1;
    if (this.#inSplit === 1) this.#flow = new TextFlow();
  }

  #endPart(isSplit: boolean): void {
    if (isSplit && this.#inSplit > 0) {
      this.#inSplit -= 1;
      if (this.#inSplit === 0) {
        const fields = Object.assign({}, ...this.#around) as Record<string, string>;
        this.#parts.push({ text: this.#flow.toString(), fields });
        this.#flow = this.#outside;
      }
    }
    this.#around.pop();
  }

  parts(isSplit: boolean): MarkupPart[] {
    const rest = { text: this.#outside.toString(), fields: {} };
    return !isSplit || rest.text !== '' ? [rest, ...this.#parts] : this.#parts;
  }
}

const emptyLine = /\r?\n[ \t]*\r?\n\s*/;

/** Attributes without those that only link to other places. */
const fieldsOf = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !/^(?:rend|rendition|facs|style|corresp|next|prev)$/.test(name))
      .map(([name, value]) => [name.replace(/^xml:/, ''), value.slice(0, mostOfAField)]),
  );

/** `<div type="act" n="2">` around something is a field: div, “act 2”. */
function placeOf(name: string, { type, n }: Attributes): Record<string, string> {
  const place = [type, n].filter((value) => value !== undefined && value !== '').join(' ');
  return place === '' ? {} : { [name]: place.slice(0, mostOfAField) };
}

/** Characters of a field. */
export const mostOfAField = 300;
