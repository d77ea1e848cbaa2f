import type { Command } from './command.ts';
import { optionTable } from './help.ts';

const between = /(<!-- options: ([a-z -]+) -->)[\s\S]*?(<!-- \/options -->)/gu;

/** A page of documentation with the tables of options as the commands have them, between the marks that are there for them. */
export function withOptionTables(page: string, commands: ReadonlyMap<string, Command>): string {
  return page.replaceAll(between, (_, begin: string, name: string, end: string) => {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`There is no command “${name}”.`);
    return [begin, optionTable(command), end].join('\n\n');
  });
}
