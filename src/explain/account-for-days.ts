import { BusinessDates, type Engine, expandCalendar, traceDates } from '../engine/index.ts';
import type { PlanCalendarBody, PlanDays } from '../plan/model.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import type { EpochDay, InstantMs } from '../time/types.ts';
import { wallClockAt } from '../time/zone-arithmetic.ts';
import { joined, type Uncounted } from './stretch.ts';
import { attribute } from './attribute.ts';
import { withoutClosures } from './closure-reason.ts';

/**
 * Stretches of a promise in dates: from the start to midnight, then date by date, the last up to the deadline. A
 * date counts for one, or for nothing with the reason. A count of months counts on its last date.
 */
export function accountForDays(engine: Engine, limit: PlanDays, start: InstantMs): readonly Uncounted[] {
  const zone = engine.zone(limit.zone);
  const calendar = engine.calendar(limit.calendar);
  const dates = new BusinessDates(calendar, zone);
  const { receipt, endDate, due } = traceDates(limit, calendar, dates, start);
  const first = wallClockAt(zone, start).epochDay;
  const last = Math.max(wallClockAt(zone, Math.max(start, due - 1)).epochDay, endDate);
  const stretches: Uncounted[] = [];
  let counted = 0;
  for (let date = first; date <= last; date++) {
    const from = date === first ? start : dates.instantAt(date, 0);
    const to = date === last ? due : Math.min(due, dates.instantAt(date + 1, 0));
    const verdict = judge(engine, limit, dates, date, receipt.epochDay, endDate);
    const amount = verdict.counts ? verdict.amount : 0;
    counted += amount;
    if (to < from || (to === from && amount === 0)) continue;
    // Joining would hide that each date counts for one.
    const nth =
      amount > 0 && limit.unit !== 'month' && !isPeriodEnd(limit) ? `day ${counted} of ${limit.count}: ` : '';
    stretches.push({
      from,
      to,
      counted: amount > 0,
      amount,
      reason: nth + verdict.reason,
      origin: verdict.origin,
    });
  }
  return joined(stretches);
}

function isPeriodEnd(limit: PlanDays): boolean {
  return limit.unit.startsWith('end of');
}

interface Verdict {
  readonly counts: boolean;
  readonly amount: number;
  readonly reason: string;
  readonly origin: Uncounted['origin'];
}

function judge(
  engine: Engine,
  limit: PlanDays,
  dates: BusinessDates,
  date: EpochDay,
  receipt: EpochDay,
  endDate: EpochDay,
): Verdict {
  const no = (reason: string): Verdict => ({ counts: false, amount: 0, reason, origin: null });
  if (date < receipt) return no('received outside hours or after the cut-off, taken as received later');
  if (date > endDate) return no('the count is over; the end is moved into hours');
  const words = formatCivilDate(date);
  if (isPeriodEnd(limit)) {
    return date === endDate
      ? { counts: true, amount: 1, reason: `${limit.unit} on ${words}`, origin: null }
      : no(`before ${formatCivilDate(endDate)}`);
  }
  if (date === receipt && limit.dayOne === 'day after') return no('the day of receipt does not count');
  if (limit.unit === 'month') {
    return date === endDate
      ? { counts: true, amount: limit.count, reason: `${limit.count} months end on ${words}`, origin: null }
      : no(`before ${formatCivilDate(endDate)}`);
  }
  if (limit.unit === 'calendar day') return { counts: true, amount: 1, reason: words, origin: null };
  if (dates.includes(date)) return { counts: true, amount: 1, reason: `business day ${words}`, origin: null };
  const calendar = engine.plan.calendars[limit.calendar];
  if (calendar === undefined) return no('no business day');
  const at = openedOtherwise(engine, calendar.body, dates, date) ?? dates.instantAt(date, 43_200);
  return { counts: false, amount: 0, ...attribute(engine, calendar, at, false) };
}

/** When a date that closures shut would open without them; null where it would not. */
function openedOtherwise(
  engine: Engine,
  body: PlanCalendarBody,
  dates: BusinessDates,
  date: EpochDay,
): InstantMs | null {
  const [from, to] = [dates.instantAt(date, 0), dates.instantAt(date + 1, 0)];
  const [opens] = expandCalendar(withoutClosures(body), engine.plan.zones, from / 1000, to / 1000);
  return opens === undefined ? null : opens * 1000;
}
