import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../core/contract/window.ts';
import { fileCommands, goCommands, pageCount } from './commands.ts';
import type { MainTexts } from './main-texts.ts';

/** The menus as a template. @param send hands a command to the page */
export function menuTemplate(
  texts: MainTexts,
  send: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const item = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  });
  const named = (entry: (typeof fileCommands)[number]): MenuItemConstructorOptions =>
    entry === 'separator'
      ? { type: 'separator' }
      : item(entry.command, texts.commands[entry.command as keyof MainTexts['commands']], entry.accelerator);
  const pages = Array.from({ length: pageCount }, (_, at) =>
    item(`page-${at + 1}`, texts.pages[at]!, `CmdOrCtrl+${at + 1}`),
  );
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: texts.menus.file,
      submenu: [...fileCommands.map(named), { type: 'separator' }, { role: 'quit' }],
    },
    { label: texts.menus.edit, role: 'editMenu' },
    { label: texts.menus.go, submenu: [...goCommands.map(named), { type: 'separator' }, ...pages] },
    {
      label: texts.menus.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
}
