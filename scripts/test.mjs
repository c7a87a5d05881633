// Everything that must hold, on a fresh clone too. Ends in one line, `N passed, N failed`, over all steps.
// Usage: npm test [-- STEP …]   with steps of: lint types unit build package cloud integration browser web
import { ensurePackages } from './host/packages.mjs';
import { start } from './host/processes.mjs';
import { countsOf } from './steps/counts.mjs';

const node = (...args) => [process.execPath, args];

/** A step is a command; `counts` says that it runs tests and prints how many; `needs` is a step that is run before it. */
const STEPS = {
  lint: { run: ['npm', ['run', '--silent', 'lint']] },
  types: { run: ['npm', ['run', '--silent', 'types']] },
  unit: { run: node('scripts/unit.mjs'), counts: true },
  build: { run: node('esbuild.mjs') },
  package: { run: node('scripts/package.mjs') },
  cloud: { run: node('scripts/steps/cloud.mjs'), counts: true },
  integration: { run: node('scripts/steps/integration.mjs'), counts: true, needs: 'build' },
  browser: { run: node('scripts/steps/browser.mjs'), counts: true, needs: 'build' },
  web: { run: node('scripts/steps/web.mjs'), counts: true, needs: 'package' },
};

/** What stands side by side is done side by side, on two cores; a workbench has them alone. */
const STAGES = [
  [
    ['lint', 'types', 'build', 'package'],
    ['unit', 'cloud'],
  ],
  [['integration', 'browser', 'web']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(' ')}`);
  process.exit(2);
}
const isChosen = (name) => wanted.length === 0 || wanted.includes(name) || wanted.some((other) => STEPS[other].needs === name);

/** Runs a step. What it prints is printed at once where it is `alone`, else when it has ended. */
async function runStep(name, { run: [command, args], counts: hasCounts }, isAlone) {
  if (isAlone) console.log(`\n━━ ${name}`);
  const started = performance.now();
  let text = '';
  const step = start(command, args, {
    output: (chunk) => {
      text += chunk;
      if (isAlone) process.stdout.write(chunk);
    },
  });
  const code = await step.ended;
  if (!isAlone) process.stdout.write(`\n━━ ${name}\n${text}`);
  const counts = hasCounts ? countsOf(text) : { passed: 0, failed: 0 };
  const ranNothing = hasCounts && counts.passed + counts.failed === 0;
  if (ranNothing) console.error(`${name} ran no test.`);
  // A step that failed without a failed test crashed: that is one failure.
  if ((code !== 0 || ranNothing) && counts.failed === 0) counts.failed = 1;
  return { name, ...counts, seconds: (performance.now() - started) / 1000 };
}

const results = [];

async function runLane(names, isAlone) {
  for (const name of names) {
    const { needs } = STEPS[name];
    if (results.some((result) => result.name === needs && result.failed > 0)) {
      console.log(`\n━━ ${name}: not run, ${needs} failed`);
      results.push({ name, passed: 0, failed: 1, seconds: 0 });
    } else results.push(await runStep(name, STEPS[name], isAlone));
  }
}

await ensurePackages('Packages of the project');
for (const stage of STAGES) {
  const lanes = stage.map((names) => names.filter(isChosen)).filter(({ length }) => length > 0);
  if (lanes.length > 1) console.log(`\n━━ ${lanes.map((names) => names.join(', ')).join(' | ')}`);
  await Promise.all(lanes.map((names) => runLane(names, lanes.length === 1)));
}

const order = Object.keys(STEPS);
results.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
console.log('');
for (const { name, passed, failed, seconds } of results) {
  const counts = STEPS[name].counts ? `${String(passed)} passed, ${String(failed)} failed` : '';
  console.log(`${failed > 0 ? '✖' : '✔'} ${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
