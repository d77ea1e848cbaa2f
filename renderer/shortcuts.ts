import type { App } from './state/app.svelte.ts';
import type { MenuCommand } from '../core/contract/window.ts';
import { pages } from './state/navigation.svelte.ts';

const field = (scope: ParentNode, mark: string) => scope.querySelector<HTMLInputElement>(mark);

function focusField(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** The page's own query or filter, marked `data-find`. */
function find(main: HTMLElement): void {
  focusField(field(main, '.view:not([hidden]) [data-find]'));
}

function lookUp(): void {
  focusField(field(document, '[data-look-up]'));
}

function goTo(app: App, number: number): void {
  const page = pages[number - 1];
  if (page !== undefined) app.go.go(page);
}

/** Ctrl or Cmd with 1–9, L, F, E, S, O, N and the comma; `/` where nothing is being typed; F1. */
export function onkey(app: App, event: KeyboardEvent, main: HTMLElement): void {
  if (event.defaultPrevented) return;
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  if (event.key === '/' && !typing) lookUp();
  else if (event.key === 'F1') app.go.showGuide();
  else if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  else if (/^[1-9]$/.test(event.key)) goTo(app, Number(event.key));
  else if (event.key === 'l') lookUp();
  else if (event.key === 'f') find(main);
  else if (event.key === 'e') app.go.go('export');
  else if (event.key === ',') app.go.go('settings');
  else if (event.key === 's') void app.save(event.shiftKey);
  else return;
  event.preventDefault();
}

export function onmenu(app: App, command: MenuCommand, main: HTMLElement): void {
  const acts: Partial<Record<MenuCommand, () => void>> = {
    new: () => void app.createProject(),
    open: () => void app.chooseProject(),
    save: () => void app.save(),
    'save-as': () => void app.save(true),
    close: () => app.go.go('home'),
    find: () => find(main),
    'look-up': lookUp,
    export: () => app.go.go('export'),
    settings: () => app.go.go('settings'),
    guide: () => app.go.showGuide(),
  };
  const page = /^page-(\d)$/.exec(command)?.[1];
  if (page !== undefined) goTo(app, Number(page));
  else acts[command]?.();
}
