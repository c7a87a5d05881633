/** Is told of what work throws for which nobody waits. */
export interface Faults {
  /** Logs it, and shows it to the user once. */
  readonly tell: (error: unknown) => void;
}

/** Does work for which nobody waits: what it throws, at once or later, is told. */
export function inBackground(faults: Faults, work: () => unknown): void {
  void settled(faults, work);
}

async function settled({ tell }: Faults, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(error);
  }
}
