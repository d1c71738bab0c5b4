import type { Span } from '../text/source.ts';
import type { HolidaysNode } from '../syntax/tree.ts';
import { checkHolidayRule } from './check-holiday-rule.ts';
import { checkDate, checkTime, checkYear } from './check-time.ts';
import { type CheckContext, firstSaid, originOf, report, within } from './context.ts';
import type { CheckedHolidaySet, HolidayDay } from './model.ts';

const DAY = 86_400;

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
    const date = day.date.text;
    const from = day.from === null ? 0 : checkTime(inner, day.from);
    if (!checkDate(inner, day.date) || from === null) continue;
    const year = Number(date.slice(0, 4));
    if (year < covers.from || year > covers.to) {
      report(inner, 'calendar/holiday-outside-years', day.date.span, {
        date,
        from: covers.from,
        to: covers.to,
      });
      continue;
    }
    const first = seen.get(date);
    if (first !== undefined) {
      report(inner, 'calendar/holiday-twice', day.date.span, { date }, firstSaid(inner, first));
      continue;
    }
    seen.set(date, day.date.span);
    days.push({ date, name: day.label, closed: { from, to: DAY } });
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
