import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of the engine, whose package is installed only for these tests. */
interface Engine {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): readonly Row[] }>;
  closeSync(): void;
}

export type Row = Readonly<Record<string, unknown>>;

/** An SQL engine in memory. */
export class DuckDb {
  private constructor(private readonly connection: Connection) {}

  static async open(): Promise<DuckDb> {
    const { DuckDBInstance } = createRequire(join(process.cwd(), 'test/cloud/package.json'))('@duckdb/node-api') as Engine;
    return new DuckDb(await (await DuckDBInstance.create(':memory:')).connect());
  }

  /** The rows of a query, in which every value is JSON: 64-bit numbers are texts. */
  async rows(sql: string): Promise<readonly Row[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJson();
  }

  close(): void {
    this.connection.closeSync();
  }
}
