import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { fileCommands, goCommands, helpCommands } from '../../electron/commands.ts';
import { sharedWords } from '../../core/contract/messages/words.ts';
import { mainTexts } from '../../electron/main-texts.ts';
import { menuTemplate } from '../../electron/menu.ts';

const root = resolve(import.meta.dirname, '..', '..');
const platforms = ['linux', 'win32', 'darwin'] as const;
const languages = ['en', 'zh'] as const;

const pages = [
  { name: 'words', label: '词表', key: '3' },
  { name: 'lines', label: '检索', key: '4' },
  { name: 'map', label: '地图', key: null },
];

function itemsOf(language: 'en' | 'zh', platform: NodeJS.Platform, send = vi.fn()) {
  const template = menuTemplate(mainTexts(language, 'en-US'), pages, send, platform);
  const items = template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]);
  return { template, items: items.filter(({ type }) => type !== 'separator'), send };
}

const commands = [...fileCommands, ...goCommands, ...helpCommands]
  .filter((one) => one !== 'separator')
  .map(({ command }) => command);

describe.each(platforms)('the menus on %s', (platform) => {
  it.each(languages)('name every item in %s, those of the system too', (language) => {
    const { template, items } = itemsOf(language, platform);
    for (const { label, role } of [...template, ...items]) {
      expect([role, label]).toEqual([role, expect.stringMatching(/\S/)]);
      // Names such as Ctrl are the same everywhere; words are not.
      if (language === 'zh' && label !== 'Firth') expect(label).toMatch(/\p{Script=Han}/u);
    }
  });

  it('send each command to the page', () => {
    const { items, send } = itemsOf('en', platform);
    const byId = new Map(items.map((item) => [item.id, item]));
    const wanted = [...commands, ...pages.map(({ name }) => `page-${name}`)];
    for (const command of wanted) (byId.get(command)!.click as () => void)();
    expect(send.mock.calls.flat()).toEqual(wanted);
  });

  it('have each shortcut once', () => {
    const used = itemsOf('en', platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(used).size).toBe(used.length);
  });

  it('have one way to end the program, and none to open the developer’s tools or to load the page again', () => {
    const roles = itemsOf('en', platform).items.flatMap(({ role }) => role ?? []);
    expect(roles.filter((role) => role === 'quit')).toHaveLength(1);
    expect(roles.filter((role) => /reload|devtools/i.test(role))).toEqual([]);
  });
});

describe('the menus', () => {
  it('have the same items in both languages', () => {
    const shape = (language: 'en' | 'zh') =>
      itemsOf(language, 'darwin').items.map(({ id, role }) => id ?? role);
    expect(shape('zh')).toEqual(shape('en'));
  });

  it('follow the computer’s language where the person chose none', () => {
    for (const [language, locale, expected] of [
      ['system', 'zh-CN', 'zh'],
      ['system', 'zh-Hant-TW', 'zh'],
      ['system', 'ZH', 'zh'],
      ['system', 'fr-FR', 'en'],
      ['system', '', 'en'],
      ['en', 'zh-CN', 'en'],
      ['zh', 'en-US', 'zh'],
    ] as const)
      expect(mainTexts(language, locale).language).toBe(expected);
  });

  it('ask for nothing that the page does not do', () => {
    const shortcuts = readFileSync(join(root, 'renderer/shortcuts.ts'), 'utf8');
    const acts = [...shortcuts.matchAll(/^ {4}'?([a-z-]+)'?(?::|,$)/gm)].map(([, name]) => name);
    expect(commands.filter((command) => !acts.includes(command))).toEqual([]);
  });

  it('go to the pages that the window named, by their own keys', () => {
    const { items } = itemsOf('en', 'linux');
    const shown = items.filter(({ id }) => id?.startsWith('page-'));
    expect(shown.map(({ id, label, accelerator }) => [id, label, accelerator])).toEqual([
      ['page-words', '词表', 'CmdOrCtrl+3'],
      ['page-lines', '检索', 'CmdOrCtrl+4'],
      ['page-map', '地图', undefined],
    ]);
  });

  it('say what the window says, as titles in English', () => {
    const labels = (language: 'en' | 'zh') =>
      new Map(itemsOf(language, 'linux').items.map(({ id, label }) => [id, label]));
    expect(labels('en').get('save-as')).toBe('Save As…');
    expect(labels('en').get('look-up')).toBe('Look Up a Word');
    expect(labels('zh').get('look-up')).toBe(sharedWords.zh.commands.lookUp);
  });

  // The page's own control of each command: without menus (as in a full screen) nothing is out of reach.
  it.each<readonly [string, RegExp]>([
    ['new', /<Button[^>]*onclick=\{\(\) => void app\.createProject\(\)\}/],
    ['open', /<Button[^>]*onclick=\{\(\) => void app\.chooseProject\(\)\}/],
    ['save', /<button[^>]*onclick=\{\(\) => void app\.save\(\)\}/i],
    ['save-as', /<button[^>]*onclick=\{\(\) => void app\.save\(true\)\}/i],
    ['find', /data-find/],
    ['look-up', /data-look-up/],
  ])('give “%s” a control in the page as well', (_command, control) => {
    const pages = globSync('renderer/**/*.svelte', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    expect(pages.some((text) => control.test(text))).toBe(true);
  });
});
