import type { MenuCommand } from '../core/contract/window.ts';

interface CommandEntry {
  readonly command: MenuCommand;
  readonly accelerator?: string;
}

/** Commands of the menus; each has a control in the page as well. */
export const fileCommands: readonly (CommandEntry | 'separator')[] = [
  { command: 'new', accelerator: 'CmdOrCtrl+N' },
  { command: 'open', accelerator: 'CmdOrCtrl+O' },
  'separator',
  { command: 'save', accelerator: 'CmdOrCtrl+S' },
  { command: 'save-as', accelerator: 'CmdOrCtrl+Shift+S' },
  { command: 'export', accelerator: 'CmdOrCtrl+E' },
  'separator',
  { command: 'settings', accelerator: 'CmdOrCtrl+,' },
  { command: 'close', accelerator: 'CmdOrCtrl+W' },
];

export const goCommands: readonly CommandEntry[] = [
  { command: 'look-up', accelerator: 'CmdOrCtrl+L' },
  { command: 'find', accelerator: 'CmdOrCtrl+F' },
];

export const helpCommands: readonly CommandEntry[] = [{ command: 'guide', accelerator: 'F1' }];
