import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { Marked } from 'marked';
import type { Plugin } from 'vite';
import type { GuideChapter } from '../renderer/pages/guide/chapters.ts';

// docs/guide is written in Markdown and read in three places: on paper, in the repository, and in the window, which gets it as HTML
// made when the program is built.

/** The anchor of a heading, as Markdown readers make it: `What it *means*` → `what-it-means`. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** The name by which other chapters link to a file: `04-training.md` → `training`. */
export const chapterName = (file: string): string => file.replace(/^.*\//, '').replace(/^\d+-|\.md$/g, '');

const withoutMarks = (html: string): string =>
  html
    .replaceAll(/<\/?(?:p|h\d|li|td|tr|blockquote)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

export interface ReadChapter extends GuideChapter {
  /** Paths of pictures, relative to the chapter, in the order of their `{{picture N}}` in the HTML. */
  readonly pictures: readonly string[];
  /** Where its links lead: `chapter` or `chapter#anchor`. */
  readonly links: readonly string[];
}

/** @throws Error where a link leads out of the guide */
export function readChapter(name: string, markdown: string): ReadChapter {
  const pictures: string[] = [];
  const links: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        // The page's own title is the first heading, the chapter's the second.
        const level = depth + 1;
        return `<h${level} id="guide-${name}-${anchorOf(withoutMarks(html))}">${html}</h${level}>`;
      },
      link({ href, tokens }) {
        const [file = '', anchor] = href.split('#');
        if (file !== '' && !/^\d\d-[a-z-]+\.md$/.test(file)) throw new Error(`${name}: a link to ${href}`);
        const target = `${file === '' ? name : chapterName(file)}${anchor === undefined ? '' : `#${anchor}`}`;
        links.push(target);
        return `<a href="#guide" data-guide="${target}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }) {
        pictures.push(href);
        return `<img src="{{picture ${pictures.length - 1}}}" alt="${text}">`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  const sections = html.split(/(?=<h[23] )/).filter((part) => part.trim() !== '');
  const titleOf = (part: string) => withoutMarks(/<h\d[^>]*>(.*?)<\/h\d>/s.exec(part)?.[1] ?? '');
  return {
    name,
    title: titleOf(sections[0]!),
    sections: sections.map((part) => ({
      anchor: anchorOf(titleOf(part)),
      title: titleOf(part),
      html: part,
      text: withoutMarks(part).toLowerCase(),
    })),
    pictures,
    links,
  };
}

/** Turns an import of a chapter of docs/guide into a {@link GuideChapter}; its pictures become files of the program. */
export function guideChapters(): Plugin {
  return {
    name: 'firth:guide-chapters',
    enforce: 'pre',
    transform(source, id) {
      const path = id.replace(/\?.*$/, '');
      if (!/\/docs\/guide\/[a-z]+\/[^/]+\.md$/.test(path)) return null;
      const { name, title, sections, pictures } = readChapter(chapterName(path), source);
      const code = JSON.stringify({ name, title, sections }).replaceAll(
        /\{\{picture (\d+)\}\}/g,
        (_all, n: string) => `" + picture${n} + "`,
      );
      const imports = pictures.map((picture, n) => {
        if (existsSync(join(dirname(path), picture)))
          return `import picture${n} from ${JSON.stringify(`./${picture}?url`)};`;
        // Pictures are taken of the built program: the first time there are none yet.
        this.warn(`${path}: there is no ${picture}`);
        return `const picture${n} = '';`;
      });
      return { code: `${imports.join('\n')}\nexport default ${code};`, map: null };
    },
  };
}
