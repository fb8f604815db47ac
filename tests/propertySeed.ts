import fc from 'fast-check';

/*
 * Properties run on the same cases everywhere, so that a check means the same on every machine; another
 * seed looks further: PROPERTY_SEED=random npm run check.
 */
const { PROPERTY_SEED = '20261122' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
