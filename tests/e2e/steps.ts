import type { Page } from '@playwright/test';
import { en, type Wording } from '../renderer/wording.ts';
import type { FirthWindow } from './open-window.ts';
import { shown } from './shown.ts';

/** Steps that many tests begin with. English window. */
export async function buildCorpus({ page, ...window }: FirthWindow, folder: string): Promise<void> {
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await window.choose(folder);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await page.getByRole('button', { name: 'Build corpus' }).click();
  await shown(page.getByRole('button', { name: 'See the words' })).toBeVisible();
}

/** The rail may say how many words are pinned behind a name. */
export const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

/**
 * Looks a choice of texts up by a part of its name, with the keys alone.
 * @param name of the choice as the list has it
 */
export async function chooseTexts(
  page: Page,
  part: string,
  name: string,
  label = en.texts.text,
): Promise<void> {
  const view = page.locator('.view:not([hidden])');
  const field = view.getByRole('combobox', { name: label, exact: true });
  await field.focus();
  await page.keyboard.press('ArrowDown');
  if (part !== '') await page.keyboard.type(part);
  // The list narrows while one reads it: what the keys point at is asked, not where the choice stood a moment ago.
  const pointedAt = async (): Promise<string | undefined> => {
    const id = await field.getAttribute('aria-activedescendant');
    const option = view.locator(`[role=option][id="${id ?? ''}"]`);
    return (await option.count()) === 1 ? (await option.textContent())?.trim() : undefined;
  };
  await shown.poll(pointedAt).toBe(name);
  await page.keyboard.press('Enter');
  await shown(field).toHaveAttribute('aria-expanded', 'false');
}

/** Trains with the preset of the corpus but for the epochs. */
export async function train(
  page: Page,
  {
    epochs = 5,
    dimensions = 50,
    wait = true,
    t = en,
  }: {
    readonly epochs?: number;
    readonly dimensions?: number;
    readonly wait?: boolean;
    readonly t?: Wording;
  } = {},
): Promise<void> {
  await goTo(page, t.train.title);
  const another = page.locator('[data-page=train]').getByRole('button', { name: t.training.another });
  if (await another.isVisible()) await another.click();
  await page.getByRole('spinbutton', { name: t.training.epochs }).fill(String(epochs));
  await page.getByRole('spinbutton', { name: t.train.dimensions }).fill(String(dimensions));
  await page
    .locator('[data-page=train]')
    .getByRole('button', { name: t.training.start, exact: true })
    .click();
  if (wait) await shown(page.getByRole('button', { name: t.train.explore })).toBeVisible();
}

/** Trains a recurrent model with the preset of the corpus but for what is named. The page Sequence is shown. */
export async function trainNetwork(
  page: Page,
  {
    cell,
    epochs,
    name,
    hidden = 16,
    maxVocabulary,
    t = en,
  }: {
    readonly cell: 'RNN' | 'LSTM';
    readonly epochs: number;
    readonly name: string;
    readonly hidden?: number;
    readonly maxVocabulary?: number;
    readonly t?: Wording;
  },
): Promise<void> {
  const view = page.locator('[data-page=sequence]');
  const another = view.getByRole('button', { name: t.training.another });
  if (await another.isVisible()) await another.click();
  await view.getByText(cell, { exact: true }).first().click();
  await view.getByRole('spinbutton', { name: t.sequence.hidden }).fill(String(hidden));
  await view.getByRole('spinbutton', { name: t.training.epochs }).fill(String(epochs));
  await view.getByRole('textbox', { name: t.training.name }).fill(name);
  if (maxVocabulary !== undefined) {
    const field = view.getByRole('spinbutton', { name: t.training.maxVocabulary });
    if (!(await field.isVisible())) await view.getByText(t.training.advanced, { exact: true }).click();
    await field.fill(String(maxVocabulary));
    await view.getByText(t.training.advanced, { exact: true }).click();
  }
  await view.getByRole('button', { name: t.training.start, exact: true }).click();
}
