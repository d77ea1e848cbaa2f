import { parseMarkup } from './markup-parser.ts';

/** What the styles of a Word document say of text. Undefined where they say nothing. */
export interface WordStyles {
  isHidden(style: string | undefined): boolean | undefined;
  fontOf(style: string | undefined): string | undefined;
  isNoteMark(style: string | undefined): boolean;
}

interface Style {
  basedOn: string | undefined;
  isHidden: boolean | undefined;
  font: string | undefined;
  name: string;
}

const mostSteps = 20;

function stylesWith(byId: ReadonlyMap<string, Style>): WordStyles {
  const find = <T>(id: string | undefined, of: (style: Style) => T | undefined): T | undefined => {
    let style = id === undefined ? undefined : byId.get(id);
    for (let steps = 0; style !== undefined && steps < mostSteps; steps += 1) {
      const found = of(style);
      if (found !== undefined) return found;
      style = style.basedOn === undefined ? undefined : byId.get(style.basedOn);
    }
    return undefined;
  };
  return {
    isHidden: (id) => find(id, ({ isHidden }) => isHidden),
    fontOf: (id) => find(id, ({ font }) => font),
    isNoteMark: (id) =>
      id !== undefined &&
      /^(?:foot|end)note ?(?:reference|characters|anchor|symbol)/i.test(byId.get(id)?.name ?? id),
  };
}

export const noStyles: WordStyles = stylesWith(new Map());

/** `word/styles.xml` (ECMA-376, part 1, section 17.7). */
export function wordStyles(source: string): WordStyles {
  const byId = new Map<string, Style>();
  let style: Style | undefined;
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:style') {
          style = { basedOn: undefined, isHidden: undefined, font: undefined, name: '' };
          byId.set(attributes['w:styleId'] ?? '', style);
        } else if (style === undefined) return;
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:name') style.name = value ?? '';
        else if (name === 'w:vanish') style.isHidden = !/^(?:0|false|off)$/i.test(value ?? '');
        else if (name === 'w:rFonts') style.font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
      },
      onclosetag(name) {
        if (name === 'w:style') style = undefined;
      },
    },
    { xml: true },
  );
  return stylesWith(byId);
}
