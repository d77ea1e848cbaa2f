/**
 * The tests come in three projects. `unit` is everything that is not named here: it needs no build, no browser and nothing installed,
 * and takes less than a minute, so that it can be run after every change (`npm run unit`).
 */

/** Through the built program: the window in a real browser, the packed application, the installed command line. */
export const windowTests: readonly string[] = [
  'tests/e2e/**/*.test.ts',
  'tests/packing/**/*.test.ts',
  'tests/renderer/accessibility.test.ts',
  'tests/renderer/in-the-window.test.ts',
  'tests/renderer/map-in-page.test.ts',
  'tests/renderer/tokens-in-page.test.ts',
  'tests/electron/window.test.ts',
];

/** What docs/promises.md promises: kills, faults, damage, hostile files, the same bytes everywhere, privacy. They break things on purpose and take their time. */
export const promiseTests: readonly string[] = [
  'tests/privacy/**/*.test.ts',
  'tests/core/corpus/readers/bombs.test.ts',
  'tests/core/corpus/readers/canaries.test.ts',
  'tests/core/corpus/readers/damaged-copies.test.ts',
  'tests/core/corpus/readers/growth.test.ts',
  'tests/core/engine/any-calls.test.ts',
  'tests/core/engine/cancel.test.ts',
  'tests/core/engine/crash.test.ts',
  'tests/core/engine/full-disk.test.ts',
  'tests/core/engine/hostile-text.test.ts',
  'tests/core/engine/locale.test.ts',
  'tests/core/engine/resume.test.ts',
  'tests/core/engine/planned-study.test.ts',
  'tests/core/engine/run-study.test.ts',
  'tests/core/engine/write-bundle.test.ts',
  'tests/core/exchange/killed-export.test.ts',
  'tests/core/project/damage.test.ts',
  'tests/core/project/damage-of-tables.test.ts',
  'tests/core/project/hostile.test.ts',
  'tests/core/project/kill.test.ts',
  'tests/core/project/one-saver.test.ts',
  'tests/core/project/publish.test.ts',
  'tests/core/project/stored-lengths.test.ts',
  'tests/core/training/trainer.test.ts',
  'tests/core/sequence/trainer.test.ts',
  'tests/electron/engine-crash.test.ts',
  'tests/electron/no-network.test.ts',
];

/** What the gate asks a sample of (tests/extent.ts), and `npm run test:long` the whole. */
export const sampledTests: readonly string[] = [
  'tests/core/corpus/readers/bombs.test.ts',
  'tests/core/engine/any-calls.test.ts',
  'tests/core/engine/crash.test.ts',
  'tests/core/engine/locale.test.ts',
  'tests/core/exchange/killed-export.test.ts',
  'tests/core/opened/query-hits.test.ts',
  'tests/core/opened/token-attributes.test.ts',
  'tests/core/opened/token-row.test.ts',
  'tests/core/opened/written-forms.test.ts',
  'tests/core/project/append-import.test.ts',
  'tests/core/project/damage.test.ts',
  'tests/core/project/layers.test.ts',
  'tests/core/project/hostile.test.ts',
  'tests/e2e/loaded-again.test.ts',
  'tests/e2e/pages.test.ts',
  'tests/e2e/recovery.test.ts',
  'tests/e2e/sequence.test.ts',
  'tests/e2e/training.test.ts',
  'tests/electron/engine-crash.test.ts',
  'tests/packing/pack.test.ts',
  'tests/renderer/accessibility.test.ts',
  'tests/renderer/tokens-in-page.test.ts',
  'tests/shared/import.test.ts',
  'tests/shared/real-files.test.ts',
];
