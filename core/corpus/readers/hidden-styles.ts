type Attributes = Readonly<Record<string, string>>;

const hides = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;
const shows = /(?:^|[;\s])display\s*:/i;
/** `p`, `.note`, `p.note.small`, `#box`: what is more than that depends on what is around it. */
const simple = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;
const mostOfStyles = 1 << 20;

interface Selector {
  readonly tag: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
}

/** What the style elements of a page say. */
export function stylesOf(source: string): string {
  let styles = '';
  const begin = /<(?:[\w.-]+:)?style(?:\s[^>]*)?>/gi;
  for (
    let found = begin.exec(source);
    found !== null && styles.length < mostOfStyles;
    found = begin.exec(source)
  ) {
    const end = source.indexOf('</', begin.lastIndex);
    if (end < 0) break;
    // Styles for print alone hide what is read on a screen.
    if (!/\smedia\s*=\s*["']?\s*print\b/i.test(found[0])) styles += `\n${source.slice(begin.lastIndex, end)}`;
    begin.lastIndex = end;
  }
  return styles;
}

/** Whether an element is not shown, by its own attributes or by what style sheets say of its class, number or name. */
export function hiddenBy(styles: string): (name: string, attributes: Attributes) => boolean {
  const selectors = hidingSelectors(styles.slice(0, mostOfStyles));
  return (name, attributes) => {
    const { hidden, style, class: classes = '', id = '' } = attributes;
    if (hidden !== undefined || (style !== undefined && hides.test(style))) return true;
    if (selectors.length === 0) return false;
    const own = classes.split(/\s+/);
    return selectors.some(
      (one) =>
        (one.tag === '' || one.tag === name) &&
        one.ids.every((wanted) => wanted === id) &&
        one.classes.every((wanted) => own.includes(wanted)),
    );
  };
}

function hidingSelectors(styles: string): readonly Selector[] {
  const hiding = new Set<string>();
  const plain = styles.replaceAll(/\/\*[^]*?(?:\*\/|$)|<!--|-->|<!\[CDATA\[|\]\]>/g, ' ');
  const signs = /[{}]/g;
  const around: string[] = [];
  let from = 0;
  for (let found = signs.exec(plain); found !== null; found = signs.exec(plain)) {
    const text = plain.slice(from, found.index);
    from = signs.lastIndex;
    if (found[0] === '{') around.push(text.slice(text.lastIndexOf(';') + 1).trim());
    else {
      const names = around.pop();
      // What holds only on paper or on a narrow screen is no matter of the text.
      if (names !== undefined && around.length === 0) note(hiding, names, text);
    }
  }
  return [...hiding].map((selector) => {
    const [, tag = '', marks = ''] = simple.exec(selector)!;
    const parts = marks.match(/[.#][\w-]+/g) ?? [];
    const of = (mark: string) => parts.filter((part) => part.startsWith(mark)).map((part) => part.slice(1));
    return { tag: tag.toLowerCase(), ids: of('#'), classes: of('.') };
  });
}

function note(hiding: Set<string>, names: string, declarations: string): void {
  for (const name of names.split(',').map((one) => one.trim())) {
    // A page that hides itself until it is complete is shown in the end.
    if (!simple.test(name) || name === '' || /^(?:html|body)\b/i.test(name)) continue;
    if (hides.test(declarations)) hiding.add(name);
    else if (shows.test(declarations)) hiding.delete(name);
  }
}
