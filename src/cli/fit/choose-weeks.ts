import type { CompiledPlan } from '../../plan/model.ts';
import type { FitTicket } from '../../simulate/fit/fit-workload.ts';
import { wholeWeeks, type Weeks } from '../../simulate/fit/weeks.ts';
import type { TicketMapping } from '../../simulate/history/mapping.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import { offsetAt } from '../../time/zone-arithmetic.ts';
import type { EpochDay, ZoneTable } from '../../time/types.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import { parseDate } from '../parse-date.ts';
import { zoneOfLog } from '../replay/log-dates.ts';
import { UsageError } from '../usage-error.ts';

interface WeekFlags {
  readonly zone?: string;
  readonly from?: string;
  readonly to?: string;
  readonly weeks: string;
}

/** The whole weeks of a log, or of the dates named, by the clock of a zone. */
export function chooseWeeks(
  tickets: readonly FitTicket[],
  mapping: TicketMapping,
  plan: CompiledPlan,
  flags: WeekFlags,
): Weeks {
  const { weeks: take } = flags;
  if (take !== 'all' && take !== 'odd' && take !== 'even') {
    throw new UsageError(`--weeks \`${take}\` is none of all, odd and even`);
  }
  const zone = lookUpZone(zoneOfLog(mapping, plan, flags.zone), 1970, 2100);
  if (tickets.length === 0) throw new UsageError('the log has no ticket that the contract knows the kind of');
  const [from, to] = extentOf(tickets.map(({ opened }) => dayOf(zone, opened)));
  const first = flags.from === undefined ? from : parseDate('--from')(flags.from);
  const last = flags.to === undefined ? to : parseDate('--to')(flags.to);
  const weeks = wholeWeeks(zone, first, last, take);
  if (weeks !== null) return weeks;
  throw new UsageError(
    'there is no whole week, from a Monday to a Sunday, to fit to and to hold it against',
    'name dates further apart by --from and --to',
  );
}

/**
 * The first and the last date of which a log tells: of those before its first ticket and behind its last also the weekdays on
 * which no ticket ever comes, so that a log from a Monday to a Friday is of whole weeks.
 */
function extentOf(days: readonly EpochDay[]): readonly [EpochDay, EpochDay] {
  const weekdays = new Set(days.map((day) => day % 7));
  let from = days.reduce((a, b) => Math.min(a, b));
  let to = days.reduce((a, b) => Math.max(a, b));
  while (!weekdays.has((from + 6) % 7)) from -= 1;
  while (!weekdays.has((to + 1) % 7)) to += 1;
  return [from, to];
}

function dayOf(zone: ZoneTable, at: number): EpochDay {
  return Math.floor((at + offsetAt(zone, at) * 1000) / MS_PER_DAY);
}
