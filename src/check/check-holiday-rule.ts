import type { HolidayRuleNode } from '../syntax/tree.ts';
import { epochDayOf, formatCivilDate, isCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { EpochDay, MonthDay } from '../time/types.ts';
import { checkMonthDay, checkTime } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { HolidayDay } from './model.ts';

const DAY = 86_400;
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
  const from = rule.from === null ? 0 : checkTime(context, rule.from);
  const dayIn = checkDay(context, rule);
  if (from === null || dayIn === null) return [];
  const days: HolidayDay[] = [];
  for (let year = covers.from - 1; year <= covers.to + 1; year += 1) {
    const day = dayIn(year);
    if (day === null) continue;
    const date = formatCivilDate(observed(day, rule.moves));
    const keptIn = Number(date.slice(0, 4));
    if (keptIn < covers.from || keptIn > covers.to) continue;
    days.push({ date, name: rule.label, closed: { from, to: DAY } });
  }
  return days;
}

/** The day of the rule in a year; null in a year that has none (29 February). */
function checkDay(
  context: CheckContext,
  { on }: HolidayRuleNode,
): ((year: number) => EpochDay | null) | null {
  if (on.kind === 'date') {
    const date: MonthDay | null = checkMonthDay(context, on.date);
    if (date === null) return null;
    const { month, day } = date;
    return (year) => (isCivilDate(year, month, day) ? epochDayOf(year, month, day) : null);
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
      return end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7);
    };
  }
  return (year) => {
    const first = epochDayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * NTH[which];
  };
}

/** The nearest day with the weekday that the first fitting move names; a week has no two that are as near. */
function observed(day: EpochDay, moves: HolidayRuleNode['moves']): EpochDay {
  const weekday = weekdayOf(day);
  const move = moves.find(({ when }) => when.includes(weekday));
  if (move === undefined) return day;
  const ahead = (move.to - weekday + 7) % 7;
  return day + (ahead > 3 ? ahead - 7 : ahead);
}
