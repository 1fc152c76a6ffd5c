// What a stage's counts are worth. Knows no package: it is there before anything is installed.

/**
 * A stage without a test passes nothing: its files were moved, or never found. Asked for by words, a stage
 * may well have none.
 * @param result  counts, or undefined where no test file was found
 */
export function judged(result, { grep } = {}) {
  const count = result ? result.passed + result.failed + result.skipped : 0;
  if (count > 0 || (grep && result)) return result;
  return { passed: 0, failed: 1, skipped: 0, problem: 'it has no tests' };
}
