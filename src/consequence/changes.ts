import type { PlanSelector } from '../plan/model.ts';
import { dated, inExampleWeek, zoneFor } from './example-time.ts';
import {
  dueAt,
  firstTimedTarget,
  type OneLimit,
  severityOf,
  type Subject,
  type TimedTarget,
  timedTargets,
} from './subject.ts';

/** The first two promises of one plan and metric that differ by severity alone, the more severe first. */
function pairOf(subject: Subject): readonly [TimedTarget, TimedTarget] | null {
  for (const higher of timedTargets(subject)) {
    if (higher.limit.kind === 'days' || rank(higher) < 0) continue;
    const lower = firstTimedTarget(
      subject,
      (other) =>
        other.limit.kind !== 'days' &&
        other.target.metric === higher.target.metric &&
        sameButSeverity(other.target.when, higher.target.when) &&
        rank(other) > rank(higher) &&
        other.target.words !== higher.target.words,
      higher.plan.name,
    );
    if (lower !== null) return [higher, lower];
  }
  return null;
}

function rank({ target }: TimedTarget): number {
  return target.when.severities?.[0] ?? -1;
}

function sameButSeverity(a: PlanSelector, b: PlanSelector): boolean {
  return (['regions', 'channels', 'types'] as const).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );
}

/**
 * One ticket that is raised, or lowered, while its clock runs, and its deadline by the ways to count:
 * `opened Mon 2026-06-01 09:30 as P2 (8 h) and raised to P1 (1 h) at 12:00, it is due …`.
 */
export function changedSeverity(subject: Subject, change: 'raised' | 'lowered'): string | null {
  const pair = pairOf(subject);
  if (pair === null) return null;
  const [from, to] = change === 'raised' ? [pair[1], pair[0]] : pair;
  const { plan } = subject.engine;
  const zone = zoneFor(plan, from.limit);
  const opened = inExampleWeek(plan, zone, 1, 9.5 * 3600);
  const old = dueAt(subject, from.limit, opened);
  const fromOpen = dueAt(subject, to.limit, opened);
  const at = dueAt(subject, nearlyAll(from.limit), opened);
  if (old === null || fromOpen === null || at === null) return null;
  const fromChange = dueAt(subject, to.limit, at);
  if (fromChange === null || fromChange === fromOpen) return null;
  const missed = fromOpen < at ? ', before the change' : '';
  return (
    `opened ${dated(zone, opened)} as \`${severityOf(subject, from)}\` (\`${from.target.words}\` to ${from.target.metric}) and ${change} to ` +
    `\`${severityOf(subject, to)}\` (\`${to.target.words}\`) ${dated(zone, at)}, a ticket is due ${dated(zone, fromOpen)}${missed}, as it is read; ` +
    `counted from the change it would be ${dated(zone, fromChange)}, and ${dated(zone, old)} if it kept the old promise`
  );
}

/** So far a clock has run, by its own hours, when the severity changes: late enough for the bases to differ. */
function nearlyAll(limit: OneLimit): OneLimit {
  return limit.kind === 'days' ? limit : { ...limit, seconds: Math.floor((limit.seconds * 7) / 8) };
}
