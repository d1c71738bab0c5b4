/** Calendars of a checked contract as the engine takes them, for one ticket. */
import { NO_BINDING, NO_CONDUCT } from '../../src/check/conduct-model.ts';
import { type Dimension, dimensionOfFact } from '../../src/check/dimensions.ts';
import type { CheckedContract } from '../../src/check/model.ts';
import { loadPlan, type ColumnAnswerer, type Engine } from '../../src/engine/index.ts';
import { closedDatesOf } from '../../src/plan/lower-holidays.ts';
import { CUSTOMER_ZONE } from '../../src/time/customer-zone.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';
import { CalendarTable } from '../../src/plan/lower-calendars.ts';
import type { CompiledPlan, PlanCalendar, PlanCalendarBody } from '../../src/plan/model.ts';
import type { ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import type { TicketFacts } from '../../src/reference/index.ts';

export const NO_FACTS: TicketFacts = {
  severity: null,
  region: null,
  channel: null,
  type: null,
  facts: new Map(),
  zone: null,
  holidays: null,
};

/** An engine that has the contract's calendars, in its order, and nothing else. */
export function engineOf(
  contract: CheckedContract,
  facts: TicketFacts = NO_FACTS,
  columns?: ColumnAnswerer,
): Engine {
  const calendars = contract.calendars.map((calendar) => lowerCalendar(contract, calendar.name, facts));
  const holidaySets = contract.holidaySets.map((set) => ({ name: set.name, ...closedDatesOf(set) }));
  return loadPlan(planOf(calendars, { holidaySets }), RUNTIME_ZONES, columns).forTicket(facts);
}

export function planOf(calendars: readonly PlanCalendar[], rest: Partial<CompiledPlan> = {}): CompiledPlan {
  const zones: { [zone: string]: ZoneTable } = {};
  for (const calendar of calendars) {
    for (const zone of [calendar.zone, ...zonesOf(calendar.body)]) {
      if (zone !== null && zone !== CUSTOMER_ZONE) zones[zone] = lookUpZone(zone, 1970, 2100);
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
    tables: null,
    zones,
    calendars,
    holidaySets: [],
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
    assumptions: [],
    ...rest,
  };
}

/** The calendar as the compiler lowers it for the ticket; the reference, which it is held against, reads no plan. */
export function lowerCalendar(contract: CheckedContract, name: string, facts: TicketFacts): PlanCalendar {
  const table = new CalendarTable(contract);
  const said: readonly (readonly [Dimension, string | null])[] = [
    ['regions', facts.region],
    ['severities', facts.severity],
    ['channels', facts.channel],
    ['types', facts.type],
    ...[...facts.facts].map(([fact, word]) => [dimensionOfFact(fact), word] as const),
  ];
  const key = new Map(
    said.flatMap(([dimension, name]) => (name === null ? [] : [[dimension, name] as const])),
  );
  const calendar = table.list[table.indexOf(name, key)];
  if (calendar === undefined) throw new Error(`no calendar ${name}`);
  return { ...calendar, name, zone: calendar.zone ?? contract.zone };
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
    case 'between zones':
      return body.windows.flatMap(({ fromZone, toZone }) => [fromZone, toZone]);
    case 'civil':
      return [body.zone];
  }
}
