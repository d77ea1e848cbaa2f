import type { Attachment } from 'svelte/attachments';

const restMs = 250;
const edge = 8;

/**
 * What something means, shown where the pointer rests on it or the keys have come to it, and said aloud with its name. The pointer may go
 * over to what is shown; Escape puts it away.
 */
export const explained =
  (text: string | undefined): Attachment<HTMLElement> =>
  (element) => {
    if (text === undefined || text === '') return;
    let box: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const events = new AbortController();
    const on = { signal: events.signal };

    function show(): void {
      clearTimeout(timer);
      if (box !== null) return;
      box = document.createElement('div');
      box.className = 'explanation';
      box.setAttribute('role', 'tooltip');
      box.popover = 'manual';
      box.textContent = text!;
      // In a dialog nothing outside of it can be seen.
      (element.closest('dialog') ?? document.body).append(box);
      box.showPopover();
      place(box, element);
      box.addEventListener('pointerenter', () => clearTimeout(timer));
      box.addEventListener('pointerleave', hideSoon);
    }
    function hide(): void {
      clearTimeout(timer);
      box?.remove();
      box = null;
    }
    function hideSoon(): void {
      clearTimeout(timer);
      timer = setTimeout(hide, restMs);
    }
    element.setAttribute('aria-description', text);
    element.addEventListener(
      'pointerenter',
      () => {
        clearTimeout(timer);
        timer = setTimeout(show, restMs);
      },
      on,
    );
    element.addEventListener('pointerleave', hideSoon, on);
    element.addEventListener(
      'focusin',
      () => element.matches(':focus-visible, :has(:focus-visible)') && show(),
      on,
    );
    element.addEventListener('focusout', hide, on);
    element.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || box === null) return;
        event.stopPropagation();
        hide();
      },
      on,
    );
    return () => {
      events.abort();
      hide();
      element.removeAttribute('aria-description');
    };
  };

/** Below what is explained, or above it where there is no room. */
function place(box: HTMLElement, element: HTMLElement): void {
  const of = element.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isBelow = of.bottom + height + edge < window.innerHeight;
  box.style.left = `${Math.max(edge, Math.min(of.left, window.innerWidth - width - edge))}px`;
  box.style.top = `${isBelow ? of.bottom + 4 : Math.max(edge, of.top - height - 4)}px`;
}
