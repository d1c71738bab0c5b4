import type { PlanDays } from '../plan/model.ts';
import type { Weekday } from '../time/types.ts';
import { dated, inExampleWeek, zoneFor } from './example-time.ts';
import { dueAt, type Subject, timedTargets } from './subject.ts';

/** The moments at which readings of a count of days differ most often, the plainest first. */
const MOMENTS: readonly (readonly [Weekday, number])[] = [
  [5, 18],
  [6, 12],
  [4, 15],
  [5, 15],
  [7, 12],
  [1, 6],
  [3, 20],
  [2, 22],
].map(([day, hour]) => [day as Weekday, (hour ?? 0) * 3600]);

/**
 * A ticket for which a count of days ends elsewhere if what the contract leaves open is read another way:
 * `received Fri 2026-06-05 18:00, 2 business days end Tue 2026-06-09 17:00 as it is read, and Mon …, counted …`.
 */
export function otherDays(
  subject: Subject,
  calendar: string,
  assumed: (limit: PlanDays) => boolean,
  otherwise: { readonly words: string; readonly read: (limit: PlanDays) => PlanDays },
): string | null {
  const { plan } = subject.engine;
  for (const { target, limit } of timedTargets(subject)) {
    if (limit.kind !== 'days' || !assumed(limit)) continue;
    const name = plan.calendars[limit.calendar]?.name;
    // Where its hours depend on the ticket, the table's names say for which, in brackets.
    if (name !== calendar && name?.startsWith(`${calendar} (`) !== true) continue;
    const zone = zoneFor(plan, limit);
    for (const [weekday, seconds] of MOMENTS) {
      const start = inExampleWeek(plan, zone, weekday, seconds);
      const read = dueAt(subject, limit, start);
      const other = dueAt(subject, otherwise.read(limit), start);
      if (read === null || other === null || read === other) continue;
      // The count alone; what else the cell says is not what is open.
      const [count = target.words] = target.words.split(',');
      return `received ${dated(zone, start)}, \`${count}\` is due ${dated(zone, read)}; ${otherwise.words} it would be ${dated(zone, other)}`;
    }
  }
  return null;
}
