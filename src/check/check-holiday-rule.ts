import type { HolidayRuleNode } from '../syntax/tree.ts';
import { daysInMonth, epochDayOf, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { EpochDay, MonthDay } from '../time/types.ts';
import { checkPartOfDay, type ClosedPart } from './check-part-of-day.ts';
import { checkMonthDay } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { HolidayDay } from './model.ts';

const NTH = { first: 0, second: 1, third: 2, fourth: 3 } as const;

/**
 * The days of a rule in the years that its set covers. A day that is kept on another is that other day alone, so one
 * of the years before and after may bring a day into them: a New Year's Day on a Saturday is kept in the old year.
 */
export function checkHolidayRule(
  context: CheckContext,
  rule: HolidayRuleNode,
  covers: { readonly from: number; readonly to: number },
): readonly HolidayDay[] {
  const parts = checkPartOfDay(context, rule.part);
  const daysIn = checkDays(context, rule);
  if (parts === null || daysIn === null) return [];
  const days: HolidayDay[] = [];
  for (let year = covers.from - 1; year <= covers.to + 1; year += 1) {
    for (const day of daysIn(year)) {
      days.push(...closedDays(observed(day, rule.moves), rule.label, parts, covers));
    }
  }
  return days;
}

/** What a day closes, of itself and of the one before, as far as it lies in the years that the set covers. */
export function closedDays(
  day: EpochDay,
  name: string,
  parts: readonly ClosedPart[],
  covers: { readonly from: number; readonly to: number },
): readonly HolidayDay[] {
  return parts.flatMap(({ day: since, closed }) => {
    const date = formatCivilDate(day + since);
    const year = Number(date.slice(0, 4));
    return year < covers.from || year > covers.to ? [] : [{ date, name, closed }];
  });
}

/** The days of the rule that begin in a year; none in a year that lacks it (29 February). */
function checkDays(
  context: CheckContext,
  { on }: HolidayRuleNode,
): ((year: number) => readonly EpochDay[]) | null {
  if (on.kind === 'date') {
    const from = checkMonthDay(context, on.from);
    const to = on.to === on.from ? from : checkMonthDay(context, on.to);
    if (from === null || to === null) return null;
    return (year) => daysBetween(year, from, to);
  }
  const month = Number(on.month.text);
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    report(context, 'time/impossible-date', on.month.span, { date: on.month.text });
    return null;
  }
  const { which, weekday } = on;
  if (which === 'last') {
    return (year) => {
      const end = month === 12 ? epochDayOf(year + 1, 1, 1) : epochDayOf(year, month + 1, 1);
      return [end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7)];
    };
  }
  return (year) => {
    const first = epochDayOf(year, month, 1);
    return [first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * NTH[which]];
  };
}

/** From one day to the next of the other, which may lie in the year after; those of 29 February that a year has not are left out. */
function daysBetween(year: number, from: MonthDay, to: MonthDay): readonly EpochDay[] {
  const wraps = to.month < from.month || (to.month === from.month && to.day < from.day);
  const lastYear = wraps ? year + 1 : year;
  // What is past the end of February is the 1st of March, which a range that begins there does not leave out.
  const first = epochDayOf(year, from.month, from.day);
  const last = epochDayOf(lastYear, to.month, Math.min(to.day, daysInMonth(lastYear, to.month)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The nearest day with the weekday that the first fitting move names; a week has no two that are as near. */
function observed(day: EpochDay, moves: HolidayRuleNode['moves']): EpochDay {
  const weekday = weekdayOf(day);
  const move = moves.find(({ when }) => when.includes(weekday));
  if (move === undefined) return day;
  const ahead = (move.to - weekday + 7) % 7;
  return day + (ahead > 3 ? ahead - 7 : ahead);
}
