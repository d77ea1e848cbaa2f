const token =
  /[\s\ufeff]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y;

/**
 * Where a text ceases to be JSON (RFC 8259), in UTF-16 units: the parser of the language does not always say it.
 * @returns the length of the text where only its end is missing
 */
export function jsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  /** What may come next: a value, a key, a colon, or a comma. */
  let wants: 'value' | 'key' | 'colon' | 'comma' = 'value';
  let mayClose = false;
  token.lastIndex = 0;
  for (;;) {
    const from = token.lastIndex;
    const found = token.exec(text);
    if (found === null) {
      const rest = /\S/.exec(text.slice(from));
      return rest === null ? text.length : from + rest.index;
    }
    const [whole, string, literal, sign] = found;
    const at = from + whole.length - (string ?? literal ?? sign ?? '').length;
    const inObject = open[open.length - 1] === '{';
    if (sign === '}' || sign === ']') {
      if (open.pop() !== (sign === '}' ? '{' : '[') || !(wants === 'comma' || mayClose)) return at;
      wants = 'comma';
    } else if (string !== undefined && wants === 'key') wants = 'colon';
    else if ((string !== undefined || literal !== undefined) && wants === 'value') wants = 'comma';
    else if ((sign === '{' || sign === '[') && wants === 'value') {
      open.push(sign);
      wants = sign === '{' ? 'key' : 'value';
    } else if (sign === ':' && wants === 'colon') wants = 'value';
    else if (sign === ',' && wants === 'comma' && open.length > 0) wants = inObject ? 'key' : 'value';
    else return at;
    mayClose = sign === '{' || sign === '[';
  }
}
