import { languageName } from '../language-name.ts';
import type { MethodsFacts } from '../methods.ts';
import type { FieldDivision } from '../study.ts';
import type { TokenSettings } from '../cutting.ts';
import type { TrainingSettings } from '../settings/training.ts';

const nameOf = (tag: string) => languageName(tag, 'zh');
const number = (value: number) => value.toLocaleString('zh', { maximumFractionDigits: 7 });

/** A methods paragraph in Chinese. */
export function methodsInChinese(facts: MethodsFacts): string {
  const { version, vocabulary, dimensions, vectors, training, study, further } = facts;
  if (training === null)
    return `词向量（${number(vocabulary)} 个词，${number(dimensions)} 维；sha256 ${vectors}）由其他程序生成，用 Firth ${version} 读入；训练方式没有随之保存。`;
  const { settings, epochs, corpus } = training;
  return [
    `词向量用 Firth ${version} 在${corpusLine(training)}上训练${corpus === null ? '' : `（文本的 sha256 ${corpus}）`}。`,
    ...(training.cutting === null ? [] : [cuttingLine(training.cutting, training.dictionary)]),
    trainingLine(settings, epochs, dimensions),
    `出现次数少于 ${number(settings.minCount)} 的词没有向量${settings.stopWords.length === 0 ? '' : `，${number(settings.stopWords.length)} 个停用词也没有`}；${settings.maxVocabulary > 0 ? `其余的最多保留最常见的 ${number(settings.maxVocabulary)} 个，` : ''}词表共 ${number(vocabulary)} 个词。`,
    settings.mode === 'reproducible'
      ? settings.stretches > 1
        ? `文本分成 ${number(settings.stretches)} 段同时训练，每轮之后按固定顺序合并；随机种子为 ${settings.seed}，在任何计算机上、用任何数目的线程都得到相同的向量（sha256 ${vectors}）。`
        : `使用单线程，随机种子为 ${settings.seed}，在任何计算机上都得到相同的向量（sha256 ${vectors}）。`
      : `${number(settings.workers)} 个线程同时更新同一组数值，重复训练会略有差别（随机种子 ${settings.seed}；本次向量的 sha256 ${vectors}）。`,
    '词与词的相似度为向量的余弦。',
    studyLine(study),
    ...further.map(furtherLine),
  ].join('');
}

function corpusLine({ tokens, documents, part, languages, stale }: NonNullable<MethodsFacts['training']>) {
  const of = languages
    .map(([tag, count]) => (languages.length === 1 ? nameOf(tag) : `${nameOf(tag)} ${number(count)} 篇`))
    .join('、');
  return [
    part === null ? '' : `语料库中满足条件 ${part} 的`,
    documents === null ? '一个语料库' : ` ${number(documents)} 篇文本`,
    tokens === null ? '' : `（共 ${number(tokens)} 个词例${of === '' || stale ? '' : `，语言：${of}`}）`,
    stale ? '（此后文本有改动）' : '',
  ].join('');
}

const methods: Readonly<Record<TokenSettings['method'], string>> = {
  auto: '按各文本语言的规则切分出的词',
  spaced: '空格之间的字符串',
  characters: '单个字符',
  segmenter: '按词典切分出的词',
};

const cuttingLine = (cutting: TokenSettings, dictionary: number) =>
  `词例为${[
    methods[cutting.method],
    cutting.lowerCase ? '统一为小写' : '保留大小写',
    cutting.punctuation === 'drop' ? '去掉标点' : '标点也作词例',
    { keep: '保留数字', drop: '去掉数字', mark: '数字统一为一个记号' }[cutting.numbers],
    ...(cutting.hyphens === 'split' ? ['在连字符处切开'] : []),
    ...(cutting.apostrophes === 'split' ? ['在撇号处切开'] : []),
    ...(cutting.wordForm === 'stem' ? ['取 Snowball 词干'] : []),
    ...(cutting.marks === 'strip' ? ['去掉元音符号和重音符号'] : []),
    ...(dictionary > 0 ? [`使用自建词典的 ${number(dictionary)} 个词条`] : []),
  ].join('，')}。`;

function trainingLine(settings: TrainingSettings, epochs: number, dimensions: number): string {
  const { window, dynamicWindow, within, noiseExponent, rate, minRate, subsample, layer } = settings;
  const unit = layer === 'form' ? '' : `有向量的是每个词例的 ${layer.replaceAll('+', ' 加 ')}。`;
  const reach = `左右${dynamicWindow ? '最多' : '各'} ${number(window)} 个词${within === 'sentence' ? '、不跨句' : ''}的窗口`;
  if (settings.architecture === 'count')
    return `模型为计数模型：${reach}内词与上下文的正点互信息${dynamicWindow ? '（越近权重越大）' : ''}，上下文分布以指数 ${number(noiseExponent)} 平滑，再用截断奇异值分解降到 ${number(dimensions)} 维（Levy, Goldberg & Dagan 2015）。${unit}`;
  const outputs: Readonly<Record<TrainingSettings['output'], string>> = {
    'negative-sampling': `负采样（${number(settings.negative)} 个负例，噪声分布的指数为 ${number(noiseExponent)}）`,
    'hierarchical-softmax': '层次 softmax',
    'full-softmax': '完整 softmax',
  };
  const model =
    settings.architecture === 'cbow'
      ? `CBOW（上下文取${settings.combine === 'mean' ? '平均' : '总和'}）`
      : 'skip-gram';
  return `模型为 ${model}，输出层用${outputs[settings.output]}（Mikolov et al. 2013），${number(dimensions)} 维，${reach}，训练 ${number(epochs)} 轮，学习率从 ${number(rate)} 线性降到 ${number(minRate)}，${subsample === 0 ? '不作下采样' : `高频词下采样阈值为 ${number(subsample)}`}。${unit}`;
}

function studyLine(study: MethodsFacts['study']): string {
  if (study === null) return '没有检验换一批文本或换一个随机种子时结果会有多大变化。';
  const how =
    study.kind === 'bootstrap'
      ? '每次从这些文本中有放回地抽取同样多篇，词表和随机种子不变'
      : '文本不变，每次换一个随机种子，因此只反映训练本身的偶然性';
  return `为检验结果的稳定性，训练重复了 ${number(study.runs)} 次（${how}）；95% 区间为余弦的 Fisher z 上各次结果与模型之差的均方根乘以学生 t 值，“${number(study.runs)} 次中的 k 次”指该近邻出现在多少次结果的列表中。`;
}

function furtherLine({ kind, runs, division }: MethodsFacts['further'][number]): string {
  const times = `另将训练重复 ${number(runs)} 次`;
  const how = {
    bootstrap: `${times}，每次从这些文本中有放回地抽取同样多篇。`,
    seeds: `${times}，文本不变，每次换一个随机种子。`,
    shuffled: `${times}，每次先把所有词在全部文本中打乱；其中两个词余弦的 97.5% 分位数是仅凭频次所能达到的相似度。`,
    settings: `${times}，每次改变一项设置；范围为余弦的最小值到最大值。`,
    halves: `${times}，每次用随机分出的一半文本。`,
  };
  if (division === null) return how[kind as keyof typeof how];
  const parts = `${divisionWords(division)}分成 ${number(division.parts)} 部分`;
  return kind === 'permuted'
    ? `作为对照，把字段“${division.by}”的值在文本之间重新随机分配（各值出现次数不变），${parts}，共训练 ${number(runs)} 次；各部分之间的差异为最近邻中不相同的比例（Gonen et al. 2020），与这些随机划分相比，并控制错误发现率（Benjamini & Hochberg 1995）。`
    : `把文本${parts}，用模型的词表、设置和随机种子在单个部分上训练 ${number(runs)} 次：先用各部分的原有文本，再从中有放回地抽取同样多篇。`;
}

function divisionWords({ by, cuts, equal }: FieldDivision): string {
  if (cuts !== undefined) return `按字段“${by}”（起点：${cuts.join('、')}）`;
  return equal === undefined ? `按字段“${by}”的值` : `按字段“${by}”以大致相等的词例数`;
}
