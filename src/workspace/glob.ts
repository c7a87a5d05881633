const MARKS = /[*?{[]/;
/** A pattern with more alternatives or a longer one is not compiled. */
const MAX_PATTERN = 1_000;

/** Splits `docs/**\/*.md` into the folder that is walked and the pattern under it; a path without marks has no pattern. */
export function splitGlob(path: string): { readonly folder: string; readonly pattern: string | undefined } {
  const parts = path.split('/');
  const at = parts.findIndex((part) => MARKS.test(part));
  if (at < 0) return { folder: path, pattern: undefined };
  return { folder: parts.slice(0, at).join('/') || (path.startsWith('/') ? '/' : ''), pattern: parts.slice(at).join('/') };
}

/** A test for paths below the folder: `*` and `?` within a name, `**` over folders, `{a,b}`, `[a-z]`; as VS Code's globs. */
export function globTest(pattern: string): (path: string) => boolean {
  if (pattern.length > MAX_PATTERN) return () => false;
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (pattern.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      source += '.*';
      at++;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{') {
      source += '(?:';
      depth++;
    } else if (character === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (character === ',' && depth > 0) source += '|';
    else if (character === '[') {
      const end = pattern.indexOf(']', at + 1);
      if (end < 0) source += '\\[';
      else {
        source += `[${pattern
          .slice(at + 1, end)
          .replace(/^!/, '^')
          .replace(/[\\\]]/g, '\\$&')}]`;
        at = end;
      }
    } else source += character.replace(/[\\^$.|+()\]}/]/g, '\\$&');
  }
  try {
    const test = new RegExp(`^${source}${')'.repeat(depth)}$`, 'u');
    return (path) => test.test(path);
  } catch {
    return () => false;
  }
}
