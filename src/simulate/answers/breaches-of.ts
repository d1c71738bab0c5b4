import type { Engine } from '../../engine/index.ts';
import type { PlanName } from '../../plan/model.ts';
import type { MetricOutcome, Outcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import {
  PARTS,
  type BreachGroup,
  type CommonCause,
  type Breaches,
  type Eaten,
  type EatenPart,
} from './answers.ts';
import { commonCauses, withTickets } from './common-causes.ts';
import type { MissTally } from './desk-tally.ts';
import { HOURS_OF_WEEK } from './hours-of-week.ts';
import { deviationOverWeeks, hoursHeld } from './spread-over-weeks.ts';
import type { TicketWeeks } from './ticket-weeks.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** @param zone whose hours of the week are told @param tallies of each run; empty in a replay */
export function breachesOf(
  { plan, tickets }: Outcome,
  { status }: MetricOutcome,
  weeks: TicketWeeks,
  zone: string,
  tallies: readonly MissTally[],
): Breaches {
  const hourOf = weeks.hoursIn(zone);
  const byHour = new Tally(HOURS_OF_WEEK);
  const kinds = [
    {
      by: 'severity',
      column: tickets.severity,
      tally: new Tally(plan.severities.length + 1),
      names: plan.severities,
    },
    { by: 'region', column: tickets.region, tally: new Tally(plan.regions.length + 1), names: plan.regions },
    {
      by: 'channel',
      column: tickets.channel,
      tally: new Tally(plan.channels.length + 1),
      names: plan.channels,
    },
    { by: 'type', column: tickets.type, tally: new Tally(plan.types.length + 1), names: plan.types },
  ] as const;
  let judged = 0;
  let missed = 0;
  for (let row = 0; row < status.length; row += 1) {
    const code = status[row];
    if (code !== MET && code !== MISSED) continue;
    const miss = code === MISSED ? 1 : 0;
    judged += 1;
    missed += miss;
    byHour.add(hourOf[row] as number, miss);
  }
  for (const { column, tally, names } of kinds) {
    if (names.length === 0) tally.addAll(judged, missed);
    else addColumn(tally, column, status);
  }
  const counted = {
    judged,
    missed,
    hours: { zone, tickets: [...byHour.tickets], missed: [...byHour.missed] },
    groups: withTickets(kinds.flatMap(({ by, tally, names }) => groupsOf(by, tally, names))),
    eaten: tallies.length === 0 ? null : eatenOf(tallies),
    shortened: tallies.reduce((sum, tally) => sum + tally.shortened, 0),
  };
  const judgedTickets = memo(() => ({ missed: missedIn(status), ...weeks.clustersIn(zone) }));
  const deviationOf = (of: CommonCause['of']) => deviationOverWeeks(judgedTickets(), holds(of));
  const holds = (of: CommonCause['of']): ((row: number) => boolean) => {
    if (of.by === 'hours') {
      const held = hoursHeld(of);
      return (row) => held[hourOf[row] as number] === 1;
    }
    const kind = kinds.find(({ by }) => by === of.by);
    const place = kind?.names.findIndex(({ name }) => name === of.name) ?? -1;
    return (row) => kind?.column[row] === place;
  };
  return { ...counted, causes: commonCauses(counted, deviationOf) };
}

function memo<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function missedIn(status: Uint8Array): Int8Array {
  return Int8Array.from(status, (code) => (code === MISSED ? 1 : code === MET ? 0 : -1));
}

function addColumn(tally: Tally, column: Uint8Array | Int8Array, status: Uint8Array): void {
  for (let row = 0; row < status.length; row += 1) {
    const code = status[row];
    if (code !== MET && code !== MISSED) continue;
    const index = column[row] as number;
    tally.add(index === -1 ? tally.last : index, code === MISSED ? 1 : 0);
  }
}

class Tally {
  readonly tickets: Float64Array;
  readonly missed: Float64Array;
  readonly last: number;

  constructor(size: number) {
    this.tickets = new Float64Array(size);
    this.missed = new Float64Array(size);
    this.last = size - 1;
  }

  add(place: number, miss: number): void {
    this.tickets[place]! += 1;
    this.missed[place]! += miss;
  }

  /** Tickets of which nothing is said. */
  addAll(tickets: number, missed: number): void {
    this.tickets[this.last] = tickets;
    this.missed[this.last] = missed;
  }
}

function groupsOf(by: BreachGroup['by'], tally: Tally, names: readonly PlanName[]): readonly BreachGroup[] {
  return [...tally.tickets].map((tickets, i) => ({
    by,
    name: names[i]?.name ?? '(none)',
    tickets,
    missed: tally.missed[i] as number,
  }));
}

function eatenOf(tallies: readonly MissTally[]): Eaten {
  const sum = (valueOf: (tally: MissTally) => number): number =>
    tallies.reduce((all, tally) => all + valueOf(tally), 0);
  return {
    misses: sum(({ misses }) => misses),
    parts: PARTS.map((part, i): EatenPart => ({
      part,
      elapsedMs: sum(({ elapsed }) => elapsed[i] as number),
      countedMs: sum(({ counted }) => counted[i] as number),
      most: sum(({ most }) => most[i] as number),
      enough: sum(({ enough }) => enough[i] as number),
    })),
  };
}

/** The one zone of the calendars that a promise counts by; else that of the answers. */
export function zoneOfPromise({ plan }: Engine, index: number, metric: string, otherwise: string): string {
  const zones = new Set<string>();
  const look = (limit: unknown): void => {
    if (typeof limit !== 'object' || limit === null) return;
    for (const [key, value] of Object.entries(limit)) {
      const calendar = key === 'calendar' && typeof value === 'number' ? plan.calendars[value] : undefined;
      // What never closes has no hours that anybody looks at.
      if (calendar !== undefined && calendar.zone !== null && calendar.body.kind !== 'always')
        zones.add(calendar.zone);
      look(value);
    }
  };
  for (const target of plan.plans[index]?.targets ?? []) if (target.metric === metric) look(target.promise);
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? only : otherwise;
}
