import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** What concerns only those who have the repository: how to build, to test and to develop. */
const REPOSITORY_ONLY = /<!-- repository only -->[^]*?<!-- end of repository only -->\n*/g;
const PICTURE = /^(?:\s*!\[[^\]]*\]\([^)]*\))+\s*$\n*/gm;
const RELATIVE_LINK = /\[([^\]]+)\]\((?!\w+:|#)[^)]*\)/g;

/**
 * The text of the extension's page. VS Code shows one README, whatever the display language, and resolves no relative link in it:
 * so it holds both languages, and neither pictures nor links to files of the repository.
 */
export function packagedReadme() {
  return ['README.md', 'README.zh-CN.md'].map(pageOf).join('\n---\n\n');
}

function pageOf(name) {
  const text = readFileSync(join(root, name), 'utf8');
  const page = text.replace(REPOSITORY_ONLY, '').replace(PICTURE, '').replace(RELATIVE_LINK, '$1');
  if (/!\[|<img|repository only/.test(page)) throw new Error(`${name} holds a picture within a line, or a mark without its end.`);
  return `${page.trimEnd()}\n`;
}
