import { narrowness } from '../../check/check-selector.ts';
import { weekdayName } from '../../check/check-time.ts';
import { meet, selectorKey } from '../../check/dimensions.ts';
import type { Selected, WeekWindow } from '../../check/model.ts';
import type { Weekday } from '../../time/types.ts';
import { finding, type LintFinding, type LintRule } from '../finding.ts';

type Lines = readonly Selected<readonly WeekWindow[]>[];

/**
 * Hours for some tickets that share no weekday with those for more of them, which they replace: `open Sat 09:00-12:00 for P1`
 * beside `open Mon..Fri 09:00-17:00` shuts the rest of the week for P1, and was most often meant to add to it.
 */
export const hoursReplaced: LintRule = ({ contract: { calendars } }) =>
  calendars.flatMap(({ name, body }) => {
    if (body.kind !== 'civil' || body.betweenZones.length > 0) return [];
    return [body.week, ...body.seasons.map(({ value }) => value.week)].flatMap((week) => inWeek(name, week));
  });

function inWeek(calendar: string, week: Lines): readonly LintFinding[] {
  const keys = [...new Set(week.map(({ when }) => selectorKey(when)))];
  const groups = keys.map((key) => week.filter(({ when }) => selectorKey(when) === key));
  return groups.flatMap((own): readonly LintFinding[] => {
    const [line] = own;
    const [wider] = groups
      .filter((other) => other !== own && isWithin(own, other))
      .sort((a, b) => narrownessOf(b) - narrownessOf(a));
    const replaced = wider?.[0];
    if (line === undefined || wider === undefined || replaced === undefined) return [];
    const [days, others] = [daysOf(own), daysOf(wider)];
    if (others.length === 0 || days.some((day) => others.includes(day))) return [];
    const params = { calendar, days: days.map(weekdayName), others: others.map(weekdayName) };
    return [
      finding('lint/hours-replaced', line.origin, params, [
        { message: 'which it replaces', origin: replaced.origin },
      ]),
    ];
  });
}

/** Whether all tickets of the one group are of the other, and not the other way round. */
function isWithin([a]: Lines, [b]: Lines): boolean {
  if (a === undefined || b === undefined) return false;
  const both = meet(a.when, b.when);
  return both !== null && selectorKey(both) === selectorKey(a.when);
}

function narrownessOf([line]: Lines): number {
  return line === undefined ? 0 : narrowness(line.when);
}

/** The weekdays on which some hours of lines lie, Monday first. */
function daysOf(lines: Lines): readonly Weekday[] {
  const days = lines.flatMap(({ value }) =>
    value.flatMap(({ fromDay, toDay, toTime }) => {
      const last = (toDay - fromDay + 7) % 7;
      const count = toTime === 0 && last > 0 ? last : last + 1;
      return Array.from({ length: count }, (_, i) => ((fromDay - 1 + i) % 7) + 1);
    }),
  );
  return [...new Set(days)].sort((a, b) => a - b) as Weekday[];
}
