import { parseMarkup } from './markup-parser.ts';
import { meaning, type Attributes, type Rule, type RulesOf } from './markup.ts';
import { apart } from './text-flow.ts';

/** More than that is layout by means of spaces. */
const mostSpaces = 100;

/** Several spaces are one element with a count. */
function spaces({ 'text:c': count = '1' }: Attributes): string {
  const times = Number(count);
  return ' '.repeat(Number.isInteger(times) && times > 0 ? Math.min(times, mostSpaces) : 1);
}

const hiddenByStyle = { out: 'hidden', byStyle: true } as const;

/** Styles of text that is not shown, by family and name. */
class HiddenStyles {
  readonly #parents = new Map<string, string>();
  readonly #own = new Map<string, boolean>();
  #open = '';

  begin({
    'style:family': family = '',
    'style:name': name = '',
    'style:parent-style-name': parent,
  }: Attributes): void {
    this.#open = `${family} ${name}`;
    if (parent !== undefined) this.#parents.set(this.#open, `${family} ${parent}`);
  }

  properties({ 'text:display': display }: Attributes): void {
    if (display !== undefined && this.#open !== '') this.#own.set(this.#open, display === 'none');
  }

  /** What a style or one that it goes back to says; undefined where none says anything. */
  hides(family: string, name: string | undefined): boolean | undefined {
    let style = name === undefined ? undefined : `${family} ${name}`;
    for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
      const own = this.#own.get(style);
      if (own !== undefined) return own;
      style = this.#parents.get(style);
    }
    return undefined;
  }
}

/**
 * OpenDocument 1.3, part 3, chapters 5 and 6: the body alone. Lists that the program makes (contents, indexes) say what stands in the text a
 * second time.
 * @param styles of a packed document, where they stand in a file of their own
 */
export function odfRules(styles = ''): RulesOf {
  return () => {
    const hidden = new HiddenStyles();
    if (styles !== '')
      parseMarkup(
        styles,
        {
          onopentag(name, attributes) {
            if (name === 'style:style') hidden.begin(attributes);
            else if (name === 'style:text-properties') hidden.properties(attributes);
          },
        },
        { xml: true },
      );
    /** Regions of text that was deleted under tracked changes, and stays where it was in the flat form. */
    const deletions = new Set<string>();
    const open = new Set<string>();
    let region = '';
    let inBody = 0;
    const paragraph: Rule = ({ 'text:style-name': style }) => ({
      apart: apart.paragraph,
      ...(inBody > 0 ? { within: true } : {}),
      ...(hidden.hides('paragraph', style) === true ? hiddenByStyle : {}),
    });
    const isTrue = (value: string | undefined) => value === 'true';
    return {
      xml: true,
      onlyWithin: true,
      elements: new Map<string, Rule>([
        ['style:style', (attributes) => (hidden.begin(attributes), undefined)],
        ['style:text-properties', (attributes) => (hidden.properties(attributes), undefined)],
        ['office:body', () => ((inBody += 1), { ends: () => void (inBody -= 1) })],
        ...meaning('text:p text:h', paragraph),
        [
          'text:span',
          ({ 'text:style-name': style }) => {
            const hides = hidden.hides('text', style);
            if (hides === undefined) return undefined;
            return hides ? hiddenByStyle : { shows: true };
          },
        ],
        [
          'text:section',
          ({ 'text:display': display, 'text:is-hidden': isHidden }) =>
            display === 'none' || (display === 'condition' && isTrue(isHidden))
              ? { out: 'hidden' }
              : undefined,
        ],
        [
          'text:hidden-text',
          ({ 'text:is-hidden': isHidden }) => (isHidden === 'false' ? undefined : { out: 'hidden' }),
        ],
        // Stands within the paragraph that it hides.
        [
          'text:hidden-paragraph',
          ({ 'text:is-hidden': isHidden }, { hideParagraph }) => {
            if (isTrue(isHidden)) hideParagraph('hidden');
            return undefined;
          },
        ],
        ['text:s', (attributes) => ({ says: spaces(attributes) })],
        ['text:tab', { says: '\t' }],
        ['text:line-break', { says: '\n' }],
        ...meaning('text:note-citation text:footnote-citation text:endnote-citation', { out: 'noteMarks' }),
        ...meaning('text:note-body text:footnote-body text:endnote-body', { aside: 'note' }),
        ['text:ruby-text', { out: 'readings' }],
        ['text:number', { out: 'listNumbers' }],
        ['text:placeholder', { out: 'placeholders' }],
        ...meaning('office:annotation', { out: 'comments' }),
        ...meaning(
          'text:table-of-content text:illustration-index text:table-index text:object-index text:user-index text:alphabetical-index',
          { out: 'contents' },
        ),
        ...meaning(
          'style:header style:footer style:header-left style:footer-left style:header-first style:footer-first',
          {
            out: 'pageHeads',
          },
        ),
        ...meaning(
          'draw:frame draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:g draw:polygon draw:path draw:caption',
          {
            aside: 'beside',
          },
        ),
        ...meaning(
          'text:sequence-decls text:variable-decls text:user-field-decls svg:title svg:desc office:forms office:binary-data office:scripts office:settings',
          { out: 'markup' },
        ),
        // A formula, a chart or a table of another program; a packed document keeps it in another file.
        ...meaning('draw:object draw:object-ole', (_, { report, isShown }) => {
          if (isShown) report('objects');
          return { out: 'markup' };
        }),
        ['text:tracked-changes', { out: 'markup' }],
        [
          'text:changed-region',
          ({ 'text:id': id, 'xml:id': other }) => ((region = id ?? other ?? ''), undefined),
        ],
        [
          'text:deletion',
          (_, { report }) => {
            deletions.add(region);
            report('deleted');
            return undefined;
          },
        ],
        [
          'text:change-start',
          ({ 'text:change-id': id = '' }, { leaveOut }) => {
            if (!deletions.has(id) || open.has(id)) return undefined;
            open.add(id);
            leaveOut(true);
            return undefined;
          },
        ],
        [
          'text:change-end',
          ({ 'text:change-id': id = '' }, { leaveOut }) => {
            if (open.delete(id)) leaveOut(false);
            return undefined;
          },
        ],
      ]),
    };
  };
}
