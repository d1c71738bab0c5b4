/**
 * Calendars of a checked contract as the engine takes them, for one ticket. Small on purpose: tests of the engine
 * should not depend on the compiler, and the compiler is held against the reference by tests of its own.
 */
import { NO_BINDING, NO_CONDUCT } from '../../src/check/conduct-model.ts';
import type {
  CalendarBody,
  CheckedContract,
  CivilCalendar,
  Selected,
  WeekWindow,
} from '../../src/check/model.ts';
import { loadPlan, type Engine } from '../../src/engine/index.ts';
import type { CompiledPlan, PlanCalendar, PlanCalendarBody, PlanCivilHours } from '../../src/plan/model.ts';
import { formatOffset } from '../../src/time/fixed-zone.ts';
import { edgesOf } from '../../src/time/interval-set.ts';
import type { DayInterval, ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import type { TicketFacts } from '../../src/reference/index.ts';
import { ORIGIN } from './checked-contract.ts';

const DAY = 86_400;

export const NO_FACTS: TicketFacts = {
  severity: null,
  region: null,
  channel: null,
  type: null,
  facts: new Map(),
};

/** An engine that has the contract's calendars, in its order, and nothing else. */
export function engineOf(contract: CheckedContract, facts: TicketFacts = NO_FACTS): Engine {
  return loadPlan(
    planOf(contract.calendars.map((calendar) => lowerCalendar(contract, calendar.name, facts))),
  );
}

export function planOf(calendars: readonly PlanCalendar[], rest: Partial<CompiledPlan> = {}): CompiledPlan {
  const zones: { [zone: string]: ZoneTable } = {};
  for (const calendar of calendars) {
    for (const zone of [calendar.zone, ...zonesOf(calendar.body)]) {
      if (zone !== null) zones[zone] = lookUpZone(zone, 1970, 2100);
    }
  }
  return {
    format: 'surety-plan',
    version: 1,
    title: 'Test',
    contractVersion: '1',
    currency: null,
    parties: [],
    effective: null,
    regionKey: null,
    zone: null,
    tzdata: 'test',
    zones,
    calendars,
    severities: [],
    regions: [],
    channels: [],
    types: [],
    metrics: [],
    clocks: [],
    plans: [],
    conduct: NO_CONDUCT,
    binding: NO_BINDING,
    facts: [],
    notApplied: [],
    assumptions: [],
    ...rest,
  };
}

export function lowerCalendar(contract: CheckedContract, name: string, facts: TicketFacts): PlanCalendar {
  const body = lowerBody(contract, bodyOf(contract, name), facts);
  return { name, zone: zonesOf(body)[0] ?? contract.zone, body, origin: ORIGIN };
}

function lowerBody(contract: CheckedContract, body: CalendarBody, facts: TicketFacts): PlanCalendarBody {
  switch (body.kind) {
    case 'always':
      return body;
    case 'named':
      return lowerBody(contract, bodyOf(contract, body.calendar), facts);
    case 'union':
    case 'intersection':
      return {
        kind: body.kind,
        of: [lowerBody(contract, body.left, facts), lowerBody(contract, body.right, facts)],
      };
    case 'difference':
      return {
        kind: 'difference',
        from: lowerBody(contract, body.left, facts),
        minus: lowerBody(contract, body.right, facts),
      };
    case 'chosen': {
      const [chosen] = select(body.of, facts);
      if (chosen === undefined) throw new Error('no line speaks of the ticket');
      return lowerBody(contract, chosen, facts);
    }
    case 'civil':
      return lowerCivil(contract, body, facts);
  }
}

function lowerCivil(contract: CheckedContract, body: CivilCalendar, facts: TicketFacts): PlanCivilHours {
  const region = contract.regions.find((candidate) => candidate.name === facts.region);
  const setNames = select(body.holidays, facts).flatMap((use) => {
    if (use.kind === 'sets') return use.sets;
    return use.kind === 'region' && region !== undefined && region.holidays !== 'none' ? region.holidays : [];
  });
  const week = cutWeek(select(body.week, facts).flat());
  const sets = contract.holidaySets.filter((set) => setNames.includes(set.name));
  return {
    kind: 'civil',
    zone:
      body.zone.kind === 'iana'
        ? body.zone.zone
        : body.zone.kind === 'fixed'
          ? formatOffset(body.zone.offsetSeconds)
          : (region?.zone ?? 'the ticket has no region'),
    week,
    weekOrigin: [],
    seasons: select(body.seasons, facts).map((season) => ({
      ...season,
      week: cutWeek(season.week),
      origin: ORIGIN,
    })),
    holidays:
      sets.length === 0
        ? null
        : {
            fromYear: Math.max(...sets.map((set) => set.fromYear)),
            toYear: Math.min(...sets.map((set) => set.toYear)),
            days: sets.flatMap((set) => set.days),
            origin: ORIGIN,
          },
    dated: select(body.dated, facts).map(({ label, dates, hours, as }) => ({
      label,
      dates,
      hours: as === null ? hours : (week[as - 1] ?? []),
      origin: ORIGIN,
    })),
  };
}

/** Windows of the week cut at midnight: the parts of each weekday, sorted and joined. */
export function cutWeek(windows: readonly WeekWindow[]): readonly (readonly DayInterval[])[] {
  const days: DayInterval[][] = [[], [], [], [], [], [], []];
  for (const window of windows) {
    const from = (window.fromDay - 1) * DAY + window.fromTime;
    const end = (window.toDay - 1) * DAY + window.toTime;
    const to = end <= from ? end + 7 * DAY : end;
    for (let day = 0; day < 14; day += 1) {
      const part = { from: Math.max(from - day * DAY, 0), to: Math.min(to - day * DAY, DAY) };
      if (part.from < part.to) days[day % 7]?.push(part);
    }
  }
  return days.map((parts) => {
    const edges = edgesOf(parts);
    return parts
      .slice(0, edges.length / 2)
      .map((_, i) => ({ from: edges[2 * i] as number, to: edges[2 * i + 1] as number }));
  });
}

function select<T>(lines: readonly Selected<T>[], facts: TicketFacts): readonly T[] {
  const rank = ({ when }: Selected<T>): number => {
    const pairs = [
      [when.severities, facts.severity],
      [when.regions, facts.region],
      [when.channels, facts.channel],
      [when.types, facts.type],
    ] as const;
    if (pairs.some(([names, name]) => names !== null && (name === null || !names.includes(name)))) return -1;
    return pairs.filter(([names]) => names !== null).length;
  };
  const best = Math.max(0, ...lines.map(rank));
  return lines.filter((line) => rank(line) === best).map((line) => line.value);
}

function zonesOf(body: PlanCalendarBody): readonly string[] {
  switch (body.kind) {
    case 'always':
    case 'never':
      return [];
    case 'union':
    case 'intersection':
      return body.of.flatMap(zonesOf);
    case 'difference':
      return [...zonesOf(body.from), ...zonesOf(body.minus)];
    case 'civil':
      return [body.zone];
  }
}

function bodyOf(contract: CheckedContract, name: string): CalendarBody {
  const calendar = contract.calendars.find((candidate) => candidate.name === name);
  if (calendar === undefined) throw new Error(`no calendar ${name}`);
  return calendar.body;
}
