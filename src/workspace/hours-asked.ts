import type { CheckedContract } from '../check/model.ts';

/** Whether a promise or coverage hangs on the hours in which a ticket is opened. */
export function asksHoursOfOpening({ plans }: CheckedContract): boolean {
  return plans.some(({ targets, coverage }) =>
    [...targets, ...coverage].some(({ when }) => when.opened.length > 0),
  );
}

/** Whether a contract has rates that hang on the hour. */
export function hasRateBands({ plans }: CheckedContract): boolean {
  return plans.some(({ rates }) =>
    rates.some(({ bands }) => bands.some(({ calendar }) => calendar !== '24x7')),
  );
}
