import { hiddenBy, stylesOf } from './hidden-styles.ts';
import {
  elements,
  meaning,
  type Attributes,
  type Meaning,
  type Place,
  type Rule,
  type RulesOf,
} from './markup.ts';
import { apart } from './text-flow.ts';

const blocks = elements(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);
const verbatim = elements('pre xmp plaintext listing');
/** Parts of a page that may be a list of contents. */
const containers = elements('div details nav ol section table ul aside');

/** What a browser does not show as text of the page. */
const unseen =
  'script style head noscript noframes noembed template svg svg:svg iframe object embed applet select datalist textarea button audio video canvas map rp';

/** A number in square brackets that is raised is the mark of a note, whether or not anything leads there. */
const bracketedMark = /^\s*\[(?:\d{1,3}|[a-z*†‡])\]\s*$/iu;

const has = (list: string | undefined, token: RegExp) =>
  list?.split(/\s+/).some((one) => token.test(one)) === true;

const markRoles = /^doc-(?:noteref|backlink)$/;
const markTypes = /^(?:noteref|referrer|backlink)$/;
/** Of LibreOffice, Word, pandoc, MultiMarkdown and Wikipedia. */
const markClasses =
  /^(?:sd(?:foot|end)note(?:anc|sym)|(?:Foot|End)note_20_Symbol|Mso(?:Foot|End)noteReference|foot-?note-?(?:ref|back|backref|anchor|return)|reversefootnote|noteref|mw-cite-backlink)$/i;
/** Of the same, and the way back. */
const markAddresses =
  /^#(?:_|body_)?(?:ftn|edn|fn|sdfootnote|sdendnote|cite_(?:ref|note)|footnote|endnote)(?:[-_:]?ref)?[-_:]?\d+(?:anc|sym)?$/i;

/** A link to a note or back from it: what it shows is no word. */
function isNoteMark({ role, class: classes, href = '', 'epub:type': type }: Attributes): boolean {
  return (
    has(role, markRoles) ||
    has(type, markTypes) ||
    has(classes, markClasses) ||
    markAddresses.test(fragmentOf(href))
  );
}

/** Pages that were saved may have become addresses of files, and notes may stand on another page. */
const fragmentOf = (address: string): string => /#.*$/.exec(address)?.[0] ?? '';

/** A list that repeats what stands in the text, as those programs call it that make one. */
function isContents({ role, id = '', class: classes, 'epub:type': type }: Attributes): boolean {
  return (
    has(role, /^doc-(?:toc|index|pagelist)$/) ||
    has(type, /^(?:toc|loi|lot|page-list|landmarks|index)$/) ||
    has(classes, /^toc$/i) ||
    /^(?:toc|(?:Table of Contents|Alphabetical Index|Illustration Index|Index of Tables|Table of Objects|User-Defined)\d+)$/i.test(
      id,
    )
  );
}

const isPageNumber = ({ role, 'epub:type': type }: Attributes) =>
  has(role, /^doc-pagebreak$/) || has(type, /^pagebreak$/);

const isNote = ({ role, 'epub:type': type }: Attributes) =>
  has(role, /^doc-(?:foot|end)note$/) || has(type, /^(?:foot|end|rear)note$/);

/** What Word writes into its pages that is no text of theirs. */
function wordMeaning({ style = '', class: classes }: Attributes): Meaning | undefined {
  if (/mso-list:\s*ignore/i.test(style)) return { out: 'listNumbers' };
  if (/mso-element:\s*comment/i.test(style) || has(classes, /^MsoCommentReference$/i))
    return { out: 'comments' };
  if (has(classes, /^msoDel$/i)) return { out: 'deleted' };
  return has(classes, /^Mso(?:Toc\d|Index\d)$/i) ? { apart: apart.paragraph, out: 'contents' } : undefined;
}

/**
 * HTML as a browser shows it (HTML Standard, chapter 15), without its layout.
 * @param xml the page is read by the rules of XML
 * @param styles what its style sheets say beside its own
 */
export function htmlRules(source: string, xml: boolean, styles: string): RulesOf {
  return () => {
    const isHidden = hiddenBy(styles + stylesOf(source));
    let raised = 0;
    let isLinkWithin = false;

    /** What holds for any element, whatever it is. */
    const whatever = (name: string, attributes: Attributes): Meaning | undefined => {
      if (isHidden(name, attributes)) return { out: 'hidden' };
      const ofWord = wordMeaning(attributes);
      if (ofWord !== undefined) return ofWord;
      return isPageNumber(attributes) ? { out: 'pageHeads' } : undefined;
    };
    const block = (name: string): Meaning => ({
      apart: apart.paragraph,
      ...(verbatim.has(name) ? { verbatim: true } : {}),
    });
    const container = (name: string, attributes: Attributes): Meaning => {
      if (isContents(attributes)) return { ...block(name), out: 'contents' };
      return name === 'aside' && isNote(attributes) ? { aside: 'note' } : block(name);
    };
    const own =
      (name: string, rule: (attributes: Attributes, place: Place) => Meaning | undefined): Rule =>
      (attributes, place) =>
        whatever(name, attributes) ?? rule(attributes, place);

    const link = (attributes: Attributes): Meaning => {
      const isWithin = fragmentOf(attributes['href'] ?? '') !== '';
      if (isNoteMark(attributes) || (raised > 0 && isWithin)) return { out: 'noteMarks' };
      const before = isLinkWithin;
      isLinkWithin = isWithin;
      return { ends: () => void (isLinkWithin = before) };
    };
    const raisedText = (attributes: Attributes, { parent, isShown, report }: Place): Meaning => {
      if (
        isNoteMark(attributes) ||
        has(attributes['class'], /^reference$/) ||
        (parent === 'a' && isLinkWithin)
      )
        return { out: 'noteMarks' };
      raised += 1;
      const reads = (text: string) => {
        if (!bracketedMark.test(text)) return text;
        if (isShown) report('noteMarks');
        return ' ';
      };
      return { ends: () => void (raised -= 1), reads };
    };
    return {
      xml,
      any: whatever,
      elements: new Map<string, Rule>([
        ...[...blocks].map((name): [string, Rule] => [
          name,
          own(name, (attributes) => (containers.has(name) ? container(name, attributes) : block(name))),
        ]),
        ...meaning(unseen, { out: 'markup' }),
        ...meaning('math math:math', { out: 'objects' }),
        ...meaning('rt rtc', { out: 'readings' }),
        ['dialog', own('dialog', ({ open }) => (open === undefined ? { out: 'hidden' } : block('dialog')))],
        ['span', own('span', (attributes) => (isNoteMark(attributes) ? { out: 'noteMarks' } : undefined))],
        ['br', { says: '\n' }],
        ['a', own('a', link)],
        ['sup', own('sup', raisedText)],
      ]),
    };
  };
}
