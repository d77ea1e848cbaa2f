import { inColumns } from './columns.ts';
import type { Command } from './command.ts';
import type { Option } from './option.ts';

// What the command line says of itself: as help, and as the tables of docs/command-line.md.

export function helpOfAll(commands: Iterable<Command>): string {
  return [
    'Firth: word vectors from your own texts, on your own computer.',
    '',
    ...[...commands].map(
      ({ name, usage, summary }) => `  firth ${name} ${usage}`.trimEnd() + `\n      ${summary}`,
    ),
    '',
    'Every command takes --json (one JSON document on stdout), --input FILE or - (the input as one JSON document) and --help.',
    '',
  ].join('\n');
}

export function helpOf({ name, usage, summary, places = [], options }: Command): string {
  const rows = [
    ...places.map((place) => [`  ${place.name}`, unmarked(place.says)]),
    ...options.map((option) => [
      `  --${option.name}${option.placeholder === null ? '' : ` ${option.placeholder}`}`,
      plain(option),
    ]),
  ];
  const table = rows.length === 0 ? '' : inColumns([{ title: '' }, { title: '' }], rows);
  return `${`firth ${name} ${usage}`.trimEnd()}\n${unmarked(summary)}${table}\n`;
}

/** Without the marks of Markdown. */
const unmarked = (says: string): string =>
  says
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .split('`')
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/\b_|_\b/gu, '')))
    .join('');

/** With the default behind it. */
function plain({ says, byDefault, isNeeded }: Option): string {
  const text = unmarked(says);
  if (isNeeded === true) return `${text} (needed)`;
  return byDefault === undefined ? text : `${text} (${byDefault})`;
}

/** A table of options in Markdown; empty where a command has none. */
export function optionTable({ places = [], options }: Command): string {
  const rows = [
    ...places.map(({ name, says }) => [`\`${name}\``, says]),
    ...options.map(({ name, placeholder, byDefault, says, isNeeded }) => [
      `\`--${name}${placeholder === null ? '' : ` ${byDefault ?? placeholder}`}\``,
      `${says}${isNeeded === true ? ' (needed)' : ''}`,
    ]),
  ].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  if (rows.length === 0) return '';
  const widths = ['Option', 'Meaning'].map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(['Option', 'Meaning']), rule, ...rows.map(line)].join('\n');
}
