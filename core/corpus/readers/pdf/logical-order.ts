/**
 * From the order in which letters stand to that in which they are read: the reverse of what UAX 9 does when text is laid out. Where two
 * texts look the same, the likelier one is taken.
 */

/** What of a line moves as one: a letter with its marks, or a space. */
export interface Atom {
  readonly text: string;
}

/** Hebrew is the first of these scripts. */
const firstRightToLeft = 0x590;

type Kind = 'left' | 'right' | 'number' | 'separator' | 'neutral';

const rightToLeft =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

export function kindOf(text: string): Kind {
  if (text.length === 1 && ((text >= 'a' && text <= 'z') || (text >= 'A' && text <= 'Z'))) return 'left';
  if (/^\p{Nd}/u.test(text) || /^[%٪‰]$/u.test(text)) return 'number';
  if (/^[.,:/٫٬\u00a0]$/u.test(text)) return 'separator';
  if (/^[\p{P}\p{S}\s]/u.test(text)) return 'neutral';
  if (rightToLeft.test(text)) return 'right';
  return 'left';
}

/** More letters that are read from right to left than others. */
export function isRightToLeft(texts: readonly string[]): boolean {
  if (!texts.some((text) => text.charCodeAt(0) >= firstRightToLeft && rightToLeft.test(text))) return false;
  let balance = 0;
  for (const text of texts) {
    const kind = kindOf(text);
    if (kind === 'right') balance += 1;
    if (kind === 'left' && /\p{L}/u.test(text)) balance -= 1;
  }
  return balance > 0;
}

/**
 * @param atoms as they stand, from left to right
 * @param fromRight whether the paragraph is read from right to left
 */
export function logicalOrder<A extends Atom>(atoms: readonly A[], fromRight: boolean): A[] {
  const kinds = atoms.map(({ text }) => kindOf(text));
  return fromRight ? ofRightward(atoms, kinds) : ofLeftward(atoms, kinds);
}

/** Read from the right; words of other scripts and numbers within keep the order in which they stand. */
function ofRightward<A>(atoms: readonly A[], kinds: readonly Kind[]): A[] {
  const read: A[] = [];
  for (let end = atoms.length - 1; end >= 0;) {
    let start = end;
    if (kinds[end] === 'left' || kinds[end] === 'number')
      while (start > 0) {
        const next = stretchesTo(kinds, start, end);
        if (next === start) break;
        start = next;
      }
    read.push(...atoms.slice(start, end + 1));
    end = start - 1;
  }
  return read;
}

/** How far to the left a stretch that is read from left to right goes on. */
function stretchesTo(kinds: readonly Kind[], start: number, end: number): number {
  let at = start - 1;
  while (at >= 0 && (kinds[at] === 'neutral' || kinds[at] === 'separator')) at -= 1;
  if (at < 0 || kinds[at] === 'right') return start;
  if (at === start - 1) return at;
  const between = kinds.slice(at + 1, start);
  const hasLetters = kinds[at] === 'left' || kinds.slice(start, end + 1).includes('left');
  // 12.5 is one number, “12 5” are two.
  const isOneNumber = between.length === 1 && between[0] === 'separator';
  return hasLetters || isOneNumber ? at : start;
}

/** Read from the left; stretches of words from right to left are turned, the numbers within them not. */
function ofLeftward<A>(atoms: readonly A[], kinds: readonly Kind[]): A[] {
  const read: A[] = [];
  for (let start = 0; start < atoms.length;) {
    if (kinds[start] !== 'right') {
      read.push(atoms[start]!);
      start += 1;
      continue;
    }
    let end = start;
    for (let at = start + 1; at < atoms.length && kinds[at] !== 'left'; at += 1)
      if (kinds[at] === 'right') end = at;
    read.push(...ofRightward(atoms.slice(start, end + 1), kinds.slice(start, end + 1)));
    start = end + 1;
  }
  return read;
}
