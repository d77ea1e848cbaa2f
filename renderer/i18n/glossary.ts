import type { Language } from '../../core/contract/messages/message.ts';
import type { GuideChapter } from '../pages/guide/chapters.ts';

/** Terms that the window explains where they stand, by their name in the glossary of the guide in each language. */
const names = {
  dispersion: { en: 'Dispersion', zh: '离散度（dispersion）' },
  epoch: { en: 'Epoch', zh: '轮（epoch）' },
  falseDiscoveryRate: { en: 'False discovery rate', zh: '错误发现率（false discovery rate）' },
  hub: { en: 'Hub', zh: '枢纽词（hub）' },
  localNeighbourhood: { en: 'LND', zh: '局部邻域距离（LND）' },
  loss: { en: 'Loss', zh: '损失（loss）' },
  minimumCount: { en: 'Minimum count', zh: '最低频次（minimum count）' },
  negativeSamples: { en: 'Negative samples', zh: '负样本（negative samples）' },
  neighbourOverlap: { en: 'Neighbourhood overlap', zh: '近邻重合（neighbourhood overlap）' },
  perplexity: { en: 'Perplexity', zh: '困惑度（perplexity）' },
  cosine: { en: 'Cosine', zh: '余弦（cosine）' },
  dimension: { en: 'Dimension', zh: '维（dimension）' },
  procrustes: { en: 'Procrustes', zh: 'Procrustes 对齐' },
  range: { en: 'Range', zh: '篇数（range）' },
  seed: { en: 'Seed', zh: '随机种子（seed）' },
  subsampling: { en: 'Subsampling', zh: '降采样（subsampling）' },
  temporalReferencing: { en: 'Temporal referencing', zh: '时间标注法（temporal referencing）' },
  window: { en: 'Window', zh: '窗口（window）' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TermName = keyof typeof names;
export const termNames = Object.keys(names) as readonly TermName[];

const chapters = import.meta.glob<GuideChapter>('../../docs/guide/*/*-glossary.md', {
  eager: true,
  import: 'default',
});

const row = /<tr>\s*<td>(.*?)<\/td>\s*<td>(.*?)<\/td>\s*<\/tr>/gsu;
const signs: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (html: string) =>
  html.replaceAll(/<[^>]*>/gu, '').replaceAll(/&(?:lt|gt|amp|quot|#39);/gu, (sign) => signs[sign] ?? sign);

/** The glossary of the guide: what is read there is read here. */
const meanings = (language: Language): ReadonlyMap<string, string> => {
  const [chapter] = Object.entries(chapters).flatMap(([path, one]) =>
    path.includes(`/guide/${language}/`) ? [one] : [],
  );
  const html = chapter?.sections.map((section) => section.html).join('') ?? '';
  return new Map(
    Array.from(html.matchAll(row), ([, term = '', meaning = '']) => [plain(term), plain(meaning)]),
  );
};
const glossaries = { en: meanings('en'), zh: meanings('zh') } as const;

/** @throws Error where the glossary lacks a term that is explained by it */
export function meaningOf(term: TermName, language: Language): string {
  const name = names[term][language];
  const meaning = glossaries[language].get(name);
  if (meaning === undefined) throw new Error(`the glossary has no ${name}`);
  return meaning;
}
