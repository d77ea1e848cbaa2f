import { describe, expect, it } from 'vitest';
import { commands } from '../../../../core/cli/commands/all.ts';
import type { AnyCall } from '../../../../core/contract/call.ts';
import { calls } from '../../../../core/contract/calls/all.ts';

const definitions = Object.entries<AnyCall>(calls);

describe('the commands', () => {
  it('answer every call, but for those that make no sense outside of a window', () => {
    const exceptions = definitions.flatMap(([method, { command }]) =>
      'windowOnly' in command ? [[method, command.windowOnly]] : [],
    );
    const steering =
      'it steers a training that is under way; a command ends with Ctrl-C and goes on with --resume';
    const working = 'a command works on nothing but what it was asked for, and Ctrl-C cancels it';
    expect(exceptions).toEqual([
      ['query.strips', 'a picture: `distribution --by text` has the numbers of it'],
      ['query.complete', 'completes a query while it is typed'],
      ['model.pause', steering],
      ['model.continue', steering],
      ['model.stopAndKeep', steering],
      ['learning.soFar', 'a picture of a moment: `learning` has all of it once the training is over'],
      ['search.cosines', 'a picture: `neighbours --top` has the numbers of it'],
      [
        'exchange.table',
        'the rows stand on a page; the command of each list prints them, and `--json` gives them whole',
      ],
      ['project.close', 'a command closes what it opened'],
      ...['list', 'pause', 'continue', 'cancel'].map((name) => [`job.${name}`, working]),
    ]);
    const named = definitions.flatMap(([, { command }]) => {
      if ('windowOnly' in command) return [];
      return 'words' in command ? [command.words.join(' ')] : command.commands;
    });
    expect(named.filter((name) => !commands.has(name))).toEqual([]);
  });

  it('have names of their own, and options that are named once', () => {
    const derived = definitions.flatMap(([, { command }]) =>
      'words' in command ? [command.words.join(' ')] : [],
    );
    expect(new Set(derived).size).toBe(derived.length);
    for (const { name, options } of commands.values()) {
      const names = options.map((option) => option.name);
      expect([name, new Set(names).size]).toEqual([name, names.length]);
    }
  });

  it('say what every option and every word does', () => {
    const silent = [...commands.values()].flatMap(({ name, options, places = [] }) =>
      [...options, ...places].filter(({ says }) => says === '').map((one) => `${name}: ${one.name}`),
    );
    expect(silent).toEqual([]);
  });
});
