import type { Span } from '../text/source.ts';
import type { HolidayDayNode, HolidaysNode } from '../syntax/tree.ts';
import { epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import type { CivilDate } from '../time/types.ts';
import { checkHolidayRule, closedDays } from './check-holiday-rule.ts';
import { checkPartOfDay } from './check-part-of-day.ts';
import { checkDate, checkYear, inOrder } from './check-time.ts';
import { type CheckContext, firstSaid, originOf, report, within } from './context.ts';
import type { CheckedHolidaySet, HolidayDay } from './model.ts';

/** Every date from one to another; null where one does not exist or they are the wrong way round. */
function checkDaysFrom(context: CheckContext, range: HolidayDayNode['dates']): readonly CivilDate[] | null {
  const { from, to } = range;
  if (!checkDate(context, from) || (to !== from && !checkDate(context, to))) return null;
  if (!inOrder(context, range)) return null;
  const first = epochDayOfDate(from.text);
  return Array.from({ length: epochDayOfDate(to.text) - first + 1 }, (_, i) => formatCivilDate(first + i));
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** A holiday set: complete for the years it covers, each day once and inside them. */
export function checkHolidaySet(context: CheckContext, node: HolidaysNode): CheckedHolidaySet | null {
  const inner = within(context, `holidays ${node.name.text}`);
  let sound = !node.broken;
  for (const keyword of node.keywords) {
    if (keyword.text === keyword.says) continue;
    const candidates = ['source', 'covers'];
    report(inner, 'syntax/unknown-clause', keyword.span, {
      word: keyword.text,
      context: 'a holiday set',
      candidates,
      nearest: keyword.says,
      elsewhere: [],
    });
    sound = false;
  }
  const covers = node.covers[0];
  if (covers === undefined) {
    if (sound) report(inner, 'calendar/holidays-cover-nothing', node.span, { set: node.name.text });
    return null;
  }
  if (!checkYear(inner, covers.from, covers.span) || !checkYear(inner, covers.to, covers.span)) return null;
  if (covers.to < covers.from) {
    report(inner, 'time/range-backwards', covers.span, { from: String(covers.from), to: String(covers.to) });
    return null;
  }
  const days: HolidayDay[] = [];
  const seen = new Map<string, Span>();
  for (const day of node.days) {
    const parts = checkPartOfDay(inner, day.part);
    const dates = checkDaysFrom(inner, day.dates);
    const { span } = day.dates;
    if (dates === null || parts === null) continue;
    const outside = dates.find((date) => yearOf(date) < covers.from || yearOf(date) > covers.to);
    if (outside !== undefined) {
      const { from: first, to: last } = covers;
      report(inner, 'calendar/holiday-outside-years', span, { date: outside, from: first, to: last });
      continue;
    }
    const twice = dates.find((date) => seen.has(date));
    if (twice !== undefined) {
      report(
        inner,
        'calendar/holiday-twice',
        span,
        { date: twice },
        firstSaid(inner, seen.get(twice) ?? span),
      );
      continue;
    }
    for (const date of dates) {
      seen.set(date, span);
      days.push(...closedDays(epochDayOfDate(date), day.label, parts, covers));
    }
  }
  for (const rule of node.rules) days.push(...checkHolidayRule(inner, rule, covers));
  return {
    name: node.name.text,
    aliases: [],
    text: node.text,
    origin: originOf(inner, node.span),
    source: node.sources[0]?.text ?? '',
    fromYear: covers.from,
    toYear: covers.to,
    days: days.sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
