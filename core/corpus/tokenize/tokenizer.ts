import type { TokenSettings } from '../../contract/cutting.ts';
import { isJapanese } from '../language.ts';
import { standsSpaced } from '../spaces.ts';
import { alreadySpaced } from './already-spaced.ts';
import { characterScanner } from './characters.ts';
import { standsDivided } from './divided-words.ts';
import { foundKind, noWords, startsSentence } from './found-words.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { kindOf, layerBeside, normalForm, stemBeside, stemOf, type TokenKind } from './normal-form.ts';
import { ownString } from './own-string.ts';
import { addForm, createRawForms, findForm, newForm } from './raw-forms.ts';
import { tellingUnits, type Scanner, type TokenSink } from './scanner.ts';
import type { LayerValues } from './token-layers.ts';
import { japaneseWords, koreanMorphemes } from './stretch-cutter.ts';
import { layersOfCutting, noteTokens } from './token-notes.ts';
import { addToken, finishDocument, gatherTokens, type TokenPiece } from './token-pieces.ts';
import { unitsReader } from './units-of.ts';
import { newStretches, shiftStretches } from './unspaced-stretches.ts';
import { isUnusual } from './usual-spelling.ts';
import { classesFor, hasMorphemes, scanWords, startWordScan, type WordScan } from './word-scanner.ts';
import { stemmersIn } from './stems.ts';
import { standsWrapped } from './wrapped-lines.ts';

/** What `auto` chose for a text, or what the user wished. */
export type TokenizerMethod = 'spaced' | 'characters' | 'segmenter';

export interface TokenizerOptions {
  readonly method: TokenizerMethod;
  /** BCP 47. */
  readonly language: string;
  readonly settings: TokenSettings;
  readonly lexicon: Lexicon;
  /** Folder of the built kernels, where the dictionaries are. */
  readonly kernels: string;
  /** Words that no dictionary cuts. */
  readonly ownWords?: readonly string[];
  readonly emit: (piece: TokenPiece) => void;
}

/** What the settings left out. */
export interface Dropped {
  readonly punctuation: number;
  readonly numbers: number;
}

/** A text that was read to its end. */
export interface CutText {
  readonly tokens: number;
  readonly dropped: Dropped;
  /** Tokens that count in another spelling than they are written in: ligatures, presentation forms, half width … */
  readonly respelled: number;
  /** Values by the numbers that the columns of its tokens hold. */
  readonly layers: readonly LayerValues[];
}

/** Cuts the texts of one method and language, one after the other. */
export interface Tokenizer {
  /** The next piece of a text; never ends inside a surrogate pair. What comes out does not depend on where the text was cut. */
  push(text: string): void;
  /** Ends the text; the next one may follow. */
  end(): CutText;
}

/** A form that the settings leave out. */
const leftOut = -1;
/** Scanners look back as far as an abbreviation reaches. */
const lookBack = 16;

/** So much of a text is read at once: longer strings, which the engine puts aside, take longer to copy than to cut. */
const unitsAtOnce = 8192;

/** No piece ends within a surrogate pair. */
const wholeEnd = (text: string, end: number) =>
  (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end + 1 : end;

export function createTokenizer(options: TokenizerOptions): Tokenizer {
  const { method, language, settings, lexicon } = options;
  stemmersIn(options.kernels);
  // Where words are counted by their stems, raw forms lead to words as they are written, and these to their stems.
  const stem = stemOf(language, settings);
  const normal = normalForm(language, { ...settings, wordForm: 'written' });
  const written = stem === null ? lexicon : createLexicon();
  const stems: number[] = [];
  // Or they are counted as they are written, and their stems stand beside them.
  const beside = stemBeside(language, settings);
  const besides: string[] = [];
  const stemLayer = layerBeside(language, settings);
  const valueOfForms = new Map<string, number>();
  const tokens = gatherTokens(options.emit, layersOfCutting(stemLayer).length);
  const isMorphemic = hasMorphemes(language, method);
  const dictionary = isMorphemic ? koreanMorphemes : japaneseWords;
  const notes = noteTokens(tokens, () => dictionary(options.kernels), stemLayer);
  const text = { base: 0, rest: '', read: 0, punctuation: 0, numbers: 0, respelled: 0 };

  /** Lexicon id of a form, twice, and one more where it is spelled unusually; or that it is left out. */
  function valueOf(form: string, kind: TokenKind): number {
    const counted = normal(form, kind);
    if (counted === null || counted === '') return leftOut;
    const id = written.idOf(counted);
    if (stem !== null) stems[id] ??= lexicon.idOf(kind === 'word' ? stem(counted) : counted);
    if (beside !== null) besides[id] ??= kind === 'word' ? beside(counted) : counted;
    return id * 2 + (kind !== 'punctuation' && isUnusual(form) ? 1 : 0);
  }

  function put(value: number, start: number, length: number): void {
    text.respelled += value & 1;
    const id = value >>> 1;
    if (stem === null) {
      if (beside !== null) notes.sayOther(besides[id]!);
      addToken(tokens, id, start, length);
    } else {
      notes.sayOther(written.forms[id]!);
      addToken(tokens, stems[id]!, start, length);
    }
  }

  function countLeftOut(kind: TokenKind): void {
    if (kind === 'number') text.numbers += 1;
    else if (kind === 'punctuation') text.punctuation += 1;
  }

  /** What {@link valueOf} gave for each raw form. */
  const raw = createRawForms();

  function valueOfForm(form: string, kind: TokenKind | undefined): number {
    const known = valueOfForms.get(form);
    if (known !== undefined) return known;
    const value = valueOf(form, kind ?? kindOf(form));
    valueOfForms.set(ownString(form), value);
    return value;
  }

  const sink: TokenSink = {
    token(source, start, end, kind, form = source.slice(start, end)) {
      const value = valueOfForm(form, kind);
      if (value === leftOut) countLeftOut(kind ?? kindOf(form));
      else put(value, text.base + start, end - start);
    },
    tokenOfUnits(source, units, start, end, hash) {
      let value = findForm(raw, units, start, end, hash);
      if (value === newForm) {
        const form = source.slice(start, end);
        value = valueOf(form, kindOf(form));
        addForm(raw, units, start, end, hash, value);
      }
      if (value === leftOut) countLeftOut(kindOf(source.slice(start, end)));
      else put(value, text.base + start, end - start);
    },
    startSentence: () => void (tokens.startsSentence = true),
  };

  /** What the beginning of a text tells of how the rest is to be read. */
  function beginScan(beginning: string): WordScan {
    const classes = classesFor(language, method, method === 'spaced' && standsSpaced(beginning));
    const stretches = newStretches({
      classes,
      kernels: options.kernels,
      ownWords: options.ownWords ?? [],
      inLines: isMorphemic ? 'korean' : isJapanese(language, beginning) ? 'japanese' : null,
      isWrapped: standsWrapped(beginning),
    });
    return startWordScan(language, settings, standsDivided(beginning), stretches);
  }

  /** The fast way: whole stretches are found by number, then looked up by the units of their forms. */
  function wordsScanner(): Scanner {
    return (source, from, final) => {
      if (scan === null) {
        if (!final && source.length < tellingUnits) return from;
        scan = beginScan(source.slice(0, tellingUnits));
      }
      const units = readUnits(source);
      scan.at = from;
      for (let more = true; more;) {
        more = scanWords(scan, units, final, words);
        lookUp(source, units);
      }
      return scan.at;
    };
  }
  const readUnits = unitsReader();
  let scan: WordScan | null = null;

  function lookUp(source: string, units: Uint16Array): void {
    const { starts, ends, hashes, marks, entries, forms, count } = words;
    const { base } = text;
    const hasForms = forms.size > 0;
    for (let at = 0; at < count; at += 1) {
      const mark = marks[at]!;
      const kind = mark & foundKind.mask;
      if (mark >= startsSentence) tokens.startsSentence = true;
      if (kind === foundKind.punctuation) {
        if (settings.punctuation === 'drop') text.punctuation += 1;
        else sink.token(source, starts[at]!, ends[at]!, 'punctuation');
        continue;
      }
      const start = starts[at]!;
      const end = ends[at]!;
      const form = hasForms ? forms.get(at) : undefined;
      const entry = entries[at]!;
      if (form !== undefined) {
        if (entry >= 0) notes.sayEntry(entry, form, 0, form.length);
        const isUnusualHere = isUnusual(source.slice(start, end)) ? 1 : 0;
        put(valueOfForm(form, 'word') | isUnusualHere, base + start, end - start);
        continue;
      }
      let value = findForm(raw, units, start, end, hashes[at]!);
      if (value === newForm) {
        value = valueOf(source.slice(start, end), kind === foundKind.word ? 'word' : 'number');
        addForm(raw, units, start, end, hashes[at]!, value);
      }
      if (value === leftOut) {
        text.numbers += 1;
        continue;
      }
      if (entry >= 0) notes.sayEntry(entry, source, start, end);
      put(value, base + start, end - start);
    }
  }

  const words = noWords();

  function newScanner(): Scanner {
    switch (method) {
      case 'characters':
        return characterScanner(sink);
      case 'segmenter':
        return wordsScanner();
      case 'spaced':
        // Chosen by the user: the text was cut by hand or by another program, and is never cut again.
        return settings.method === 'spaced' ? alreadySpaced(sink) : wordsScanner();
    }
  }
  let scanner = newScanner();

  function read(source: string, final: boolean): void {
    const at = scanner(source, text.read, final);
    const kept = Math.max(0, at - lookBack);
    text.rest = source.slice(kept);
    text.base += kept;
    text.read = at - kept;
    if (scan !== null) shiftStretches(scan.stretches, kept);
  }

  return {
    push(piece) {
      for (let at = 0; at < piece.length;) {
        const end = wholeEnd(piece, at + unitsAtOnce);
        read(text.rest + piece.slice(at, end), false);
        at = end;
      }
    },
    end() {
      read(text.rest, true);
      const { punctuation, numbers, respelled } = text;
      Object.assign(text, { base: 0, rest: '', read: 0, punctuation: 0, numbers: 0, respelled: 0 });
      scan = null;
      scanner = newScanner();
      return {
        tokens: finishDocument(tokens),
        layers: notes.take(),
        dropped: { punctuation, numbers },
        respelled,
      };
    },
  };
}
