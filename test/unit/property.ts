import fc from 'fast-check';

/** A run is repeatable: it judges the change, not luck. `TRAIL_SEED=random`, or a number, tries other cases. */
const { TRAIL_SEED = '1', TRAIL_EXHAUSTIVE = '' } = process.env;
const seed = TRAIL_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(TRAIL_SEED);
fc.configureGlobal({ seed });

/** Whether all cases are tried, as `TRAIL_EXHAUSTIVE=1` wants it; else a sample of them is. */
const IS_EXHAUSTIVE = TRAIL_EXHAUSTIVE !== '';
/** One of so many cases is in a sample. */
const SHARE = 5;

/** How often a property is tried, of the times that are worth it. */
export const runs = (all: number): number => (IS_EXHAUSTIVE ? all : Math.ceil(all / SHARE));

/** The cases that are tried, in their order: all, or a sample. */
export function sample<T>(cases: readonly T[]): readonly T[] {
  if (IS_EXHAUSTIVE) return cases;
  let state = seed >>> 0;
  return cases.filter(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 < 1 / SHARE;
  });
}

export { fc };
