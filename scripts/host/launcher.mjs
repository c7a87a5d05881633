#!/usr/bin/env node
// Stands in for VS Code's executable: takes the command line that @vscode/test-electron gives to a desktop VS Code,
// runs the tests in the server and a browser, and ends with their exit code.
import { realpathSync } from 'node:fs';
import { workbenchAddress } from './address.mjs';
import { runTestPage } from './automation.mjs';
import { startServer } from './server.mjs';

const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));

// Our standard input is the runner's pipe: it closes when the runner is gone, and so do we.
process.stdin
  .on('end', () => process.exit(1))
  .on('error', () => process.exit(1))
  .resume();

const server = await startServer();
try {
  const address = workbenchAddress(server.origin, {
    folder: folder && realpathSync(folder),
    tests: option('extensionTestsPath'),
  });
  process.exitCode = await runTestPage(address, { language: option('locale') });
} finally {
  await server.stop();
}
process.exit();
