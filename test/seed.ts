import * as fc from 'fast-check';

/**
 * Random cases are the same each time, so that a change is what makes a law fail, and everybody sees it fail alike. To look
 * for more, `SURETY_LAW_SEED=7` takes others, and `SURETY_LAW_SEED=random` others each time; a failure prints its seed.
 */
const given = process.env['SURETY_LAW_SEED'] ?? '2026';
const seed = given === 'random' ? Date.now() % 0x7fffffff : Number(given);
if (!Number.isSafeInteger(seed))
  throw new Error(`SURETY_LAW_SEED=${given} is no whole number and not \`random\``);
fc.configureGlobal({ seed });
