import type { MenuCommand } from '../core/contract/window.ts';
import { pageOf, pages } from './pages/index.ts';
import type { App } from './state/app.svelte.ts';

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

/** At the chapter of the page that is shown. */
const guide = (app: App) => app.go.showGuide(pageOf(app.go.page).chapter);

/** Ctrl or Cmd with the key of a page, L, F, E and S (N, O and W are the menu’s); `/` where nothing is being typed; F1. */
export function onkey(app: App, event: KeyboardEvent, main: HTMLElement): void {
  if (event.defaultPrevented) return;
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  const page = pages.find(({ key }) => key === event.key);
  if (event.key === '/' && !typing) lookUp();
  else if (event.key === 'F1') guide(app);
  else if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  else if (page !== undefined) app.go.go(page.name);
  else if (event.key === 'l') lookUp();
  else if (event.key === 'f') find(main);
  else if (event.key === 'e') app.go.go('export');
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
    guide: () => guide(app),
  };
  const page = pages.find(({ name }) => command === `page-${name}`);
  if (page !== undefined) app.go.go(page.name);
  else acts[command]?.();
}
