import type { Lines, Stretch } from './lines.ts';

const headings =
  /^\W*(?:table of )?contents\W*$|^\W*(?:inhalt(?:sverzeichni(?:s|ß|ss))?|table des mati[eè]res|sommaire|[ií]ndice(?: general)?|tabla de contenido|sum[aá]rio|содержание|оглавление|зміст|spis treści|obsah|tartalom(?:jegyz[eé]k)?|inhoud(?:sopgave)?|inneh[aå]ll(?:sf[oö]rteckning)?|indhold(?:sfortegnelse)?|innhold(?:sfortegnelse)?|sis[aä]llys(?:luettelo)?|efnisyfirlit|cuprins|içindekiler|περιεχόμενα|المحتويات|الفهرس|תוכן(?: העניינים)?)\W*$|^\s*(?:目\s*[录錄次]|目\s*차|차\s*례)\s*$/iu;
/** A heading may stand behind the title and a preface. */
const mostBefore = 3000;
const mostEntries = 800;
const fewestEntries = 3;
const longestEntry = 100;
/** Empty lines between two entries. */
const mostEmpty = 4;
const half = 0.5;

/** `…… 12`, `  xii`, at the end of an entry. */
const page = /(?:[.…·‧\s_-]{2,}|\s)(?:\d{1,4}|[ivxlcdm]{1,7})\s*$/iu;
const numbering =
  /^\W*(?:(?:chapter|chap|book|part|letter|canto|act|scene|section|volume|kapitel|teil|buch|chapitre|partie|livre|cap[ií]tulo|libro|parte|capitolo|глава|часть|rozdział|hoofdstuk|kapittel|luku|fejezet)\b\W*)?(?:\d{1,4}|[ivxlcdm]{1,8})?\W*/iu;

/** What two lines have in common that name the same chapter. */
const plain = (line: string) =>
  line
    .replace(page, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const titleOf = (line: string) => plain(line.replace(numbering, ''));

/**
 * A list of contents: a heading that says so, and entries that name what comes later as a heading of its own, or end in the number of a page.
 * @returns undefined where there is none
 */
export function contentsList(lines: Lines): Stretch | undefined {
  for (let at = 0; at < Math.min(lines.length, mostBefore); at += 1)
    if (headings.test(lines[at]!)) {
      const end = endOfList(lines, at);
      if (end !== undefined) return { from: at, to: end };
    }
  return undefined;
}

function endOfList(lines: Lines, heading: number): number | undefined {
  const entries: number[] = [];
  let empty = 0;
  const first = new Set<string>();
  for (let at = heading + 1; at < lines.length && entries.length < mostEntries; at += 1) {
    const line = lines[at]!.trim();
    if (line === '') {
      empty += 1;
      if (entries.length > 0 && empty > mostEmpty) break;
      continue;
    }
    if (line.length > longestEntry) break;
    // The first chapter begins where the first entry is named again.
    if (
      entries.length >= fewestEntries &&
      (first.has(plain(line)) || (titleOf(line) !== '' && first.has(titleOf(line))))
    )
      break;
    if (entries.length < 2)
      for (const name of [plain(line), titleOf(line)]) if (name.length > 3) first.add(name);
    empty = 0;
    entries.push(at);
  }
  const known = new Set(lines.slice((entries[entries.length - 1] ?? 0) + 1).map(plain));
  const isEntry = (at: number) => page.test(lines[at]!.trimEnd()) || isNamedLater(lines[at]!, known);
  while (entries.length > 0 && !isEntry(entries[entries.length - 1]!)) entries.pop();
  const sure = entries.filter(isEntry).length;
  return entries.length >= fewestEntries && sure >= half * entries.length
    ? entries[entries.length - 1]! + 1
    : undefined;
}

function isNamedLater(entry: string, known: ReadonlySet<string>): boolean {
  const [whole, title] = [plain(entry), titleOf(entry)];
  if (whole !== '' && known.has(whole)) return true;
  if (title.length > 2 && known.has(title)) return true;
  // `CHAPTER I. The Start` may stand as `CHAPTER I.` and its title below.
  const number = /^(?:[\p{L}\p{M}]+ )?(?:\d{1,4}|[ivxlcdm]{1,8})(?= )/iu.exec(whole)?.[0];
  return number !== undefined && number.length > 3 && known.has(number);
}
