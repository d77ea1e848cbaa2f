import { expect, it } from 'vitest';
import { commands } from '../../../core/cli/commands/all.ts';
import { withOptionTables } from '../../../core/cli/option-tables.ts';

it('puts the options of a command between its marks, and leaves everything else', () => {
  const page = 'Before\n\n<!-- options: models rename -->\n\nold\n\n<!-- /options -->\n\nAfter\n';
  const written = withOptionTables(page, commands);
  expect(written).toBe(
    [
      'Before',
      '<!-- options: models rename -->',
      [
        '| Option      | Meaning                                                                               |',
        '| ----------- | ------------------------------------------------------------------------------------- |',
        '| `MODEL`     | the model                                                                             |',
        '| `NAME`      | its new name                                                                          |',
        '| `--recover` | takes up unsaved work on the project first; without it, such work refuses the command |',
      ].join('\n'),
      '<!-- /options -->',
      'After\n',
    ].join('\n\n'),
  );
  expect(withOptionTables(written, commands)).toBe(written);
});

it('knows no command that is not there', () => {
  expect(() => withOptionTables('<!-- options: fly -->\n\n<!-- /options -->', commands)).toThrow('“fly”');
});
