import { fixed, words } from './sample-words.ts';

/** Scripts in which the sample corpus can be looked at, beside Latin. */
export type Script = 'arabic' | 'chinese';
export const scripts: readonly Script[] = ['arabic', 'chinese'];

const common: Readonly<Record<Script, readonly string[]>> = {
  arabic:
    'في من على إلى أن التي الذي هذا هذه كان مع عن كل بعد قبل بين حتى منذ عند الناس الدولة الحكومة البلاد جديد كبير رجال زمن قوة قانون عالم حرب سلام اتحاد مواطنون مجلس ملك ملكة رجل امرأة أمير أميرة نهر بحر أرض مال عمل سنوات يوم عامة أمة حرة عمال تجارة جيش أسطول معاهدة محكمة مصرف ضريبة مدرسة تاريخ أطفال الله بيت دار مدينة حرية عدل نظام واجب خطر أمل مسؤوليات'.split(
      ' ',
    ),
  chinese:
    '的 了 在 是 我 有 和 就 不 人 都 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 国家 政府 伟大 时候 力量 法律 世界 战争 和平 联盟 公民 国会 国王 王后 男人 女人 王子 公主 河流 大海 土地 金钱 工作 年代 日子 公共 民族 自由 劳动 贸易 军队 海军 条约 法院 银行 税收 学校 历史 孩子 上帝 家庭 房屋 城市 战时 正义 秩序 责任 危险 希望 现代化建设'.split(
      ' ',
    ),
};
const signs: Readonly<Record<Script, string>> = {
  arabic: 'ابتجحدرسشعغفقكلمنهوي',
  chinese: '山水花草云雨风雪春夏秋冬东西南北金木土石',
};

/** A word of the script for a place in the word list: another for each. */
function wordAt(script: Script, at: number): string {
  const known = common[script][at];
  if (known !== undefined) return known;
  const letters = Array.from(signs[script]);
  let word = '';
  for (let rest = at + 8000; rest > 0; rest = Math.floor(rest / letters.length))
    word += letters[rest % letters.length]!;
  return word;
}

/** Whatever names something of the program, and not of the texts. */
const names = new Set(
  'advice architecture attribute by cell code combine column digest encoding field file filter format heading id key kind language layer license locale measure method mode model name note operator order output parameters phase process reason region scale source status tag task title type within'.split(
    ' ',
  ),
);
const running = new Set(['left', 'right', 'text', 'sentence', 'before', 'after', 'node', 'match', 'context']);

/** The same project with its words in another script: what is asked is put back, what is answered is put into it. */
export function inScript(script: Script) {
  const into = new Map(words.map((word, at) => [word, wordAt(script, at)]));
  const back = new Map([...into].map(([word, other]) => [other, word]));
  const list = common[script];
  const anyWord = (word: string) =>
    into.get(word.toLowerCase()) ?? list[Math.floor(fixed(word) * list.length)]!;
  const gap = script === 'chinese' ? '' : ' ';
  const sentence = (text: string) => text.replaceAll(/\p{L}+(?:-\p{L}+)*/gu, anyWord).replaceAll(/ +/gu, gap);
  const walked = (value: unknown, key: string, of: (text: string, key: string) => string): unknown => {
    if (typeof value === 'string') return of(value, key);
    if (Array.isArray(value)) return value.map((one) => walked(one, key, of));
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walked(one, name, of)] as const),
    );
  };
  return {
    word: (word: string): string => into.get(word) ?? word,
    asked: (params: unknown): unknown => walked(params, '', (text) => back.get(text) ?? text),
    answered: (answer: unknown): unknown =>
      walked(answer, '', (text, key) => {
        if (running.has(key)) return sentence(text);
        return names.has(key) ? text : (into.get(text) ?? text);
      }),
  };
}
