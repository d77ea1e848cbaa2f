/** A part of a chapter under one heading; the first has the chapter's title. */
export interface GuideSection {
  readonly anchor: string;
  readonly title: string;
  /** Made from Firth's own Markdown when the program was built. */
  readonly html: string;
  /** What is read, in lower case, for searching. */
  readonly text: string;
}

export interface GuideChapter {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

export type GuideLanguage = 'en' | 'zh';

const inOrder = (files: Readonly<Record<string, GuideChapter>>): readonly GuideChapter[] =>
  Object.keys(files)
    .toSorted()
    .map((file) => files[file]!);

/** docs/guide, as it was when the program was built. */
export const guide: Readonly<Record<GuideLanguage, readonly GuideChapter[]>> = {
  en: inOrder(
    import.meta.glob<GuideChapter>('../../../docs/guide/en/*.md', { eager: true, import: 'default' }),
  ),
  zh: inOrder(
    import.meta.glob<GuideChapter>('../../../docs/guide/zh/*.md', { eager: true, import: 'default' }),
  ),
};
