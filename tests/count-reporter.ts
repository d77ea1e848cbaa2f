import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line of counts, and names every test that did not run, or not at once. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      if (module.children.size === 0 && module.state() === 'failed') failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky === true)
          console.log(`AT THE SECOND TRY: ${module.relativeModuleId} › ${test.fullName}`);
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else {
          skipped += 1;
          console.log(`NOT RUN: ${module.relativeModuleId} › ${test.fullName}`);
        }
      }
    }
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    if (skipped > 0 && process.env['CI'] !== undefined) process.exitCode = 1;
  }
}
