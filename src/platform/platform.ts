import { type Files } from './files';
import { type Gunzip, type GunzipLimits, type Unzipped } from './gunzip';
import { type HttpGet } from './http';

/** What differs between a Node extension host and a web worker. */
export interface Platform {
  readonly files: Files;
  readonly gunzip: Gunzip;
  /** The same without waiting, for a file that has been read before. */
  readonly gunzipNow: (bytes: Uint8Array, limits: GunzipLimits) => Unzipped;
  /** Starts a thread for reading a file of this machine; undefined where there is none, or the file is elsewhere. */
  readonly startWorker: (uri: string) => WorkerPort | undefined;
  /** How many threads may read one file at the same time. */
  readonly threads: number;
  /** Fetches from the network; in the editor *Trail: Download Event Catalogue* and searches in the cloud do, when the user has agreed. */
  readonly get: HttpGet;
  /** What searches in the cloud take from this machine; undefined where it is not the user's. */
  readonly machine?: Machine;
  /** The user's home folder, where there is one. */
  readonly home?: string;
}

/** What a program of the user may see of their machine. */
export interface Machine {
  /** A variable of the environment; empty where it is not set. */
  environment(name: string): string;
  /** The text of a file below the home folder; undefined where there is none. Throws where it cannot be read. */
  readHome(path: string): Promise<string | undefined>;
  /** Runs a command without a shell and gives what it prints; throws where it fails, prints too much or takes too long. */
  run(command: readonly string[]): Promise<string>;
}

/** A thread, and how to talk with it. */
export interface WorkerPort {
  post(message: unknown): void;
  /** `failed` is called once where the thread ends by an error. */
  listen(received: (message: unknown) => void, failed: (error: Error) => void): void;
  dispose(): void;
}
