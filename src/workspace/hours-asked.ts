import type { CalendarBody, CheckedContract } from '../check/model.ts';

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

/** Whether a calendar is made of others in a way that may leave nothing of them. */
export function cutsCalendars({ calendars }: CheckedContract): boolean {
  return calendars.some(({ body }) => isCut(body));
}

export function isCut(body: CalendarBody): boolean {
  if (body.kind === 'union') return isCut(body.left) || isCut(body.right);
  return body.kind === 'intersection' || body.kind === 'difference';
}
