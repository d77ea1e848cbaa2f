import { describe, it, expect } from 'vitest';
import { en, zh } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';

describe('the guide', () => {
  it.each([
    ['en-US', en, 'Your first project', 'Texts', 'Chebyshev'],
    ['zh-CN', zh, '第一个项目', '文本', '切比雪夫'],
  ] as const)(
    'is there without a project, by menu, key and rail, in %s',
    async (language, t, first, second, word) => {
      const window = await launchFirth({ language });
      const { app, page } = window;
      const guide = page.locator('[data-page=guide]');
      await app.evaluate(({ Menu }) => {
        (Menu.getApplicationMenu()!.getMenuItemById('guide') as unknown as { click(): void }).click();
      });
      await shown(guide.getByRole('heading', { level: 1, name: t.guide.title })).toBeVisible();
      const article = guide.getByRole('article');
      await shown(article.getByRole('heading', { level: 2 })).toHaveText(first);
      // Every picture of every chapter is there, and every link leads somewhere.
      const chapters = guide.getByRole('navigation').locator('ol > li > button');
      const count = await chapters.count();
      expect(count).toBeGreaterThanOrEqual(10);
      for (let at = 0; at < count; at++) {
        await chapters.nth(at).click();
        await shown(article.getByRole('heading', { level: 2 })).toHaveText(
          await chapters.nth(at).innerText(),
        );
        for (const picture of await article.getByRole('img').all())
          await shown(picture)
            .toHaveJSProperty('complete', true)
            .then(async () => {
              expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(
                500,
              );
            });
      }
      await chapters.first().click();
      await article.getByRole('link').first().click();
      await shown(article.getByRole('heading', { level: 2 })).toHaveText(second);
      // The page that one comes from is explained at once.
      await page
        .getByRole('navigation', { name: t.frame.pages })
        .getByRole('button', { name: t.settings.title })
        .click();
      await page.keyboard.press('F1');
      await shown(chapters.nth(11)).toHaveAttribute('aria-current', 'true');
      await page.keyboard.press('Control+f');
      await page.keyboard.type(word);
      await shown(guide.getByRole('status')).toHaveText(/\d/);
      await guide.getByRole('navigation').getByRole('button').first().click();
      await shown(article.getByText(word).first()).toBeInViewport();
      await window.close();
      removeFolder(window.userData);
    },
  );
});
