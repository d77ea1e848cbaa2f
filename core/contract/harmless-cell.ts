/** Spreadsheets run a cell that begins so, whatever its file says it is. */
const startsFormula = /^[=+\-@\t\r]/u;

/** Text as a cell that no spreadsheet runs, from a file or from the clipboard: an apostrophe before what would be a formula. */
export const harmlessCell = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);
