import { spawnSync } from 'node:child_process';

const RUNS = 7;

/** The same with DuckDB: it guesses the schema, or is given the columns. */
const duckdb = (file, columns) => `
  import { DuckDBInstance } from '@duckdb/node-api';
  const db = await (await DuckDBInstance.create()).connect();
  const rows = await db.runAndReadAll(\`SELECT eventName, userIdentity.accountId, count(*) FROM read_json('${file}', format = 'newline_delimited'${columns}) GROUP BY ALL\`);
  console.log(rows.currentRowCount);`;
const COLUMNS = ", columns = {eventName: 'VARCHAR', userIdentity: 'STRUCT(accountId VARCHAR)'}";
const PATTERN = 'reduce inputs as $e ({}; .[$e.eventName + " " + ($e.userIdentity.accountId | tostring)] += 1) | length';

/** Counts by event name and account with whole processes, one after another in each round: medians in ms; who is not installed is left out. */
export function groupProcesses(file, own, peers) {
  const script = (source) => [process.execPath, ['--input-type=module', '-e', source], peers];
  const readers = [
    ['this product', process.execPath, [own, file]],
    ['DuckDB, schema guessed', ...script(duckdb(file, ''))],
    ['DuckDB, columns given', ...script(duckdb(file, COLUMNS))],
    ['jq', 'jq', ['-n', PATTERN, file]],
    ['lnav', 'lnav', ['-n', '-c', ';SELECT count(*) FROM all_logs', file]],
  ];
  const times = new Map();
  for (let run = 0; run <= RUNS; run++) {
    for (const [reader, command, args, cwd] of readers) {
      const start = performance.now();
      const { status } = spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 120_000 });
      if (status === 0 && run > 0) times.set(reader, [...(times.get(reader) ?? []), performance.now() - start]);
    }
  }
  return [...times].map(([reader, values]) => ({ reader, ms: values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] }));
}
