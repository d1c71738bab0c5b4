import type { ArrivalsNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { civilFieldsOf, epochDayOfDate, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { CivilDate, EpochDay } from '../time/types.ts';
import { localToInstant, wallClockAt } from '../time/zone-arithmetic.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import { MS_PER_DAY } from '../time/units.ts';
import { checkDate, inOrder } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Scope } from './scope.ts';
import { secondsOfField, secondsOfUnit } from './seconds-of-unit.ts';
import { type LogRequest, NO_DATA } from './simulation-data.ts';
import type { LoggedArrivals, LoggedTicket } from './simulation-model.ts';

/** A log that brings the tickets of a stream, and the zone of its clock; null for none where its times say their own. */
export interface CheckedLog {
  readonly log: LoggedArrivals;
  readonly zone: string;
}

/** Null, and a finding, where the log cannot be read, or brings nothing. */
export function checkLog(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode & { readonly log: NonNullable<ArrivalsNode['log']> },
  {
    zone,
    span,
    stepNames,
  }: {
    /** What the stream says of its zone; null for nothing. */
    readonly zone: string | null;
    readonly span: { readonly from: CivilDate; readonly to: CivilDate; readonly zone: string } | null;
    /** Names of the steps of the simulation. */
    readonly stepNames: readonly string[];
  },
): CheckedLog | null {
  const { path, map, how } = node.log;
  const [said] = [
    ...(node.region === null ? [] : [{ clause: 'region', span: node.region.span }]),
    ...(node.rate === null ? [] : [{ clause: 'rate', span: node.rate.span }]),
    ...(node.hours === null ? [] : [{ clause: 'hours', span: node.hours.span }]),
    ...(node.pattern === null ? [] : [{ clause: 'pattern', span: node.pattern.span }]),
    ...node.quiet.map((clause) => ({ clause: 'holidays', span: clause.span })),
    ...node.shares.map((clause) => ({ clause: clause.kind, span: clause.span })),
    ...node.swings.map((clause) => ({ clause: clause.kind, span: clause.span })),
    ...node.events.map((event) => ({ clause: `event "${event.name.text}"`, span: event.span })),
  ];
  if (said !== undefined) {
    report(context, 'simulation/log-and-rate', said.span, { clause: said.clause });
    return null;
  }
  const wrong = (file: string, at: Span, problem: string, help: string | null): null => {
    report(context, 'simulation/data-file', at, { file, problem, help });
    return null;
  };
  const steps = node.takes.map((takes) => checkTakes(context, scope, takes, stepNames));
  const known = steps.filter((step) => step !== null);
  if (known.length < steps.length) return null;
  const read = (context.data ?? NO_DATA).log(context.source, logRequest(node));
  if (read.kind === 'unread' || span === null) return null;
  if (read.kind === 'problem') {
    const { text, span: at } = read.with === 'file' ? path : map;
    return wrong(text, at, read.problem, read.help);
  }
  const { unusable } = read;
  const tickets: LoggedTicket[] = [];
  for (const { takes, ...ticket } of read.tickets) {
    const times = takes.map((value, i) => timeOf(value, known[i]?.unit ?? 1));
    const bad = times.indexOf(undefined);
    if (bad !== -1) {
      const { column, span: at } = known[bad] as KnownStep;
      return wrong(
        path.text,
        at,
        `has \`${String(takes[bad])}\` in \`${column}\`, which is no time`,
        'write numbers without a unit, with a point for decimals; leave a field empty where there is none',
      );
    }
    tickets.push({ ...ticket, times: times.map((time) => time ?? null) });
  }
  const inZone = zone ?? read.zone ?? span.zone;
  const asked = datesTaken(context, node.log);
  if (asked === undefined) return null;
  const all = asked === null ? tickets : within(tickets, asked, inZone);
  if (all.length === 0 && tickets.length > 0 && node.log.dates !== null) {
    const [from, to] = [tickets[0], tickets.at(-1)].map((each) => dayIn(inZone, each?.opened ?? 0));
    return wrong(
      path.text,
      node.log.dates.first.span,
      `has tickets from ${formatCivilDate(from ?? 0)} to ${formatCivilDate(to ?? 0)}, and none of these dates`,
      'name dates that it has',
    );
  }
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) {
    const [worst] = unusable;
    return wrong(
      path.text,
      path.span,
      'has no tickets that can be used',
      worst === undefined ? null : `most often: ${worst.reason}`,
    );
  }
  const [from, to] = [first, last].map(({ opened }) => dayIn(inZone, opened)) as [EpochDay, EpochDay];
  const dated =
    asked === null ? null : { ...inLog(asked, tickets, inZone), others: tickets.length - all.length };
  const dates = `${formatCivilDate(from)} to ${formatCivilDate(to)}`;
  if (how === 'as written' && (to < epochDayOfDate(span.from) || from > epochDayOfDate(span.to))) {
    return wrong(
      path.text,
      node.log.span,
      `has tickets from ${dates}, and none in the span`,
      'let the span meet these dates, or write `resampled by week`',
    );
  }
  // Dates that are named are of the log, whether a ticket was opened on the first and the last of them or not.
  const [begins, ends] = [dated?.first ?? from, dated?.last ?? to];
  const wholeWeek = nextMonday(begins) + 6 <= ends;
  if ((how === 'by week' && !wholeWeek) || (how === 'by day' && ends - begins < 6)) {
    return wrong(
      path.text,
      node.log.span,
      dated === null
        ? `has tickets from ${dates}, which is no whole week`
        : `is taken from ${formatCivilDate(begins)} to ${formatCivilDate(ends)}, which is no whole week`,
      'take a longer log, or write `as written`',
    );
  }
  const played = known.map(({ name }) => ({ name, factor: 1 }));
  return {
    log: { file: path.text, how, dates: dated, tickets: all, unusable, steps: played, factor: 1 },
    zone: inZone,
  };
}

interface Dates {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** The dates that are taken of a log; null for all, undefined after a finding. */
function datesTaken(
  context: CheckContext,
  { dates, span }: Pick<NonNullable<ArrivalsNode['log']>, 'dates' | 'span'>,
): Dates | null | undefined {
  if (dates === null) return null;
  const { first, last } = dates;
  if (!checkDate(context, first) || !checkDate(context, last)) return undefined;
  if (!inOrder(context, { from: first, to: last, span })) return undefined;
  return { first: epochDayOfDate(first.text), last: epochDayOfDate(last.text) };
}

/** Of dates that are asked for those from the first ticket of the log to its last: of others it tells nothing. */
function inLog({ first, last }: Dates, tickets: readonly LoggedTicket[], zone: string): Dates {
  const [from, to] = [tickets[0], tickets.at(-1)].map((ticket) => dayIn(zone, ticket?.opened ?? 0)) as [
    EpochDay,
    EpochDay,
  ];
  return { first: Math.max(first, from), last: Math.min(last, to) };
}

/** The tickets that were opened on some dates of a zone. */
function within(
  tickets: readonly LoggedTicket[],
  { first, last }: Dates,
  zone: string,
): readonly LoggedTicket[] {
  const years = [first, last].map((day) => civilFieldsOf(day).year) as [number, number];
  const table = lookUpZone(zone, years[0] - 1, years[1] + 1);
  const [from, until] = [localToInstant(table, first, 0), localToInstant(table, last + 1, 0)];
  return tickets.filter(({ opened }) => opened >= from && opened < until);
}

/** What is to be read of a log for a stream. */
export function logRequest({
  log: { path, map },
  takes,
}: Pick<ArrivalsNode, 'takes'> & { readonly log: NonNullable<ArrivalsNode['log']> }): LogRequest {
  return {
    path: path.text,
    map: map.text,
    takes: takes.map(({ from }) =>
      from.kind === 'column'
        ? { kind: 'column', column: from.column.text }
        : { kind: 'state', state: from.state.text },
    ),
  };
}

interface KnownStep {
  readonly name: string;
  /** Seconds of the unit of its numbers. */
  readonly unit: number;
  readonly column: string;
  readonly span: Span;
}

function checkTakes(
  context: CheckContext,
  scope: Scope,
  { step, from, span }: ArrivalsNode['takes'][number],
  stepNames: readonly string[],
): KnownStep | null {
  if (!stepNames.includes(step.text)) {
    const nearest = nearestWord(step.text, stepNames);
    report(context, 'names/unknown', step.span, {
      kind: 'step',
      name: step.text,
      nearest,
      candidates: stepNames,
    });
    return null;
  }
  if (from.kind === 'state') {
    const state = scope.resolve(context, 'state', from.state);
    return state === null ? null : { name: step.text, unit: 1, column: state, span };
  }
  const { column, unit } = from;
  const seconds = secondsOfUnit(unit?.text ?? column.text.toLowerCase());
  if (seconds !== null) return { name: step.text, unit: seconds, column: column.text, span: column.span };
  report(context, 'simulation/unit-of-column', unit?.span ?? column.span, {
    column: column.text,
    unit: unit?.text ?? null,
  });
  return null;
}

/** Undefined where it is none. */
function timeOf(value: string | number, unit: number): number | null | undefined {
  if (typeof value === 'number') return value;
  return value === '' ? null : (secondsOfField(value, unit) ?? undefined);
}

/** Tickets in a week of a log, from its first ticket to its last. */
export function weeklyMean({ tickets }: LoggedArrivals): number {
  const length = (tickets.at(-1)?.opened ?? 0) - (tickets[0]?.opened ?? 0);
  return (tickets.length * 7 * MS_PER_DAY) / Math.max(length, 7 * MS_PER_DAY);
}

function dayIn(zone: string, opened: number): EpochDay {
  const { year } = civilFieldsOf(Math.floor(opened / MS_PER_DAY));
  return wallClockAt(lookUpZone(zone, year - 1, year + 1), opened).epochDay;
}

function nextMonday(day: EpochDay): EpochDay {
  return day + ((8 - weekdayOf(day)) % 7);
}
