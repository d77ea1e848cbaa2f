import type { LayerKind } from '../../../contract/cutting.ts';
import type { Metadata } from '../../metadata.ts';
import type { Extracted } from '../extracted.ts';
import { gatherRegions, layerName } from '../regions.ts';
import type { Label, LabelWord } from './tier.ts';

/** What layers are called in the field, and what they are. */
const kinds: readonly (readonly [names: RegExp, kind: LayerKind])[] = [
  [/^lemmas?$/i, 'lemma'],
  [/^(?:pos|ps|upos|xpos|msa|tags?)\b/i, 'pos'],
  [/^(?:gls|gloss(?:es)?|g[enl])\b/i, 'gloss'],
  [/^(?:features|feats|morph)$/i, 'features'],
  [/^relation$/i, 'relation'],
  [/^head$/i, 'head'],
];

const kindOf = (name: string): LayerKind =>
  kinds.find(([names]) => names.test(name.replaceAll('_', ' ')))?.[1] ?? 'other';

interface Growing {
  readonly name: string;
  readonly start: number;
  end: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly time: { readonly start: number; end: number } | undefined;
}

/** A text as it grows, label by label, each a paragraph. */
export class SpokenText {
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #regions = gatherRegions();
  #region: Growing | undefined;
  readonly #words: { readonly start: number; readonly word: LabelWord }[] = [];
  readonly #forms: string[] = [];
  readonly #sentenceStarts: number[] = [];
  readonly #layers = new Set<string>();
  #isGiven = false;

  add(label: Label, speaker: string | undefined): void {
    const { text, time, attributes, goesOn } = label;
    if (text === '') return;
    if (this.#length > 0) this.#write(goesOn === true ? ' ' : '\n\n');
    const start = this.#length;
    this.#write(text);
    this.#addWords(label, start);
    for (const { name, start: from, end, attributes: own, time: when } of label.stretches ?? [])
      this.#regions.add(name, start + from, start + end, {
        ...(own === undefined ? {} : { attributes: own }),
        ...(when === undefined ? {} : { time: rounded(when) }),
      });
    if (goesOn === true && this.#region !== undefined) {
      this.#region.end = this.#length;
      if (time !== undefined && this.#region.time !== undefined) this.#region.time.end = time.end;
      return;
    }
    this.#endRegion();
    this.#region = {
      name: speaker === undefined ? 'segment' : 'turn',
      start,
      end: this.#length,
      attributes: { ...attributes, ...(speaker === undefined ? {} : { speaker }) },
      time: time === undefined ? undefined : { ...time },
    };
  }

  #endRegion(): void {
    if (this.#region === undefined) return;
    const { name, start, end, attributes, time } = this.#region;
    this.#regions.add(name, start, end, {
      attributes,
      ...(time === undefined ? {} : { time: rounded(time) }),
    });
    this.#region = undefined;
  }

  #write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #addWords({ text, words, goesOn }: Label, start: number): void {
    this.#isGiven ||= words !== undefined;
    const here = words ?? spacedWords(text);
    if (goesOn !== true && here.length > 0) this.#sentenceStarts.push(this.#words.length);
    for (const word of here) {
      this.#words.push({ start: start + word.start, word });
      this.#forms.push(text.slice(word.start, word.start + word.length));
      for (const name in word.values) this.#layers.add(name);
    }
  }

  /** @param part its name within the file */
  extracted(metadata: Metadata, part: string | undefined, language: string | undefined): Extracted {
    this.#endRegion();
    const regions = this.#regions.all(this.#length);
    return {
      text: this.#pieces.join(''),
      metadata,
      ...(part === undefined ? {} : { part }),
      ...(language === undefined ? {} : { language }),
      ...(regions === undefined ? {} : { regions }),
      ...(this.#isGiven
        ? {
            words: {
              forms: this.#forms,
              starts: this.#words.map(({ start }) => start),
              lengths: this.#words.map(({ word }) => word.length),
              sentenceStarts: this.#sentenceStarts,
              ...(this.#layers.size === 0 ? {} : { layers: this.#layersOfWords() }),
            },
          }
        : {}),
    };
  }

  #layersOfWords() {
    return [...this.#layers].map((name) => ({
      name: layerName(name),
      kind: kindOf(name),
      values: this.#words.map(({ word }) => word.values?.[name] ?? ''),
    }));
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }
}

const rounded = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  start: Math.round(start),
  end: Math.round(end),
});

/** What stands between spaces, without the marks around it. */
export const spacedWords = (text: string): LabelWord[] =>
  [...text.matchAll(/\S+/gu)].flatMap(({ 0: piece, index }) => {
    const before = /^[\p{P}\p{S}]*/u.exec(piece)![0].length;
    const bare = piece.slice(before).replace(/[\p{P}\p{S}]+$/u, '');
    return bare === '' ? [] : [{ start: index + before, length: bare.length }];
  });
