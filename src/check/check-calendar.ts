import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Span } from '../text/source.ts';
import type {
  CalendarClauseNode,
  CalendarExpressionNode,
  CalendarNode,
  HolidaysClauseNode,
  NameNode,
} from '../syntax/tree.ts';
import { checkNamed } from './check-calendar-name.ts';
import { checkChosen } from './check-chosen-calendar.ts';
import { checkSelector, meetEqually } from './check-selector.ts';
import { checkDates, checkZone } from './check-time.ts';
import { type CheckContext, firstSaid, originOf, report, within } from './context.ts';
import { checkClosed, checkOpenOn, type DatedLine, reportDatesTwice } from './dated-lines.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CivilCalendar,
  HolidayUse,
  Selected,
  WeekWindow,
  ZoneChoice,
} from './model.ts';
import type { Scope } from './scope.ts';
import { checkOpen, checkOverlaps } from './week-windows.ts';

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
  const dated: DatedLine[] = [];
  const zones: { choice: ZoneChoice | null; span: Span }[] = [];
  let complete = !node.broken;

  for (const clause of node.clauses) {
    if (clause.kind === 'zone') {
      const [first] = zones;
      if (first !== undefined)
        report(context, 'calendar/zone-twice', clause.span, {}, firstSaid(context, first.span));
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
        for (const value of checkOpenOn(context, clause))
          dated.push({ when, value, origin, span: clause.span });
        break;
      case 'closed':
        for (const value of checkClosed(context, clause)) {
          dated.push({ when, value, origin, span: clause.span });
        }
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

  reportDatesTwice(context, dated);
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
  return {
    kind: 'civil',
    zone: zone.choice,
    week,
    seasons,
    holidays,
    dated: dated.map(({ when, value, origin }) => ({ when, value, origin })),
  };
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
  return oneIsNone && meetEqually(a.when, b.when);
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
