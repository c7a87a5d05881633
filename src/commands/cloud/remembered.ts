import type * as vscode from 'vscode';
import { type CloudPlan } from '../../cloud/plan';

/** A search as it was wanted: by which profile (none: the environment's key), and what. Names only, no key. */
export interface CloudWish {
  readonly profile?: string;
  readonly plan: CloudPlan;
}

const KEY = 'trail.cloud.searches';
const MOST = 20;

/** The searches of this workspace, the last one first, by the ids of their logs: a log that is shown again is empty until the user asks for it. */
export class Remembered {
  constructor(private readonly memento: vscode.Memento) {}

  private get all(): readonly (readonly [string, CloudWish])[] {
    return this.memento.get(KEY, []);
  }

  get last(): CloudWish | undefined {
    return this.all[0]?.[1];
  }

  get(id: string): CloudWish | undefined {
    return this.all.find(([one]) => one === id)?.[1];
  }

  async add(id: string, wish: CloudWish): Promise<void> {
    await this.memento.update(KEY, [[id, wish], ...this.all.filter(([one]) => one !== id)].slice(0, MOST));
  }
}
