/** A small contract and a small simulation to run on it, as objects; each test changes what it is about. */
import { NO_BINDING, NO_CONDUCT } from '../../src/check/conduct-model.ts';
import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import type {
  ArrivalStream,
  CheckedSimulation,
  Desk,
  Swings,
  Team,
  WorkStep,
} from '../../src/check/simulation-model.ts';
import { loadPlan, type Engine } from '../../src/engine/index.ts';
import type {
  CompiledPlan,
  PlanCalendar,
  PlanLimit,
  PlanName,
  PlanPlan,
  PlanPromise,
  PlanSelector,
  PlanTarget,
} from '../../src/plan/model.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';

const HERE = { file: 'small.plan', line: 1, column: 1, path: [] };
const ANY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};
const HOUR = 3600;

export const ZONES = ['Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;

/** Calendars by index, so that targets can name them. */
export const OFFICE = 0;
export const ALWAYS = 1;

const CALENDARS: readonly PlanCalendar[] = [
  weekly('Office', 'Europe/London', [1, 2, 3, 4, 5], 9, 17),
  {
    name: 'Always',
    of: 'Always',
    tickets: [],
    before: null,
    zone: null,
    hangsOn: [],
    body: { kind: 'always' },
    origin: HERE,
  },
  weekly('Nights', 'Europe/London', [1, 2, 3, 4, 5, 6, 7], 0, 6),
];

export function weekly(
  name: string,
  zone: string,
  days: readonly number[],
  from: number,
  to: number,
): PlanCalendar {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    days.includes(day) ? [{ from: from * HOUR, to: to * HOUR }] : [],
  );
  const weekOrigin = week.map(() => HERE);
  return {
    name,
    of: name,
    tickets: [],
    before: null,
    zone,
    hangsOn: [],
    body: {
      kind: 'civil',
      zone,
      week,
      weekOrigin,
      bound: 'each date',
      limited: [],
      onHolidays: null,
      seasons: [],
      holidays: null,
      customerHolidays: null,
      dated: [],
      closures: [],
    },
    origin: HERE,
  };
}

export function hours(count: number, calendar = OFFICE): PlanLimit {
  return { kind: 'hours', seconds: count * HOUR, calendar };
}

export function target(
  metric: string,
  promise: PlanPromise,
  severities: readonly number[] | null = null,
): PlanTarget {
  return { metric, when: { ...ANY, severities }, promise, origin: HERE, words: '' };
}

export function planOf(name: string, targets: readonly PlanTarget[]): PlanPlan {
  return {
    ...named(name),
    level: 0,
    extends: null,
    targets,
    coverage: [],
    channels: [],
    attainment: [],
    ...NO_ENTITLEMENTS,
    price: null,
    features: [],
  };
}

/** Severities S1 to S3, regions North and South, channels web and phone, metrics respond and resolve. */
export function smallPlan(plans: readonly PlanPlan[], calendars: readonly PlanCalendar[] = []): CompiledPlan {
  return {
    format: 'surety-plan',
    version: 1,
    title: 'Small',
    contractVersion: '1',
    currency: null,
    parties: [],
    effective: null,
    regionKey: null,
    zone: 'Europe/London',
    tzdata: 'test',
    tables: null,
    zones: Object.fromEntries(ZONES.map((zone) => [zone, lookUpZone(zone, 2015, 2035)])),
    holidaySets: [],
    calendars: [...CALENDARS, ...calendars],
    severities: ['S1', 'S2', 'S3'].map((name) => ({
      ...named(name),
      when: { kind: 'unstated' },
      origin: HERE,
    })),
    regions: ['North', 'South'].map((name) => ({ ...named(name), zone: null })),
    channels: ['web', 'phone'].map(named),
    types: [],
    metrics: ['respond', 'resolve'],
    clocks: [],
    plans,
    conduct: NO_CONDUCT,
    binding: NO_BINDING,
    facts: [],
    assumptions: [],
  };
}

export const TWO_PLANS: readonly PlanPlan[] = [
  planOf('Basic', [target('respond', hours(8))]),
  planOf('Best', [target('respond', hours(1), [0]), target('respond', hours(4, ALWAYS))]),
];

/** A rate that is what it usually is. */
export const NO_SWINGS: Swings = { growth: null, seasons: [], bursts: null, dayDeviation: 0 };

export function stream(changes: Partial<ArrivalStream> = {}): ArrivalStream {
  return {
    name: 'incidents',
    region: 'North',
    regions: [],
    zone: 'Europe/London',
    perWeek: 200,
    profile: everyHour(() => 1),
    quiet: [],
    swings: NO_SWINGS,
    events: [],
    facts: [],
    log: null,
    severities: [
      { name: 'S1', weight: 1 },
      { name: 'S2', weight: 3 },
      { name: 'S3', weight: 6 },
    ],
    channels: [],
    types: [],
    works: null,
    behaviour: [],
    origin: HERE,
    ...changes,
  };
}

/** `weekday` counts from 0, Monday. */
export function everyHour(weight: (weekday: number, hour: number) => number): number[][] {
  return Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (__, hour) => weight(day, hour)));
}

export function work(name: string, meanHours: number, changes: Partial<WorkStep> = {}): WorkStep {
  return {
    kind: 'work',
    name,
    activity: null,
    stops: null,
    brings: null,
    after: null,
    state: null,
    during: null,
    times: [{ severities: null, time: { kind: 'exponential', mean: meanHours * HOUR } }],
    share: 1,
    teams: null,
    origin: HERE,
    ...changes,
  };
}

export const FIRST_LINE: Team = {
  name: 'First line',
  agents: 4,
  calendar: 'Office',
  regions: null,
  severities: null,
  channels: null,
  types: null,
  facts: [],
  away: 0,
  atClose: { kind: 'resume' },
  pay: null,
  origin: HERE,
};

/** A desk without teams, on which nobody gives up and nobody is turned away or interrupted. */
export const PLAIN_DESK: Desk = {
  teams: [],
  discipline: [],
  allAtOnce: false,
  weights: null,
  room: null,
  patience: [],
  interrupts: null,
};

export function smallSimulation(changes: Partial<CheckedSimulation> = {}): CheckedSimulation {
  return {
    file: 'small.sim',
    name: 'Small desk',
    contract: 'small.plan',
    plans: ['Basic', 'Best'],
    span: { from: '2026-03-02', to: '2026-04-05', zone: 'Europe/London' },
    warmUpDays: 7,
    seed: 42,
    runs: 2,
    report: [],
    arrivals: [stream()],
    work: [work('first look', 0.5, { stops: { metric: 'respond', at: 'end' } })],
    desk: {
      ...PLAIN_DESK,
      teams: [FIRST_LINE],
      discipline: ['severity', 'deadline'],
      allAtOnce: false,
    },
    customer: null,
    needs: [],
    calendars: [],
    holidaySets: [],
    ...changes,
  };
}

export function load(plan: CompiledPlan): Engine {
  return loadPlan(plan);
}

function named(name: string): PlanName {
  return { name, aliases: [], text: '' };
}
