/** Hours as a compiled plan has them; tests say what they speak of. */
import type { PlanClosure, PlanHolidays, PlanLimitedWeek, PlanWeek } from '../../src/plan/calendar-model.ts';
import type { PlanCivilHours } from '../../src/plan/model.ts';
import { ORIGIN, time } from './checked-contract.ts';

const WHOLE_DAY = { from: 0, to: 86_400 };

/** The same hours on every weekday; `09:00-17:00`, none where a day is shut. */
export function weekOf(...hours: readonly string[]): PlanWeek {
  const day = hours.map((stretch) => {
    const [from, to] = stretch.split('-').map(time) as [number, number];
    return { from, to };
  });
  return Array.from({ length: 7 }, () => day);
}

export const ROUND_THE_CLOCK: PlanWeek = weekOf('00:00-24:00');
export const SHUT: PlanWeek = weekOf();

export function planHours(week: PlanWeek, rest: Partial<PlanCivilHours> = {}): PlanCivilHours {
  return {
    kind: 'civil',
    zone: 'Europe/Berlin',
    bound: 'each date',
    week,
    weekOrigin: [],
    limited: [],
    seasons: [],
    holidays: null,
    customerHolidays: null,
    onHolidays: null,
    dated: [],
    closures: [],
    ...rest,
  };
}

/** Holidays listed for some dates, of which the first is one. */
export function planHolidays(from: string, to: string): PlanHolidays {
  return { from, to, days: [{ date: from, name: 'a holiday', closed: WHOLE_DAY }], origin: ORIGIN };
}

export function planSeason(
  week: PlanWeek,
  rest: Partial<PlanCivilHours['seasons'][number]> = {},
): PlanCivilHours['seasons'][number] {
  return {
    label: 'summer',
    dates: { kind: 'range', from: '2026-07-01', to: '2026-08-31' },
    week,
    limited: [],
    own: null,
    origin: ORIGIN,
    ...rest,
  };
}

export function limitedTo(week: PlanWeek, admitted: boolean): PlanLimitedWeek {
  return { label: 'limited', week, admitted, admits: 'P1', others: 'stop', origin: ORIGIN };
}

export function planClosure(counts: PlanClosure['counts']): PlanClosure {
  return {
    from: '2026-06-01',
    to: '2026-06-02',
    closed: [WHOLE_DAY],
    counts,
    reason: 'works',
    announced: '2026-05-01',
    origin: ORIGIN,
  };
}
