import type { ArrivalsNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { civilFieldsOf, epochDayOfDate, formatCivilDate, weekdayOf } from '../time/civil-date.ts';
import type { CivilDate, EpochDay } from '../time/types.ts';
import { wallClockAt } from '../time/zone-arithmetic.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import { MS_PER_DAY } from '../time/units.ts';
import { type CheckContext, report } from './context.ts';
import { NO_DATA } from './simulation-data.ts';
import type { LoggedArrivals } from './simulation-model.ts';

/** A log that brings the tickets of a stream, and the zone of its clock; null for none where its times say their own. */
export interface CheckedLog {
  readonly log: LoggedArrivals;
  readonly zone: string;
}

/** Null, and a finding, where the log cannot be read, or brings nothing. */
export function checkLog(
  context: CheckContext,
  node: ArrivalsNode & { readonly log: NonNullable<ArrivalsNode['log']> },
  {
    zone,
    span,
  }: {
    /** What the stream says of its zone; null for nothing. */
    readonly zone: string | null;
    readonly span: { readonly from: CivilDate; readonly to: CivilDate; readonly zone: string } | null;
  },
): CheckedLog | null {
  const { path, map, how } = node.log;
  const [said] = [
    ...(node.region === null ? [] : [{ clause: 'region', span: node.region.span }]),
    ...(node.rate === null ? [] : [{ clause: 'rate', span: node.rate.span }]),
    ...(node.hours === null ? [] : [{ clause: 'hours', span: node.hours.span }]),
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
  const read = (context.data ?? NO_DATA).log(context.source, path.text, map.text);
  if (read.kind === 'unread' || span === null) return null;
  if (read.kind === 'problem') {
    const { text, span: at } = read.with === 'file' ? path : map;
    return wrong(text, at, read.problem, read.help);
  }
  const { tickets, unusable } = read;
  const [first, last] = [tickets[0], tickets.at(-1)];
  if (first === undefined || last === undefined) {
    const [worst] = unusable;
    return wrong(
      path.text,
      path.span,
      'has no tickets that can be used',
      worst === undefined ? null : `most often: ${worst.reason}`,
    );
  }
  const inZone = zone ?? read.zone ?? span.zone;
  const [from, to] = [first, last].map(({ opened }) => dayIn(inZone, opened)) as [EpochDay, EpochDay];
  const dates = `${formatCivilDate(from)} to ${formatCivilDate(to)}`;
  if (how === 'as written' && (to < epochDayOfDate(span.from) || from > epochDayOfDate(span.to))) {
    return wrong(
      path.text,
      node.log.span,
      `has tickets from ${dates}, and none in the span`,
      'let the span meet these dates, or write `resampled by week`',
    );
  }
  const wholeWeek = nextMonday(from) + 6 <= to;
  if ((how === 'by week' && !wholeWeek) || (how === 'by day' && to - from < 6)) {
    return wrong(
      path.text,
      node.log.span,
      `has tickets from ${dates}, which is no whole week`,
      'take a longer log, or write `as written`',
    );
  }
  return { log: { file: path.text, how, tickets, unusable, factor: 1 }, zone: inZone };
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
