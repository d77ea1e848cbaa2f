import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Firth } from '../../../core/contract/window.ts';
import { Interface } from '../../../renderer/state/interface.svelte.ts';
import { wording } from '../../../renderer/pages/words/wording.ts';
import { watched } from './watched.svelte.ts';

function opened(language: 'system' | 'en' | 'zh', theme: 'system' | 'light' | 'dark', locale: string) {
  const changeSettings = vi.fn((changed: object) => Promise.resolve(changed));
  const system = Object.assign(new EventTarget(), { matches: false });
  const ui = new Interface(
    { changeSettings } as unknown as Firth,
    { language, theme },
    locale,
    system as unknown as MediaQueryList,
  );
  const darken = (matches: boolean) => system.dispatchEvent(Object.assign(new Event('change'), { matches }));
  return { ui, changeSettings, darken };
}

describe('the language of the window', () => {
  it('is the computer’s unless the person chose another', () => {
    expect(opened('system', 'system', 'zh-Hant-TW').ui.speaks).toBe('zh');
    expect(opened('system', 'system', 'fr-FR').ui.speaks).toBe('en');
    expect(opened('zh', 'system', 'en-GB').ui.speaks).toBe('zh');
  });

  it('changes all words and numbers at once, and is kept', async () => {
    const { ui, changeSettings } = opened('en', 'light', 'en');
    const { seen, stop } = watched(() => [ui.say(wording).title, ui.t.shared.cancel, ui.span(90)]);
    await ui.change({ language: 'zh' });
    flushSync();
    stop();
    expect(seen).toEqual([
      ['Words', 'Cancel', '2 minutes'],
      ['词表', '取消', '2 分钟'],
    ]);
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ language: 'zh' });
  });

  it('says what failed in it', () => {
    const { ui } = opened('zh', 'light', 'en');
    expect(ui.message({ code: 'E_NO_MODEL', details: {} })).toMatch(/\p{Script=Han}/u);
  });
});

describe('light and dark', () => {
  it('follow the computer while nothing else is chosen', () => {
    const { ui, darken } = opened('en', 'system', 'en');
    const { seen, stop } = watched(() => ui.dark);
    darken(true);
    flushSync();
    stop();
    expect(seen).toEqual([false, true]);
    const chosen = opened('en', 'light', 'en');
    chosen.darken(true);
    expect(chosen.ui.dark).toBe(false);
  });
});
