import { textDecoder } from '../text-decoder.ts';
import type { LeavesOut } from './left-out.ts';
import type { RtfManner, RtfPlace, RtfText } from './rtf-text.ts';
import * as words from './rtf-words.ts';
import { symbolIn } from './symbol-font.ts';

interface Group extends Omit<RtfManner, 'place'> {
  readonly place: RtfPlace | 'fonts' | 'info';
  /** Bytes that stand for a \u character and are not read. */
  readonly skip: number;
  readonly font: number;
  /** Two bytes make a letter, in the font that is named for these. */
  readonly isDouble: boolean;
  readonly doubleFont: number;
}

interface Font {
  page: number;
  name: string;
  isSymbol: boolean;
}

const outermost: Group = {
  place: 'text',
  isHidden: false,
  isDeleted: false,
  isRaised: false,
  skip: 1,
  font: -1,
  isDouble: false,
  doubleFont: -1,
};

/** @param source bytes as Latin-1 */
export function readRtf(source: string, text: RtfText): void {
  const reading = new Reading(text);
  const tokens =
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)/giy;
  for (let found = tokens.exec(source); found !== null; found = tokens.exec(source)) {
    const [, name, digits, hex, symbol, brace, plain] = found;
    if (plain !== undefined) reading.plain(plain);
    else if (hex !== undefined) reading.byte(Number.parseInt(hex, 16));
    else if (name !== undefined) {
      const value = digits === undefined ? undefined : Number(digits);
      if (name === 'bin') tokens.lastIndex += Math.max(0, value ?? 0);
      else reading.word(name.toLowerCase(), value);
    } else if (brace === '{') reading.open();
    else if (brace === '}') {
      // What stands behind the last bracket is no RTF.
      if (!reading.close()) break;
    } else if (symbol !== undefined) reading.symbol(symbol);
  }
  reading.end();
}

/** Groups, and what the characters in them are. */
class Reading {
  readonly #text: RtfText;
  readonly #fonts = new Map<number, Font>();
  readonly #outer: { readonly group: Group; readonly ends: (() => void) | undefined }[] = [];
  #group = outermost;
  /** What is to be done when this group ends. */
  #ends: (() => void) | undefined;
  #isStarred = false;
  #general = 1252;
  /** Number of the font that the table is at. */
  #entry = -1;
  #toSkip = 0;
  #pending: number[] = [];
  #pendingPage = 1252;

  constructor(text: RtfText) {
    this.#text = text;
  }

  plain(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.byte(text.charCodeAt(at));
  }

  byte(code: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    const font = this.#fontHere();
    if (font?.isSymbol === true && code > 0x20 && this.#group.place === 'text') {
      this.#flush();
      this.#say(symbolIn(font.name, 0xf000 + code));
      return;
    }
    const page = font === undefined || font.page === 0 ? this.#general : font.page;
    if (page !== this.#pendingPage) this.#flush();
    this.#pendingPage = page;
    this.#pending.push(code);
  }

  #fontHere(): Font | undefined {
    const { isDouble, doubleFont, font } = this.#group;
    const double = isDouble ? this.#fonts.get(doubleFont) : undefined;
    return double !== undefined && double.page !== 0 ? double : this.#fonts.get(font);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    this.#say(textDecoder(words.encodingOfPage(this.#pendingPage)).decode(bytes));
  }

  #say(text: string): void {
    const { place } = this.#group;
    if (place === 'fonts') {
      const font = this.#fonts.get(this.#entry);
      if (font !== undefined && font.name.length < 100) font.name += text.replace(/;.*$/s, '');
    } else if (place !== 'info') this.#text.say(text, { ...this.#group, place });
  }

  open(): void {
    this.#flush();
    this.#outer.push({ group: this.#group, ends: this.#ends });
    this.#ends = undefined;
    this.#toSkip = 0;
    this.#isStarred = false;
  }

  /** @returns false when no group is open any more */
  close(): boolean {
    this.#flush();
    this.#toSkip = 0;
    this.#isStarred = false;
    const ends = this.#ends;
    const outer = this.#outer.pop();
    this.#group = outer?.group ?? this.#group;
    this.#ends = outer?.ends;
    ends?.();
    return this.#outer.length > 0;
  }

  end(): void {
    while (this.#outer.length > 0) this.close();
    this.#flush();
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.#isStarred = true;
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.byte(symbol.charCodeAt(0));
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else if (Object.hasOwn(words.characters, symbol)) this.#character(words.characters[symbol]!);
  }

  #character(text: string): void {
    this.#flush();
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#say(text);
  }

  #endParagraph(): void {
    this.#flush();
    const { place } = this.#group;
    if (place === 'text') this.#text.endParagraph({ ...this.#group, place });
  }

  word(name: string, value: number | undefined): void {
    this.#flush();
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (name === 'u') this.#unicode(value ?? 0);
    else if (Object.hasOwn(words.characters, name)) this.#character(words.characters[name]!);
    else if (words.paragraphEnds.has(name)) this.#endParagraph();
    else if (!this.#property(name, value) && !this.#destination(name, value) && isStarred)
      this.#to('nowhere');
  }

  #unicode(value: number): void {
    const code = value & 0xffff;
    const font = this.#fonts.get(this.#group.font);
    const isOwn = font?.isSymbol === true && code >= 0xf000 && code <= 0xf0ff && this.#group.place === 'text';
    this.#say(isOwn ? symbolIn(font.name, code) : String.fromCharCode(code));
    this.#toSkip = this.#group.skip;
  }

  #set(change: Partial<Group>): true {
    this.#group = { ...this.#group, ...change };
    return true;
  }

  #to(place: Group['place'], ends?: () => void): true {
    this.#ends = ends;
    return this.#set({ place });
  }

  /** What holds for the characters that follow. @returns false for a word that says nothing of them */
  #property(name: string, value: number | undefined): boolean {
    const isOn = value !== 0;
    switch (name) {
      case 'uc':
        return this.#set({ skip: Math.max(0, value ?? 1) });
      case 'v':
        return this.#set({ isHidden: isOn });
      case 'deleted':
      case 'mvf':
        return this.#set({ isDeleted: isOn });
      case 'super':
        return this.#set({ isRaised: isOn });
      case 'dbch':
        return this.#set({ isDouble: true });
      case 'loch':
      case 'hich':
        return this.#set({ isDouble: false });
      case 'af':
        return this.#group.isDouble ? this.#set({ doubleFont: value ?? -1 }) : true;
      case 'sub':
      case 'nosupersub':
        return this.#set({ isRaised: false });
      case 'plain':
        return this.#set({ isHidden: false, isDeleted: false, isRaised: false, font: -1, isDouble: false });
      case 'f':
        if (this.#group.place !== 'fonts') return this.#set({ font: value ?? -1 });
        this.#entry = value ?? -1;
        this.#fonts.set(this.#entry, { page: 0, name: '', isSymbol: false });
        return true;
      case 'fcharset':
      case 'cpg':
        return this.#ofFont(name, value ?? 0);
      case 'ansicpg':
        this.#general = value ?? 1252;
        return true;
      case 'mac':
        this.#general = 10000;
        return true;
      case 'dropcapli':
        this.#text.goOn();
        return true;
      case 'chftn':
        this.#text.numberNote();
        return true;
      default:
        return false;
    }
  }

  #ofFont(name: 'fcharset' | 'cpg', value: number): true {
    const font = this.#group.place === 'fonts' ? this.#fonts.get(this.#entry) : undefined;
    if (font === undefined) return true;
    if (name === 'cpg') font.page = value;
    else {
      // 0 and 1 say no more than the document does.
      font.page = words.pageOfCharset[value] ?? font.page;
      font.isSymbol = value === words.symbolCharset;
    }
    return true;
  }

  /** Where the text of this group goes. @returns false for a word that says nothing of it */
  #destination(name: string, value: number | undefined): boolean {
    const { place } = this.#group;
    const isShown = place === 'text';
    const nowhere = (what?: LeavesOut): true => {
      if (what !== undefined && isShown) this.#text.leaveOut(what);
      return this.#to('nowhere', this.#ends);
    };
    if (place === 'info') return this.#ofInfo(name, value);
    if (words.elsewhere.has(name)) return nowhere();
    if (words.pageHeads.has(name)) return nowhere('pageHeads');
    if (words.listNumbers.has(name)) return nowhere('listNumbers');
    if (words.comments.has(name)) return nowhere(name === 'annotation' ? 'comments' : undefined);
    if (name === 'momath' || name === 'momathpara') return nowhere('objects');
    if (words.containers.has(name))
      return isShown || place === 'container' ? this.#to('container', this.#ends) : true;
    switch (name) {
      case 'fonttbl':
        return this.#to('fonts');
      case 'info':
        return this.#to('info');
      case 'field':
        if (isShown) this.#ends = this.#text.beginField({ ...this.#group, place });
        return true;
      case 'fldinst':
        return isShown ? this.#to('instruction') : true;
      case 'fldrslt':
        return isShown && this.#text.isContents ? nowhere('contents') : true;
      case 'footnote':
        return isShown ? this.#to('text', this.#text.beginNote()) : true;
      case 'shptxt':
      case 'dptxbxtext':
        return place === 'container' ? this.#to('text', this.#text.beginBeside()) : true;
      case 'result':
        return place === 'container' ? this.#to('text') : true;
      case 'upr':
        return isShown ? this.#to('either') : true;
      case 'ud':
        return place === 'either' ? this.#to('text') : true;
      default:
        return false;
    }
  }

  /** `{\title …}{\creatim\yr1999\mo1\dy2}` */
  #ofInfo(name: string, value: number | undefined): boolean {
    const part = ['yr', 'mo', 'dy'].indexOf(name);
    if (part >= 0 && value !== undefined) this.#text.created(part as 0 | 1 | 2, value);
    else if (name === 'title' || name === 'author') this.#to(name);
    return part >= 0 || name === 'title' || name === 'author';
  }
}
