import { checkHolidaySet } from '../check/check-holidays.ts';
import { Collector } from '../diagnostics/collector.ts';
import type { PlanClosedDates } from '../plan/calendar-model.ts';
import { closedDatesOf } from '../plan/lower-holidays.ts';
import { parseFile } from '../syntax/parse.ts';
import { findHolidayFile } from './find-holidays.ts';
import { readSource } from './read-source.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The dates of a holiday set that a customer has and the contract does not name, out of the file where the contract's
 * own would lie; null where there is none.
 * @throws {Unreadable} for a file that cannot be read, or is no holiday set without mistakes.
 */
export async function readHolidaySet(contractPath: string, name: string): Promise<PlanClosedDates | null> {
  const path = await findHolidayFile(contractPath, name);
  if (path === null) return null;
  const collector = new Collector();
  const file = parseFile(await readSource(path), collector);
  const sets = file.declarations.flatMap((node) =>
    node.kind === 'holidays' && node.name.text === name
      ? (checkHolidaySet({ source: file.source, path: [], collector }, node) ?? [])
      : [],
  );
  const [set] = sets;
  if (set === undefined || collector.hasErrors) {
    throw new Unreadable(
      path,
      `does not declare the holidays \`${name}\` without mistakes`,
      `surety check ${path}`,
    );
  }
  return closedDatesOf(set);
}
