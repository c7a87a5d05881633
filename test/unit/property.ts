import fc from 'fast-check';

/** A run is repeatable: it judges the change, not luck. `TRAIL_SEED=random`, or a number, tries other cases. */
const { TRAIL_SEED = '1' } = process.env;
if (TRAIL_SEED !== 'random') fc.configureGlobal({ seed: Number(TRAIL_SEED) });

export { fc };
