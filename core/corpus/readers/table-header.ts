const numberOrDate =
  /^\s*(?:[-+]?\d+(?:[.,]\d+)*\s*%?|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ][\d:.]+Z?)?)\s*$/;
const usualNames =
  /^(?:id|no|nr|index|text|texts|body|content|contents|sentence|utterance|title|author|name|year|date|time|source|url|lang|language|label|speaker|file|filename|category|genre|group|user|gender|age|标题|作者|正文|文本|内容|日期|年份|编号)$/iu;
const sampledRows = 200;
const fewestWords = 3;
const fewestCharacters = 8;
const share = 1 / 3;

/** Whether the first row holds names of columns rather than what stands in them. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows.slice(0, sampledRows);
  if (others.length === 0 || first.some((cell) => usualNames.test(cell.trim()))) return true;
  const columns = first.map((name, at) => ({
    name: name.trim(),
    values: others.map((row) => (row[at] ?? '').trim()).filter((value) => value !== ''),
  }));
  const ofNumbers = columns.filter(
    ({ values }) => values.length > 0 && values.every((value) => numberOrDate.test(value)),
  );
  if (ofNumbers.some(({ name }) => name !== '' && !numberOrDate.test(name))) return true;
  if (ofNumbers.some(({ name }) => numberOrDate.test(name))) return false;
  // A name is shorter than what it names: one that is a text itself is none.
  const length = ({ values }: { readonly values: readonly string[] }) =>
    values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
  const [longest] = columns.toSorted((a, b) => length(b) - length(a));
  if (longest === undefined) return true;
  const { name } = longest;
  const isText =
    name.split(/\s+/).length >= fewestWords ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(name) &&
      name.length >= fewestCharacters);
  return !(isText && name.length >= share * length(longest) && !/[?？:：]$/u.test(name));
}
