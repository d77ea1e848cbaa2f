import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuPage } from '../core/contract/window.ts';
import { fileCommands, goCommands, helpCommands } from './commands.ts';
import type { MainTexts } from './main-texts.ts';

type Item = MenuItemConstructorOptions;
type Role = keyof MainTexts['roles'];

const line: Item = { type: 'separator' };

/** The menus as a template. @param pages as the window names them @param send hands a command to the page */
export function menuTemplate(
  texts: MainTexts,
  pages: readonly MenuPage[],
  send: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
): Item[] {
  const item = (command: MenuCommand, label: string, accelerator?: string): Item => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  });
  const named = (entry: (typeof fileCommands)[number]): Item =>
    entry === 'separator'
      ? line
      : item(entry.command, texts.commands[entry.command as keyof MainTexts['commands']], entry.accelerator);
  // Electron names what the system does in English only, unless it is told the name.
  const role = (name: Role): Item => ({ role: name, label: texts.roles[name] });
  const toPages = pages.map(({ name, label, key }) =>
    item(`page-${name}`, label, ...(key === null ? [] : [`CmdOrCtrl+${key}`])),
  );
  const isMac = platform === 'darwin';
  const firth: Item = {
    label: 'Firth',
    submenu: [role('about'), line, role('hide'), role('hideOthers'), role('unhide'), line, role('quit')],
  };
  return [
    ...(isMac ? [firth] : []),
    {
      label: texts.menus.file,
      submenu: [...fileCommands.map(named), ...(isMac ? [] : [line, role('quit')])],
    },
    {
      label: texts.menus.edit,
      submenu: [
        role('undo'),
        role('redo'),
        line,
        role('cut'),
        role('copy'),
        role('paste'),
        role('delete'),
        line,
        role('selectAll'),
      ],
    },
    { label: texts.menus.go, submenu: [...goCommands.map(named), line, ...toPages] },
    {
      label: texts.menus.view,
      submenu: [role('resetZoom'), role('zoomIn'), role('zoomOut'), line, role('togglefullscreen')],
    },
    { label: texts.menus.help, role: 'help', submenu: helpCommands.map(named) },
  ];
}
