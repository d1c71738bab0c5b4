import { apart, dated, inExampleWeek, zoneFor } from './example-time.ts';
import { dueAt, type OneLimit, severityOf, type Subject, type TimedTarget, timedTargets } from './subject.ts';

const SATURDAY = [6, 3 * 3600] as const;
const MONDAY = [1, 10 * 3600] as const;

/** Hours of a calendar against plain ones, for a ticket of the week-end. */
export function hoursAgainstPlain(subject: Subject): string | null {
  const { plan } = subject.engine;
  const found = timedTargets(subject).find(({ limit }) => limit.kind === 'hours');
  if (found?.limit.kind !== 'hours') return null;
  const zone = zoneFor(plan, found.limit);
  const start = inExampleWeek(plan, zone, ...SATURDAY);
  const due = dueAt(subject, found.limit, start);
  const plain = dueAt(subject, { kind: 'elapsed', seconds: found.limit.seconds }, start);
  if (due === null || plain === null || due === plain) return null;
  return `opened ${dated(zone, start)}, \`${found.target.words}\` end ${dated(zone, due)}, and as plain hours ${dated(zone, plain)}: ${apart(due, plain)} apart`;
}

/** Two promises side by side, for one ticket. */
export function sideBySide(
  subject: Subject,
  find: (targets: readonly TimedTarget[]) => readonly [TimedTarget, TimedTarget] | null,
  nameOf: (target: TimedTarget) => string | null,
): string | null {
  const pair = find(timedTargets(subject));
  if (pair === null) return null;
  const { plan } = subject.engine;
  const zone = zoneFor(plan, pair[0].limit);
  const start = inExampleWeek(plan, zone, ...MONDAY);
  const [first, second] = [dueAt(subject, pair[0].limit, start), dueAt(subject, pair[1].limit, start)];
  if (first === null || second === null || first <= second) return null;
  return `opened ${dated(zone, start)}, \`${nameOf(pair[0])}\` is due ${dated(zone, first)}, and \`${nameOf(pair[1])}\` ${dated(zone, second)}: ${apart(first, second)} earlier`;
}

/** A severity and a lesser one, in one plan. */
export function bySeverity(subject: Subject, metric: string, severity: string, less: string): string | null {
  return sideBySide(
    subject,
    (targets) => {
      const first = targets[0];
      if (first?.target.metric !== metric) return null;
      const second = targets.find(
        (other) =>
          other.plan === first.plan && other.target.metric === metric && severityOf(subject, other) === less,
      );
      return second === undefined ? null : [first, second];
    },
    (each) => (severityOf(subject, each) === less ? less : severity),
  );
}

/** A plan and the one that it extends. */
export function byPlan(subject: Subject, metric: string, plan: string, parent: string): string | null {
  return sideBySide(
    subject,
    (targets) => {
      const first = targets[0];
      if (first?.target.metric !== metric || first.plan.name !== plan) return null;
      const second = targets.find(
        (other) =>
          other.plan.name === parent &&
          other.target.metric === metric &&
          JSON.stringify(other.target.when) === JSON.stringify(first.target.when),
      );
      return second === undefined ? null : [first, second];
    },
    (each) => each.plan.name,
  );
}

/** What waiting for the customer does to a clock that does not stand still for it. */
export function withoutPause(subject: Subject, metric: string): string | null {
  const { engine } = subject;
  const found = timedTargets(subject).find(
    ({ target, limit }) => target.metric === metric && limit.kind !== 'days',
  );
  if (found === undefined) return null;
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
