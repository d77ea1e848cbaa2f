/** C0, DEL and C1: what a terminal obeys rather than shows. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f]/gu;

/** The picture of a control character where Unicode has one, else its number. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
}

/** Text of a file, or a name of one, as it may stand in a line: a name cannot move the cursor, colour the rest or begin a line of its own. */
export const inOneLine = (text: string): string => text.replace(controls, pictureOf);

/** The same for text of several lines, whose breaks and tabs are meant. */
export const inLines = (text: string): string =>
  text.replace(controls, (control, at: number) =>
    control === '\n' || control === '\t' || (control === '\r' && text[at + 1] === '\n')
      ? control
      : pictureOf(control),
  );
