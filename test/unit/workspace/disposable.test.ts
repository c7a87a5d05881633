import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Disposable, disposeAll } from '../../../src/workspace/disposable';

const gone: string[] = [];
const part = (name: string, fault?: Error): { readonly dispose: () => void } => ({
  dispose: () => {
    gone.push(name);
    if (fault !== undefined) throw fault;
  },
});

class Owner extends Disposable {
  own(name: string, fault?: Error): void {
    this.register(part(name, fault));
  }
}

describe('what owns others', () => {
  it('disposes of them once, the last first', () => {
    gone.length = 0;
    const owner = new Owner();
    for (const name of ['a', 'b', 'c']) owner.own(name);
    owner.dispose();
    owner.dispose();
    assert.deepEqual(gone, ['c', 'b', 'a']);
  });

  it('disposes at once of what comes when it is gone', () => {
    gone.length = 0;
    const owner = new Owner();
    owner.dispose();
    owner.own('late');
    assert.deepEqual(gone, ['late']);
    owner.dispose();
    assert.deepEqual(gone, ['late']);
  });

  for (const [what, make] of [
    [
      'one by one',
      (faults: readonly (Error | undefined)[]) => {
        const owner = new Owner();
        faults.forEach((fault, at) => {
          owner.own(String(at), fault);
        });
        return owner;
      },
    ],
    [
      'in a list',
      (faults: readonly (Error | undefined)[]) => {
        let parts = faults.map((fault, at) => part(String(at), fault)).reverse();
        return {
          dispose: () => {
            const all = parts;
            parts = [];
            disposeAll(all);
          },
        };
      },
    ],
  ] as const)
    it(`is kept by none that throws, and says so: ${what}`, () => {
      const [one, other] = [new Error('one'), new Error('other')];
      gone.length = 0;
      assert.throws(() => {
        make([undefined, one, undefined]).dispose();
      }, one);
      assert.deepEqual(gone, ['2', '1', '0']);
      gone.length = 0;
      const owner = make([one, undefined, other]);
      assert.throws(
        () => {
          owner.dispose();
        },
        (error) => error instanceof AggregateError && error.errors.length === 2,
      );
      owner.dispose();
      assert.deepEqual(gone, ['2', '1', '0']);
    });
});
