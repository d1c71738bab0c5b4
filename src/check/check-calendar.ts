import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Span } from '../text/source.ts';
import type {
  CalendarClauseNode,
  CalendarExpressionNode,
  CalendarNode,
  ClosedNode,
  HolidaysClauseNode,
  NameNode,
  OpenNode,
  OpenOnNode,
  WeekWindowNode,
} from '../syntax/tree.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkChosen } from './check-chosen-calendar.ts';
import { checkDates, checkHours, checkTime, checkZone, textOf, weekdayName } from './check-time.ts';
import { checkSelector, narrowness, overlap } from './check-selector.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CivilCalendar,
  DatedHours,
  HolidayUse,
  Selected,
  WeekWindow,
  ZoneChoice,
} from './model.ts';
import type { Scope } from './scope.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/** A calendar as declared; null where it could not be made out. */
export function checkCalendar(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
): CheckedCalendar | null {
  const inner = within(context, `calendar ${node.name.text}`);
  const body =
    node.expression !== null
      ? checkExpression(inner, scope, node.expression)
      : node.clauses.some((clause) => clause.kind === 'use')
        ? checkChosen(inner, scope, node)
        : checkCivil(inner, scope, node);
  if (body === null) return null;
  return { name: node.name.text, aliases: [], text: node.text, origin: originOf(inner, node.span), body };
}

function checkExpression(
  context: CheckContext,
  scope: Scope,
  node: CalendarExpressionNode,
): CalendarBody | null {
  if (node.kind === 'name') {
    return checkNamed(context, scope, node.name);
  }
  const kind = ({ or: 'union', and: 'intersection', except: 'difference' } as const)[node.kind];
  const parts = node.of.map((part) => checkExpression(context, scope, part));
  return parts.reduce((left, right) => (left === null || right === null ? null : { kind, left, right }));
}

function checkCivil(context: CheckContext, scope: Scope, node: CalendarNode): CivilCalendar | null {
  const week: Selected<readonly WeekWindow[]>[] = [];
  const seasons: CivilCalendar['seasons'][number][] = [];
  const holidays: Selected<HolidayUse>[] = [];
  const dated: Selected<DatedHours>[] = [];
  const zones: { choice: ZoneChoice | null; span: Span }[] = [];
  let complete = !node.broken;

  for (const clause of node.clauses) {
    if (clause.kind === 'zone') {
      if (zones.length > 0) report(context, 'calendar/zone-twice', clause.span, {});
      else zones.push({ choice: checkZoneChoice(context, clause), span: clause.span });
      continue;
    }
    if (clause.kind === 'use') continue;
    const when = checkSelector(context, scope, clause.for);
    if (when === null) {
      complete = false;
      continue;
    }
    const origin = originOf(context, clause.span);
    switch (clause.kind) {
      case 'open': {
        const value = checkOpen(context, clause);
        if (value === null) complete = false;
        else {
          week.push({ when, value, origin });
          checkOverlaps(context, clause, value);
        }
        break;
      }
      case 'open on':
        for (const value of checkOpenOn(context, clause)) dated.push({ when, value, origin });
        break;
      case 'closed':
        for (const value of checkClosed(context, clause)) dated.push({ when, value, origin });
        break;
      case 'season': {
        const windows = clause.open.map((open) => checkOpen(context, open));
        const dates = checkDates(context, clause.dates);
        if (dates === null || clause.broken || windows.includes(null)) complete = false;
        else {
          const all = windows.flatMap((window) => window ?? []);
          seasons.push({ when, value: { label: clause.label, dates, week: all }, origin });
        }
        break;
      }
      case 'holidays': {
        const value = checkHolidays(context, scope, clause);
        if (value === null) {
          complete = false;
          break;
        }
        if (holidays.some((line) => contradict(line, { when, value }))) {
          report(context, 'calendar/holidays-none-and-some', clause.span, { calendar: node.name.text });
        }
        holidays.push({ when, value, origin });
      }
    }
  }

  const zone = zones[0];
  if (complete) {
    if (zone === undefined) report(context, 'calendar/no-zone', node.span, { calendar: node.name.text });
    if (holidays.length === 0)
      report(context, 'calendar/no-holidays', node.span, { calendar: node.name.text });
    if (week.length === 0 && seasons.length === 0 && !dated.some((line) => line.value.hours.length > 0)) {
      report(context, 'calendar/never-open', node.span, { calendar: node.name.text });
    }
  }
  if (zone?.choice === undefined || zone.choice === null) return null;
  return { kind: 'civil', zone: zone.choice, week, seasons, holidays, dated };
}

function checkZoneChoice(
  context: CheckContext,
  clause: Extract<CalendarClauseNode, { kind: 'zone' }>,
): ZoneChoice | null {
  const { choice } = clause;
  if (choice.kind === 'zone') return checkZone(context, choice.zone);
  if (choice.owner.text === 'region') return { kind: 'region' };
  if (choice.owner.text === 'customer') {
    report(context, 'syntax/not-yet', clause.span, {
      word: 'zone of customer',
      what: "the customer's own zone",
    });
  } else {
    report(context, 'names/unknown', choice.owner.span, {
      kind: 'owner of a zone',
      name: choice.owner.text,
      nearest: 'region',
      candidates: ['region'],
    });
  }
  return null;
}

function checkOpen(context: CheckContext, clause: OpenNode): readonly WeekWindow[] | null {
  const windows = clause.windows.map((window) => checkWindow(context, window));
  if (windows.includes(null)) return null;
  const whole = windows as WeekWindow[];
  if (clause.fiveDays !== null && !(whole.length === 1 && lengthOf(whole[0] as WeekWindow) === 5 * DAY)) {
    report(context, 'calendar/24x5-not-five-days', clause.span, { window: textOf(context, clause.span) });
    return null;
  }
  return whole;
}

function checkWindow(context: CheckContext, node: WeekWindowNode): WeekWindow | null {
  const { fromDay, toDay } = node;
  const fromTime = checkTime(context, node.fromTime);
  const toTime = checkTime(context, node.toTime);
  if (fromTime === null || toTime === null) return null;
  if (fromDay === toDay && fromTime === toTime) {
    report(context, 'time/empty-window', node.span, { window: textOf(context, node.span) });
    return null;
  }
  return { fromDay, fromTime, toDay, toTime };
}

/** Seconds of a window on the wall clock. */
export function lengthOf(window: WeekWindow): number {
  const from = (window.fromDay - 1) * DAY + window.fromTime;
  const to = (window.toDay - 1) * DAY + window.toTime;
  return to > from ? to - from : to - from + WEEK;
}

function checkOpenOn(context: CheckContext, clause: OpenOnNode): readonly DatedHours[] {
  const hours = clause.hours.map((range) => checkHours(context, range));
  if (hours.includes(null)) return [];
  const open = hours.flatMap((interval) => interval ?? []);
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: open, as: clause.as }));
}

function checkClosed(context: CheckContext, clause: ClosedNode): readonly DatedHours[] {
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: [], as: null }));
}

function checkHolidays(context: CheckContext, scope: Scope, clause: HolidaysClauseNode): HolidayUse | null {
  if (clause.owner !== null) {
    if (clause.owner.text === 'region') return { kind: 'region' };
    report(context, 'names/unknown', clause.owner.span, {
      kind: 'owner of holidays',
      name: clause.owner.text,
      nearest: 'region',
      candidates: ['region'],
    });
    return null;
  }
  if (clause.sets.length === 1 && clause.sets[0]?.text === 'none') return { kind: 'none' };
  const sets = clause.sets.map((set) => checkHolidaySetName(context, scope, set));
  return sets.includes(null) ? null : { kind: 'sets', sets: sets as string[] };
}

/** Whether two lines for the same customers say both that there are holidays and that there are none. */
function contradict(
  a: Pick<Selected<HolidayUse>, 'when' | 'value'>,
  b: Pick<Selected<HolidayUse>, 'when' | 'value'>,
): boolean {
  const oneIsNone = (a.value.kind === 'none') !== (b.value.kind === 'none');
  return oneIsNone && narrowness(a.when) === narrowness(b.when) && overlap(a.when, b.when);
}

/** The name of a holiday set; one that is neither declared nor found as a file says how to make it. */
export function checkHolidaySetName(context: CheckContext, scope: Scope, set: NameNode): string | null {
  if (scope.has('holiday set', set.text)) return scope.resolve(context, 'holiday set', set);
  if (!scope.isIncomplete('holiday set')) {
    const nearest = nearestWord(set.text, [...scope.names('holiday set'), 'none']);
    report(context, 'calendar/no-holiday-file', set.span, { set: set.text, nearest });
  }
  return null;
}

/** Windows of one `open` line that overlap are most often a slip; lines may, since they add up. */
function checkOverlaps(context: CheckContext, clause: OpenNode, windows: readonly WeekWindow[]): void {
  const spans = windows
    .map((window, i) => {
      const from = (window.fromDay - 1) * DAY + window.fromTime;
      return { from, to: from + lengthOf(window), node: clause.windows[i] };
    })
    .sort((a, b) => a.from - b.from);
  const [first] = spans;
  // The week is a circle: what runs past its end meets what it begins with.
  if (first !== undefined) spans.push({ ...first, from: first.from + WEEK });
  for (let i = 1; i < spans.length; i++) {
    const earlier = spans[i - 1];
    const later = spans[i];
    if (earlier?.node === undefined || later?.node === undefined || later.from >= earlier.to) continue;
    report(context, 'calendar/overlapping-hours', later.node.span, {
      first: textOf(context, earlier.node.span),
      second: textOf(context, later.node.span),
      day: weekdayName(later.node.fromDay),
    });
    return;
  }
}
