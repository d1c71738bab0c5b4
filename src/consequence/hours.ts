import { apart, dated, inExampleWeek, zoneFor } from './example-time.ts';
import { dueAt, firstTimedTarget, type OneLimit, type Subject } from './subject.ts';

const SATURDAY = [6, 3 * 3600] as const;
const MONDAY = [1, 10 * 3600] as const;

/** Hours of a calendar against plain ones, for a ticket of the week-end. */
export function hoursAgainstPlain(subject: Subject): string | null {
  const { plan } = subject.engine;
  const found = firstTimedTarget(subject, ({ limit }) => limit.kind === 'hours');
  if (found?.limit.kind !== 'hours') return null;
  const zone = zoneFor(plan, found.limit);
  const start = inExampleWeek(plan, zone, ...SATURDAY);
  const due = dueAt(subject, found.limit, start);
  const plain = dueAt(subject, { kind: 'elapsed', seconds: found.limit.seconds }, start);
  if (due === null || plain === null || due === plain) return null;
  return `opened ${dated(zone, start)}, \`${found.target.words}\` end ${dated(zone, due)}, and as plain hours ${dated(zone, plain)}: ${apart(due, plain)} apart`;
}

/** What waiting for the customer does to a clock that does not stand still for it. */
export function withoutPause(subject: Subject, metric: string): string | null {
  const { engine } = subject;
  const found = firstTimedTarget(
    subject,
    ({ target, limit }) => target.metric === metric && limit.kind !== 'days',
  );
  if (found === null) return null;
  const zone = zoneFor(engine.plan, found.limit);
  const opened = inExampleWeek(engine.plan, zone, ...MONDAY);
  const due = dueAt(subject, found.limit, opened);
  if (due === null) return null;
  // The customer is asked half-way, and answers a day later.
  const asked = dueAt(subject, half(found.limit), opened);
  if (asked === null) return null;
  const answered = asked + 86_400_000;
  const later = lengthened(subject, found.limit, opened, asked, answered);
  if (later === null || later === due) return null;
  return `opened ${dated(zone, opened)}, \`${found.target.words}\` is due ${dated(zone, due)} even where the customer, asked ${dated(zone, asked)}, answers a day later; with a pause for that it would be ${dated(zone, later)}`;
}

/** The deadline with a pause taken out, by the target's own calendar. */
function lengthened(
  { engine }: Subject,
  limit: OneLimit,
  start: number,
  from: number,
  to: number,
): number | null {
  switch (limit.kind) {
    case 'elapsed':
      return start + limit.seconds * 1000 + (to - from);
    case 'hours': {
      const calendar = engine.calendar(limit.calendar);
      return calendar.add(start, limit.seconds * 1000 + calendar.between(from, to));
    }
    case 'days':
      return null;
  }
}

function half(limit: OneLimit): OneLimit {
  return limit.kind === 'days' ? limit : { ...limit, seconds: Math.floor(limit.seconds / 2) };
}
