import type { LayerKind } from '../../../contract/cutting.ts';
import type { Metadata } from '../../metadata.ts';
import type { Extracted } from '../extracted.ts';
import { gatherRegions } from '../regions.ts';

/** A text as it grows, word by word. */
export class GrowingText {
  /** Looking at the end of a string that grows would copy all of it each time. */
  readonly #pieces: string[] = [];
  #length = 0;
  #glued = true;
  #isAtLineStart = true;
  readonly forms: string[] = [];
  readonly starts: number[] = [];
  readonly lengths: number[] = [];
  readonly sentenceStarts: number[] = [];
  readonly #layers = new Map<string, { readonly kind: LayerKind; readonly values: string[] }>();
  readonly metadata: Metadata;
  readonly regions = gatherRegions();
  #atStart = true;

  constructor(metadata: Metadata) {
    this.metadata = metadata;
  }

  /** Written words come with a space before them, unless they are glued to what stands there. @returns where it stands */
  write(word: string): number {
    if (!this.#glued) this.#add(' ');
    this.#glued = false;
    const start = this.#length;
    this.#add(word);
    this.#isAtLineStart = word.endsWith('\n');
    return start;
  }

  #add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  count(form: string, start: number, length: number): void {
    if (this.#atStart) this.sentenceStarts.push(this.forms.length);
    this.#atStart = false;
    this.forms.push(form);
    this.starts.push(start);
    this.lengths.push(length);
  }

  /** Where the next word will stand, at the latest. */
  get end(): number {
    return this.#length;
  }

  /** Says something of the word that was counted last; of one that stands for several, of each. */
  say(name: string, kind: LayerKind, value: string): void {
    const number = this.forms.length - 1;
    if (number < 0 || value === '' || value === '_') return;
    const layer = this.#layers.get(name) ?? { kind, values: [] };
    this.#layers.set(name, layer);
    while (layer.values.length < number) layer.values.push('');
    layer.values[number] = layer.values[number] ? `${layer.values[number]}+${value}` : value;
  }

  glue(): void {
    this.#glued = true;
  }

  endSentence(): void {
    this.#atStart = true;
    if (this.#length === 0 || this.#isAtLineStart) return;
    this.#add('\n');
    this.#isAtLineStart = true;
    this.#glued = true;
  }

  extracted(part: string | undefined): Extracted {
    const { forms, starts, lengths, sentenceStarts, metadata } = this;
    const text = this.#pieces.join('').trimEnd();
    const regions = this.regions.all(text.length);
    return {
      text,
      metadata,
      words: {
        forms,
        starts,
        lengths,
        sentenceStarts,
        layers: [...this.#layers].map(([name, { kind, values }]) => ({ name, kind, values })),
      },
      ...(regions === undefined ? {} : { regions }),
      ...(part === undefined ? {} : { part }),
    };
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }
}

/** The texts of a file, one after another. */
export class GrowingTexts {
  readonly #texts: { readonly text: GrowingText; readonly part: string | undefined }[] = [];
  text = new GrowingText({});
  #part: string | undefined;

  begin(part: string | undefined, metadata: Metadata): void {
    this.#keep();
    this.text = new GrowingText(metadata);
    this.#part = part;
  }

  #keep(): void {
    if (!this.text.isEmpty) this.#texts.push({ text: this.text, part: this.#part });
  }

  all(): Extracted[] {
    this.#keep();
    const several = this.#texts.length > 1;
    return this.#texts.map(({ text, part }, at) =>
      text.extracted(several ? (part ?? String(at + 1)) : undefined),
    );
  }
}
