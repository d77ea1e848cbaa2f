/** What a picture says of itself where it stands without the window: in a paper, on a slide. */
export interface ChartWords {
  readonly title: string;
  readonly legend: readonly { readonly name: string; readonly second?: boolean }[];
  /** Measure, model and day. */
  readonly note: string;
}

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** “cosine · skip-gram 100 · Speeches · 1 May 2026” */
export const chartNote = (source: string, project: string | null, day: string): string =>
  [source, project?.replace(/\.firth$/u, '') ?? '', day].filter((one) => one !== '').join(' · ');

const margin = 16;
const space = { head: 34, legend: 22, foot: 30 } as const;
/** Room that a title and a note need. */
const leastWidth = 440;

/** What the style sheets say of a shape or of words; a file has no style sheet. */
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
] as const;

/** The drawing of the page as a file of its own, whose words stay words: with title, legend and note around it. */
export function chartSvg(drawn: SVGSVGElement, { title, legend, note }: ChartWords): ChartPicture {
  const root = document.documentElement;
  const token = (name: string) => getComputedStyle(root).getPropertyValue(name).trim();
  const size = { width: drawn.clientWidth, height: drawn.clientHeight };
  const head = margin + space.head + (legend.length > 0 ? space.legend : 0);
  const width = Math.max(leastWidth, size.width) + 2 * margin;
  const height = head + size.height + space.foot;
  const outer = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const words = (text: string, x: number, y: number, more: Readonly<Record<string, string | number>>) => {
    const element = svgElement('text', {
      x,
      y,
      fill: token('--quiet'),
      'font-family': token('--face'),
      'font-size': 12,
      'dominant-baseline': 'middle',
      ...more,
    });
    element.textContent = text;
    outer.append(element);
  };
  outer.append(svgElement('rect', { width, height, fill: token('--paper') }));
  words(title, margin, margin + 10, {
    fill: token('--ink'),
    'font-family': token('--text-face'),
    'font-size': 15,
    'font-weight': 600,
  });
  let x = margin;
  for (const { name, second } of legend) {
    const y = margin + space.head;
    outer.append(
      svgElement('line', {
        ...{ x1: x, x2: x + 20, y1: y, y2: y, 'stroke-width': 2 },
        stroke: token(second === true ? '--beside' : '--accent'),
        ...(second === true ? { 'stroke-dasharray': '5 3' } : {}),
      }),
    );
    words(name, x + 26, y, {});
    x += 26 + Array.from(name).length * 9 + 24;
  }
  const body = svgElement('g', { transform: `translate(${margin} ${head})` });
  body.append(...copied(drawn));
  outer.append(body);
  words(note, margin, height - 14, {});
  return { svg: new XMLSerializer().serializeToString(outer), width, height };
}

const svgElement = (name: string, given: Readonly<Record<string, string | number>>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, String(value));
  return element;
};

/** What is in a drawing, with the looks that it has on the page and without what only answers the pointer. */
function copied(drawn: SVGSVGElement): readonly Node[] {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawn.querySelectorAll('*'), copy.querySelectorAll('*')];
  to.forEach((element, at) => {
    const looks = getComputedStyle(from[at]!);
    element.removeAttribute('class');
    element.removeAttribute('style');
    for (const name of styled) {
      const value = looks.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
  });
  for (const element of copy.querySelectorAll('[data-read]')) element.remove();
  return [...copy.childNodes];
}

/** The same in points, at twice the size of the screen's. @throws Error where the browser cannot draw it */
export async function chartPng({ svg, width, height }: ChartPicture): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  return new Uint8Array(await blob.arrayBuffer());
}
