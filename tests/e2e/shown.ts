import { expect } from '@playwright/test';

/** What is to be seen is waited for with patience: a busy machine is slow, and not wrong. */
export const shown = expect.configure({ timeout: 60_000 });
