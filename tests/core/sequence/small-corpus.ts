import type { CorpusText } from '../../../core/sequence/split-texts.ts';

/** Texts of sentences of so many tokens each; ids count upwards and begin anew at ten. */
export function textsOf(lengths: readonly (readonly number[])[]): CorpusText[] {
  return lengths.map((sentences, document) => {
    const tokens = sentences.reduce((sum, length) => sum + length, 0);
    let at = 0;
    return {
      document: document + 1,
      ids: Uint32Array.from({ length: tokens }, (_, i) => i % 10),
      sentenceStarts: Uint32Array.from(sentences, (length) => (at += length) - length),
    };
  });
}

/** Texts given as lines of words, with the forms of their ids. */
export function corpusOf(...texts: readonly string[]): { texts: CorpusText[]; forms: string[] } {
  const forms: string[] = [];
  const idOf = (form: string) => {
    if (!forms.includes(form)) forms.push(form);
    return forms.indexOf(form);
  };
  return {
    forms,
    texts: texts.map((text, document) => {
      const sentences = text.split('\n').map((line) => line.split(' ').map(idOf));
      let at = 0;
      return {
        document: document + 1,
        ids: Uint32Array.from(sentences.flat()),
        sentenceStarts: Uint32Array.from(sentences, ({ length }) => (at += length) - length),
      };
    }),
  };
}
