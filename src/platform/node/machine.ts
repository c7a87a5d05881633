import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Machine } from '../platform';

/** What a command may take, in ms, and print, in bytes. */
const LONGEST = 60_000;
const MOST = 1024 * 1024;

/** This machine, by Node. */
export const nodeMachine: Machine = {
  environment: (name) => process.env[name] ?? '',
  readHome: async (path) => {
    try {
      return await readFile(join(homedir(), path), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
  run: ([file = '', ...args]) =>
    new Promise((resolve, reject) => {
      execFile(file, args, { timeout: LONGEST, maxBuffer: MOST, windowsHide: true }, (error, stdout) => {
        // What it printed may hold a key: the error says nothing of it.
        if (error === null) resolve(stdout);
        else reject(new Error('the command failed'));
      });
    }),
};
