/** Where the command line writes to. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The console of this process. */
export const PROCESS: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};
