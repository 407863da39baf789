import type { Reporter, TestCase, TestModule } from "vitest/node";
import { missingPrograms } from "./services/programs.mjs";

/**
 * Ends a run with what was left out because a program is missing, and `N passed, N failed, N skipped`; a file that cannot
 * be loaded and a stray error count as failed.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: ReturnType<TestCase["result"]>["state"]) =>
      tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    // Behind the summary of the default reporter, which is listed before this one.
    const failed = count("failed") + broken + errors.length;
    for (const { package: name, tests } of count("skipped") > 0 ? missingPrograms() : [])
      process.stdout.write(`left out: ${tests} (${name} is not installed: npm run test:services)\n`);
    process.stdout.write(`\n${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`);
  }
}
