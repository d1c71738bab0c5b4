/** Work as a row of minutes, each looked at by itself: inside a calendar or not, rounded by adding and dropping minutes. */
import type { CheckedChargeRate, CheckedRounding, EdgeParts } from '../check/entitlement-model.ts';
import type { InstantMs } from '../time/types.ts';
import type { OpenTime } from './open-time.ts';
import { MINUTE_MS } from './wall-clock.ts';

export interface MinuteTerms {
  readonly leastMinutes: number;
  readonly freeBelowMinutes: number;
  readonly rounding: CheckedRounding | null;
  readonly parts: EdgeParts;
  /** Whether a minute outside costs more than one inside. */
  readonly outsideIsDearer: boolean;
}

/** How many minutes of work count as inside the calendar and as outside it. Work begins and ends on whole minutes. */
export function workedMinutes(
  calendar: OpenTime,
  terms: MinuteTerms,
  from: InstantMs,
  to: InstantMs,
): { readonly inside: number; readonly outside: number } {
  let minutes: InstantMs[] = [];
  for (let at = from; at < to; at += MINUTE_MS) minutes.push(at);
  if (minutes.length === 0 || minutes.length < terms.freeBelowMinutes) return { inside: 0, outside: 0 };
  const more = (row: readonly InstantMs[]): InstantMs[] => [
    ...row,
    (row[row.length - 1] ?? from) + MINUTE_MS,
  ];
  while (minutes.length < terms.leastMinutes) minutes = more(minutes);
  const { rounding, parts } = terms;
  const first = minutes[0] ?? from;
  const whole = rounding !== null && (parts !== 'split at edge' || rounding.order === 'before splitting');
  if (whole) {
    const wanted = roundedCount(minutes.length, rounding);
    while (minutes.length < wanted) minutes = more(minutes);
    minutes = minutes.slice(0, wanted);
  }
  let inside = minutes.filter((at) => calendar.isOpen(at)).length;
  let outside = minutes.length - inside;
  if (parts !== 'split at edge') {
    const touchesOutside = outside > 0;
    const touchesInside = inside > 0;
    const isInside =
      parts === 'by start' ? calendar.isOpen(first) : terms.outsideIsDearer ? !touchesOutside : touchesInside;
    inside = isInside ? minutes.length : 0;
    outside = isInside ? 0 : minutes.length;
  }
  if (rounding === null || whole) return { inside, outside };
  return { inside: roundedCount(inside, rounding), outside: roundedCount(outside, rounding) };
}

function roundedCount(minutes: number, { seconds, graceSeconds }: CheckedRounding): number {
  const step = seconds / 60;
  let multiple = 0;
  while (multiple + step <= minutes) multiple += step;
  return minutes - multiple > graceSeconds / 60 ? multiple + step : multiple;
}

/** What minutes of work are charged, minute by minute, by rates whose stretches are whole minutes. Parts of units are exact to the twelfth digit. */
export function chargedByMinutes(rates: readonly CheckedChargeRate[], minutes: number): number {
  let charged = 0;
  let stage = 0;
  let inStage = 0;
  const take = (amount: string): void => {
    charged += Number(amount);
  };
  const only = rates[0];
  if (only?.of.kind === 'work') return Number(only.quantity.amount);
  for (let minute = 0; minute < minutes; minute++) {
    let rate = rates[stage];
    while (rate !== undefined && rate.of.kind === 'first' && inStage === rate.of.seconds / 60) {
      stage += 1;
      inStage = 0;
      rate = rates[stage];
    }
    if (rate === undefined) break;
    if (rate.of.kind === 'work') {
      if (inStage === 0) take(rate.quantity.amount);
    } else {
      const length = rate.of.seconds / 60;
      if (rate.of.kind === 'per') charged += Number(rate.quantity.amount) / length;
      else if (inStage % length === 0) take(rate.quantity.amount);
    }
    inStage += 1;
  }
  return charged;
}
