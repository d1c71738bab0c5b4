import { civilFieldsOf, epochDayOf } from '../../time/civil-date.ts';
import type { ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import type { MetricOutcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import type { WeekFigure, WeekFigures } from './answers.ts';
import { mondayOf } from './hours-of-week.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** @param weekOf number of the week of each ticket's opening, in the zone */
export function weeksOf({ status }: MetricOutcome, weekOf: Int16Array, zone: ZoneTable): WeekFigures {
  const byWeek = new Map<number, { judged: number; missed: number }>();
  let tally = { judged: 0, missed: 0 };
  let of = NaN;
  for (let row = 0; row < status.length; row += 1) {
    if (status[row] !== MET && status[row] !== MISSED) continue;
    const week = weekOf[row] as number;
    if (week !== of) {
      tally = byWeek.get(week) ?? { judged: 0, missed: 0 };
      byWeek.set(week, tally);
      of = week;
    }
    tally.judged += 1;
    if (status[row] === MISSED) tally.missed += 1;
  }
  const weeks = [...byWeek]
    .sort(([a], [b]) => a - b)
    .map(([week, { judged, missed }]): WeekFigure => {
      const from = localToInstant(zone, mondayOf(week), 0);
      return { week: isoWeek(mondayOf(week)), from, judged, missed };
    });
  const share = (i: number): number => (weeks[i] as WeekFigure).missed / (weeks[i] as WeekFigure).judged;
  const worst = [...weeks.keys()]
    .filter((i) => (weeks[i] as WeekFigure).missed > 0)
    .sort(
      (a, b) =>
        share(b) - share(a) || (weeks[b] as WeekFigure).missed - (weeks[a] as WeekFigure).missed || a - b,
    );
  return { weeks, worst };
}

/** A week belongs to the year that holds its Thursday. */
function isoWeek(monday: number): string {
  const thursday = monday + 3;
  const { year } = civilFieldsOf(thursday);
  const number = Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
