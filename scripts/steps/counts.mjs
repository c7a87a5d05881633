const COLOURS = /\x1b\[[0-9;]*m/g; // eslint-disable-line no-control-regex
const OURS = /^(\d+) passed, (\d+) failed$/gm;
const NODE = /^(?:ℹ|#) (pass|fail|cancelled) (\d+)$/gm;

/** How many tests passed and failed, from what a step printed: our own closing lines, or those of Node's test runner. */
export function countsOf(output) {
  const text = output.replace(COLOURS, '').replaceAll('\r', '');
  const counts = { passed: 0, failed: 0 };
  for (const [, passed, failed] of text.matchAll(OURS)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  for (const [, kind, count] of text.matchAll(NODE)) counts[kind === 'pass' ? 'passed' : 'failed'] += Number(count);
  return counts;
}
