/**
 * The tests come in four projects. `unit` is everything that is not named here: one module or a few together, without a build, a browser
 * or anything installed, in about a minute, so that it can be run after every change (`npm run unit`).
 */

/** A whole engine with its threads, the command line, the project file on a disk: without a build, but many modules and real work. */
export const engineTests: readonly string[] = [
  'tests/core/cli/**/*.test.ts',
  'tests/core/engine/**/*.test.ts',
  'tests/core/opened/**/*.test.ts',
  'tests/core/project/**/*.test.ts',
  'tests/core/change/measure-change.test.ts',
  'tests/core/corpus/import-texts.test.ts',
  'tests/core/exchange/vector-files.test.ts',
  'tests/core/map/lay-out.test.ts',
  'tests/core/training/reference.test.ts',
];

/** Through the built program: the window in a real browser, the packed application, the installed command line. */
export const windowTests: readonly string[] = [
  'tests/e2e/**/*.test.ts',
  'tests/packing/**/*.test.ts',
  'tests/renderer/accessibility.test.ts',
  'tests/renderer/in-the-window.test.ts',
  'tests/renderer/chart-pictures.test.ts',
  'tests/renderer/map-in-page.test.ts',
  'tests/renderer/room.test.ts',
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
  'tests/core/corpus/tokenize/growth-of-cutting.test.ts',
  'tests/core/engine/any-calls.test.ts',
  'tests/core/engine/cancel.test.ts',
  'tests/core/engine/crash.test.ts',
  'tests/core/engine/full-disk.test.ts',
  'tests/core/engine/growth-of-calls.test.ts',
  'tests/core/engine/fuzzed-calls.test.ts',
  'tests/core/engine/hostile-text.test.ts',
  'tests/core/engine/hostile-values.test.ts',
  'tests/core/engine/locale.test.ts',
  'tests/core/engine/memory.test.ts',
  'tests/core/engine/resume.test.ts',
  'tests/core/engine/planned-study.test.ts',
  'tests/core/engine/run-study.test.ts',
  'tests/core/engine/write-bundle.test.ts',
  'tests/core/exchange/killed-export.test.ts',
  'tests/core/project/damage.test.ts',
  'tests/core/project/damage-of-tables.test.ts',
  'tests/core/project/damaged-header.test.ts',
  'tests/core/project/hostile.test.ts',
  'tests/core/project/kill.test.ts',
  'tests/core/project/one-saver.test.ts',
  'tests/core/project/publish.test.ts',
  'tests/core/project/stored-lengths.test.ts',
  'tests/core/training/rounds.test.ts',
  'tests/core/training/trainer.test.ts',
  'tests/core/sequence/trainer.test.ts',
  'tests/electron/engine-crash.test.ts',
  'tests/electron/no-network.test.ts',
];
