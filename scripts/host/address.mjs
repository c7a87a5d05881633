import { stageExtension } from './extension.mjs';

/**
 * The workbench's address for a folder, with the development extension in it.
 * `file` is opened at once, `tests` is a bundle that exports `run()`: it runs in the extension host, and the page reports (see automation.mjs).
 */
export function workbenchAddress(origin, { folder, file, tests, extension = stageExtension() }) {
  const remote = (path) => `vscode-remote://${new URL(origin).host}${encodeURI(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (file) payload.push(['openFile', remote(file)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(origin);
  if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
