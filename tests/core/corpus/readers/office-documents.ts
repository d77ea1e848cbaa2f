import { docxFile, zipped } from './document-fixtures.ts';

/** A stretch of a paragraph. */
export type Piece =
  | { readonly text: string }
  | { readonly hidden: string }
  | { readonly deleted: string }
  | { readonly inserted: string }
  | { readonly note: string; readonly mark?: string; readonly isEndnote?: boolean }
  | { readonly comment: string }
  | { readonly box: string }
  | { readonly base: string; readonly reading: string }
  | { readonly tab: true }
  | { readonly line: true };

export type Block =
  | readonly Piece[]
  | { readonly contents: readonly string[] }
  | { readonly item: string }
  | { readonly cells: readonly string[] };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same document in the formats of word processors, written by the letter of each specification. */
export interface Written {
  readonly docx: Uint8Array;
  readonly odt: Uint8Array;
  readonly fodt: string;
  readonly rtf: string;
  readonly html: string;
}

export const written = (blocks: readonly Block[]): Written => {
  const odf = odfOf(blocks);
  return {
    docx: wordOf(blocks),
    odt: packedOdf(odf),
    fodt: flatOdf(odf),
    rtf: rtfOf(blocks),
    html: htmlOf(blocks),
  };
};

const hasMark = (piece: Piece): piece is { readonly note: string; readonly mark: string } =>
  'note' in piece && piece.mark !== undefined;

function wordOf(blocks: readonly Block[]): Uint8Array {
  const notes = { footnote: [] as string[], endnote: [] as string[] };
  const run = (content: string, properties = '') =>
    `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
  const text = (said: string, name = 'w:t') => `<${name} xml:space="preserve">${escaped(said)}</${name}>`;
  const noteOf = (said: string, kind: 'footnote' | 'endnote', mark: string | undefined) => {
    const id = notes[kind].length + 2;
    const own =
      mark === undefined ? run(`<w:${kind}Ref/>`) : run(text(mark), '<w:vertAlign w:val="superscript"/>');
    notes[kind].push(`<w:${kind} w:id="${id}"><w:p>${own}${run(`<w:tab/>${text(said)}`)}</w:p></w:${kind}>`);
    return run(
      `<w:${kind}Reference ${mark === undefined ? '' : 'w:customMarkFollows="1" '}w:id="${id}"/>${mark === undefined ? '' : text(mark)}`,
    );
  };
  const piece = (one: Piece): string => {
    if ('text' in one) return run(text(one.text));
    if ('hidden' in one) return run(text(one.hidden), '<w:vanish/>');
    if ('deleted' in one) return `<w:del w:id="1">${run(text(one.deleted, 'w:delText'))}</w:del>`;
    if ('inserted' in one) return `<w:ins w:id="2">${run(text(one.inserted))}</w:ins>`;
    if ('note' in one) return noteOf(one.note, one.isEndnote === true ? 'endnote' : 'footnote', one.mark);
    if ('comment' in one) return run('<w:commentReference w:id="0"/>');
    if ('box' in one)
      return run(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>${run(text(one.box))}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run(text(one.box))}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`,
      );
    if ('base' in one)
      return run(
        `<w:ruby><w:rt>${run(text(one.reading))}</w:rt><w:rubyBase>${run(text(one.base))}</w:rubyBase></w:ruby>`,
      );
    return run('tab' in one ? '<w:tab/>' : '<w:br/>');
  };
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const block = (one: Block): string => {
    if ('contents' in one)
      return one.contents
        .map((entry, at) => {
          const begin =
            at === 0
              ? `${field('begin')}${run('<w:instrText> TOC \\o "1-3" </w:instrText>')}${field('separate')}`
              : '';
          const end = at === one.contents.length - 1 ? field('end') : '';
          return `<w:p>${begin}${run(`${text(entry)}<w:tab/>${text('1')}`)}${end}</w:p>`;
        })
        .join('');
    if ('item' in one)
      return `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run(text(one.item))}</w:p>`;
    if ('cells' in one)
      return `<w:tbl><w:tr>${one.cells.map((cell) => `<w:tc><w:p>${run(text(cell))}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`;
    return `<w:p>${one.map(piece).join('')}</w:p>`;
  };
  const body = blocks.map(block).join('');
  const partOf = (kind: 'footnote' | 'endnote') =>
    `<w:${kind}s xmlns:w="w"><w:${kind} w:type="separator" w:id="0"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:${kind}>${notes[kind].join('')}</w:${kind}s>`;
  return docxFile(body, {
    'word/footnotes.xml': partOf('footnote'),
    'word/endnotes.xml': partOf('endnote'),
    'word/comments.xml':
      '<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>nocomment</w:t></w:r></w:p></w:comment></w:comments>',
    'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>nohead</w:t></w:r></w:p></w:hdr>',
  });
}

interface Odf {
  /** @param isFlat deleted text stays where it was */
  readonly body: (isFlat: boolean) => string;
}

const odfStyles =
  '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T2" style:family="text" style:parent-style-name="T1"/></office:automatic-styles>';

function odfOf(blocks: readonly Block[]): Odf {
  return {
    body(isFlat) {
      const regions: string[] = [];
      let notes = 0;
      const region = (kind: 'deletion' | 'insertion', content = '') => {
        const id = `ct${regions.length + 1}`;
        regions.push(
          `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info/>${content}</text:${kind}></text:changed-region>`,
        );
        return id;
      };
      const between = (id: string, said: string) =>
        `<text:change-start text:change-id="${id}"/>${escaped(said)}<text:change-end text:change-id="${id}"/>`;
      const piece = (one: Piece): string => {
        if ('text' in one) return escaped(one.text);
        if ('hidden' in one) return `<text:span text:style-name="T2">${escaped(one.hidden)}</text:span>`;
        if ('deleted' in one)
          return isFlat
            ? between(region('deletion'), one.deleted)
            : `<text:change text:change-id="${region('deletion', `<text:p>${escaped(one.deleted)}</text:p>`)}"/>`;
        if ('inserted' in one) return between(region('insertion'), one.inserted);
        if ('note' in one) {
          notes += 1;
          return `<text:note text:note-class="${one.isEndnote === true ? 'endnote' : 'footnote'}"><text:note-citation>${one.mark ?? notes}</text:note-citation><text:note-body><text:p>${escaped(one.note)}</text:p></text:note-body></text:note>`;
        }
        if ('comment' in one)
          return `<office:annotation><dc:creator>A</dc:creator><text:p>${escaped(one.comment)}</text:p></office:annotation>`;
        if ('box' in one)
          return `<draw:frame><draw:text-box><text:p>${escaped(one.box)}</text:p></draw:text-box><svg:title>notitle</svg:title></draw:frame>`;
        if ('base' in one)
          return `<text:ruby><text:ruby-base>${one.base}</text:ruby-base><text:ruby-text>${one.reading}</text:ruby-text></text:ruby>`;
        return 'tab' in one ? '<text:tab/>' : '<text:line-break/>';
      };
      const block = (one: Block): string => {
        if ('contents' in one)
          return `<text:table-of-content><text:index-body>${one.contents.map((entry) => `<text:p>${escaped(entry)}<text:tab/>1</text:p>`).join('')}</text:index-body></text:table-of-content>`;
        if ('item' in one)
          return `<text:list><text:list-item><text:p><text:number>1.</text:number>${escaped(one.item)}</text:p></text:list-item></text:list>`;
        if ('cells' in one)
          return `<table:table><table:table-row>${one.cells.map((cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`).join('')}</table:table-row></table:table>`;
        return `<text:p>${one.map(piece).join('')}</text:p>`;
      };
      const content = blocks.map(block).join('\n');
      return `<office:body><office:text><text:tracked-changes>${regions.join('')}</text:tracked-changes>${content}</office:text></office:body>`;
    },
  };
}

const packedOdf = ({ body }: Odf): Uint8Array =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content>${odfStyles}${body(false)}</office:document-content>`,
    'styles.xml':
      '<office:document-styles><office:master-styles><style:header><text:p>nohead</text:p></style:header></office:master-styles></office:document-styles>',
  });

const flatOdf = ({ body }: Odf): string =>
  `<?xml version="1.0"?><office:document>${odfStyles}<office:master-styles><style:master-page><style:header><text:p>nohead</text:p></style:header></style:master-page></office:master-styles>${body(true)}</office:document>`;

function rtfOf(blocks: readonly Block[]): string {
  const text = (said: string) =>
    said.replaceAll(/[\\{}]|[^\0-\x7f]/g, (unit) =>
      unit.charCodeAt(0) < 128 ? `\\${unit}` : `\\u${unit.charCodeAt(0)}?`,
    );
  const piece = (one: Piece): string => {
    if ('text' in one) return text(one.text);
    if ('hidden' in one) return `{\\v ${text(one.hidden)}}`;
    if ('deleted' in one) return `{\\deleted\\revauthdel1 ${text(one.deleted)}}`;
    if ('inserted' in one) return `{\\revised\\revauth1 ${text(one.inserted)}}`;
    if ('note' in one) {
      const end = one.isEndnote === true ? '\\ftnalt' : '';
      return hasMark(one)
        ? `{\\super ${one.mark}{\\footnote${end} \\pard\\plain {\\super ${one.mark}} ${text(one.note)}}}`
        : `{\\super \\chftn{\\*\\footnote${end} \\pard\\plain {\\super \\chftn} ${text(one.note)}}}`;
    }
    if ('comment' in one)
      return `{\\*\\atnid A}{\\*\\atnauthor Ann}\\chatn{\\*\\annotation \\pard ${text(one.comment)}}`;
    if ('box' in one)
      return `{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn wzName}{\\sv noname}}{\\shptxt \\pard ${text(one.box)}\\par}}{\\shprslt{\\*\\do{\\dptxbxtext \\pard ${text(one.box)}\\par}}}}`;
    if ('base' in one)
      return `{\\field{\\*\\fldinst EQ \\\\* jc2 \\\\* hps10 \\\\o\\\\ad(\\\\s\\\\up 9(${text(one.reading)}),${text(one.base)})}{\\fldrslt }}`;
    return 'tab' in one ? '\\tab ' : '\\line ';
  };
  const block = (one: Block): string => {
    if ('contents' in one)
      return `{\\field{\\*\\fldinst  TOC \\\\o "1-3" }{\\fldrslt ${one.contents.map((entry) => `${text(entry)}\\tab 1\\par `).join('')}}}`;
    if ('item' in one) return `{\\listtext\\pard 1.\\tab}${text(one.item)}\\par `;
    if ('cells' in one)
      return `\\trowd ${one.cells.map((cell) => `\\pard\\intbl ${text(cell)}\\cell `).join('')}\\row `;
    return `\\pard ${one.map(piece).join('')}\\par `;
  };
  return `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Times;}}{\\info{\\title no}}{\\header nohead\\par}${blocks.map(block).join('\n')}}`;
}

function htmlOf(blocks: readonly Block[]): string {
  const notes: string[] = [];
  const piece = (one: Piece): string => {
    if ('text' in one) return escaped(one.text);
    if ('hidden' in one) return `<span style="display:none">${escaped(one.hidden)}</span>`;
    // A page keeps no record of what was deleted.
    if ('deleted' in one) return '';
    if ('inserted' in one) return `<ins>${escaped(one.inserted)}</ins>`;
    if ('note' in one) {
      const number = notes.length + 1;
      const mark = one.mark ?? number;
      notes.push(
        `<div id="sdfootnote${number}"><p><a class="sdfootnotesym" name="sdfootnote${number}sym" href="#sdfootnote${number}anc">${mark}</a>${escaped(one.note)}</p></div>`,
      );
      return `<a class="sdfootnoteanc" name="sdfootnote${number}anc" href="#sdfootnote${number}sym"><sup>${mark}</sup></a>`;
    }
    if ('comment' in one) return `<!-- ${escaped(one.comment)} -->`;
    if ('base' in one) return `<ruby>${one.base}<rp>(</rp><rt>${one.reading}</rt><rp>)</rp></ruby>`;
    // What floats stands in a paragraph of its own behind.
    if ('box' in one) return '';
    return 'tab' in one ? '\t' : '<br>';
  };
  const block = (one: Block): string => {
    if ('contents' in one)
      return `<div id="Table of Contents1">${one.contents.map((entry) => `<p>${escaped(entry)} 1</p>`).join('')}</div>`;
    if ('item' in one) return `<ul><li>${escaped(one.item)}</ul>`;
    if ('cells' in one)
      return `<table><tr>${one.cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr></table>`;
    const boxes = one.flatMap((each) => ('box' in each ? [`<div>${escaped(each.box)}</div>`] : []));
    return `<p>${one.map(piece).join('')}</p>${boxes.join('')}`;
  };
  const body = blocks.map(block).join('\n');
  return `<!DOCTYPE html><html><head><title>no</title></head><body>${body}${notes.join('')}</body></html>`;
}
