import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, chapterName, readChapter } from '../../resources/guide-chapters.ts';
import { pageNames } from '../../renderer/pages/names.ts';
import { en, titles, zh } from '../renderer/wording.ts';

const renderer = join(import.meta.dirname, '../../renderer');
const folder = join(import.meta.dirname, '../../docs/guide');
const read = (language: 'en' | 'zh') =>
  readdirSync(join(folder, language))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => {
      const markdown = readFileSync(join(folder, language, file), 'utf8');
      return { file, markdown, ...readChapter(chapterName(file), markdown) };
    });

const chapters = { en: read('en'), zh: read('zh') };

describe('a chapter', () => {
  it('becomes sections with anchors; its links and pictures are told', () => {
    const { title, sections, links, pictures } = readChapter(
      'training',
      '# Training & more\n\nSee [there](05-neighbours.md#how-to-read) and [below](#it-s-window).\n\n## It’s `window`!\n\n![A picture](../pictures/en/train.png)\n\nText with <num>.\n',
    );
    expect(title).toBe('Training & more');
    expect(sections.map(({ anchor, title: one }) => [anchor, one])).toEqual([
      ['training--more', 'Training & more'],
      ['its-window', 'It’s window!'],
    ]);
    expect(sections[0]!.html).toContain('<a href="#guide" data-guide="neighbours#how-to-read">there</a>');
    expect(sections[1]!.html).toContain('<img src="{{picture 0}}" alt="A picture">');
    expect(links).toEqual(['neighbours#how-to-read', 'training#it-s-window']);
    expect(pictures).toEqual(['../pictures/en/train.png']);
  });

  it('leads nowhere outside of the guide', () => {
    for (const href of ['https://example.org', '../../README.md', 'javascript:alert(1)'])
      expect(() => readChapter('x', `# X\n\n[out](${href})\n`)).toThrow(/a link to/);
  });

  it('has anchors as Markdown readers make them', () => {
    expect(anchorOf('“king − man + woman = queen proves that it knows gender”')).toBe(
      'king--man--woman--queen-proves-that-it-knows-gender',
    );
    expect(anchorOf('每项设置的含义')).toBe('每项设置的含义');
  });
});

describe.each(['en', 'zh'] as const)('the guide in %s', (language) => {
  it('has links and pictures that are there', () => {
    const places = new Set(
      chapters[language].flatMap(({ name, sections }) => [
        name,
        ...sections.map(({ anchor }) => `${name}#${anchor}`),
      ]),
    );
    for (const { file, links, pictures } of chapters[language]) {
      expect([file, links.filter((link) => !places.has(link))]).toEqual([file, []]);
      for (const picture of pictures)
        expect([
          file,
          readFileSync(join(folder, language, picture))
            .subarray(1, 4)
            .toString(),
        ]).toEqual([file, 'PNG']);
    }
  });

  it('shows pictures of its own language, with words for those who do not see them', () => {
    for (const { markdown } of chapters[language])
      for (const [, alt, path] of markdown.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)) {
        expect(alt).toMatch(/\S/);
        expect(path).toMatch(new RegExp(`^\\.\\./pictures/${language}/[a-z-]+\\.png$`));
      }
  });

  it('has a chapter for every page', () => {
    const names = chapters[language].map(({ name }) => name);
    for (const page of pageNames) {
      const source = readFileSync(join(renderer, 'pages', page, 'page.ts'), 'utf8');
      const chapter = /chapter: (?:'([a-z-]+)'|null)/.exec(source);
      expect(chapter, page).not.toBeNull();
      if (page !== 'guide') expect(names, page).toContain(chapter![1]);
    }
  });
});

describe('the two languages', () => {
  it('have the same chapters, sections, tables and pictures', () => {
    const shape = (language: 'en' | 'zh') =>
      chapters[language].map(({ file, sections, pictures, markdown }) => ({
        file,
        sections: sections.length,
        rows: markdown.match(/^\|/gm)?.length ?? 0,
        items: markdown.match(/^(?:-|\d\.) /gm)?.length ?? 0,
        pictures: pictures.map((path) => path.replace(`/${language}/`, '/')),
      }));
    expect(shape('zh')).toEqual(shape('en'));
  });

  it('name the pages as the window does', () => {
    for (const [language, t] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const all = chapters[language].map(({ markdown }) => markdown).join('\n');
      for (const [page, title] of titles(t).filter(([name]) => !['guide', 'settings'].includes(name)))
        expect(all, page).toContain(`**${title}**`);
    }
  });
});
