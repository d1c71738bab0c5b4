import { NO_BINDING, NO_CONDUCT } from '../../src/check/conduct-model.ts';
import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import type { Outcome, Status } from '../../src/simulate/outcome.ts';
import { STATUSES } from '../../src/simulate/outcome.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import type { CompiledPlan, PlanPlan } from '../../src/plan/model.ts';
import { formatCivilDate, parseCivilDate } from '../../src/time/civil-date.ts';
import { isKnownZone, lookUpZone } from '../../src/time/zone-lookup.ts';
import type {
  Accounting,
  Clocks,
  CoverageDay,
  CoverageQuestions,
  CoverageSubject,
  HourCell,
  ReadyModel,
  WorstWait,
} from '../../src/tui/model.ts';
import { zoneWallClock } from '../../src/tui/wall-clock.ts';

/** A world of tickets of any size: the same arguments make the same tickets. */
export interface FixtureSize {
  readonly tickets?: number;
  readonly plans?: readonly string[];
  readonly metrics?: readonly string[];
  readonly regions?: readonly string[];
  readonly runs?: number;
  readonly id?: (ticket: number) => string;
}

export const hour = 3_600_000;
/** Monday 2016-03-07 00:00 in London, which is UTC then. */
export const start = Date.UTC(2016, 2, 7);

const severities = ['S1', 'S2', 'S3', 'S4'];
const origin = { file: 'fixture.plan', line: 41, column: 3, path: [] };
const any = { severities: null, regions: null, channels: null, types: null, facts: [], opened: [] };

/** Every status occurs; a later plan is better; S4 of the first plan is best effort. */
export function fixtureModel(size: FixtureSize = {}): ReadyModel {
  const outcome = fixtureOutcome(size);
  const plans = outcome.plans.length;
  return {
    kind: 'ready',
    outcome,
    summary: summarize(outcome),
    wallClock: zoneWallClock(lookUpZone('Europe/London', 2015, 2018)),
    explain: fixtureAccounting(outcome),
    simulation: null,
    differ: (first, second, metric, ticket) => [
      {
        words: [
          `${metric} differs under ${String(first)} and ${String(second)} from `,
          start + ticket * hour,
        ],
        place: 'fixture.plan:41',
      },
    ],
    desk: (_, run, at) => ({
      teams: [{ name: 'First line', agents: 4, busy: run % 4, isOpen: at % (2 * hour) < hour }],
      inLine: 7,
      waiting: 3,
    }),
    advise: () => ({
      best: plans === 0 ? null : plans - 1,
      by: 'needs',
      wanted: [{ label: 'respond 90%', cells: ['promised to 10.0 %', '89.0 %, too few', '95.0 %'] }],
      sentences: ['The last is the only plan that keeps what the customer needs with 95 % confidence.'],
      costs: { heading: 'cost over 84 days', rows: [{ label: 'price', cells: ['EUR 1', 'EUR 2', 'EUR 3'] }] },
    }),
    weeks: () =>
      outcome.plans.map(({ metrics }) =>
        metrics.map(({ metric }) => ({
          metric,
          weeks: [0, 1, 2].map((week) => ({
            week: `2016-W1${String(week)}`,
            from: start + week * 168 * hour,
            judged: 10,
            missed: week * 4,
          })),
          worst: [2, 1],
        })),
      ),
    happenings: (plan, ticket) => {
      const at = outcome.tickets.opened[ticket] ?? 0;
      return [
        { at, kind: 'event', words: 'opened' },
        { at: at + hour, kind: 'worked', words: `First line begins \`look ${String(plan)}\`` },
        { at: at + 2 * hour, kind: 'waiting', words: 'waits: `for the customer`' },
        { at: at + 9 * hour, kind: 'idle', words: '`for the customer` is done' },
      ];
    },
    command: 'surety simulate service-desk.sim --seed 2016 --runs 1',
    clocks: fixtureClocks,
    coverage: fixtureCoverage(outcome),
    arriving: null,
  };
}

const fixtureClocks: Clocks = {
  known: [
    { zone: 'Europe/London', whose: "the contract's" },
    { zone: 'Asia/Tokyo', whose: 'customers in APJ' },
    { zone: 'UTC', whose: 'UTC' },
  ],
  of: (zone) =>
    isKnownZone(zone) ? zoneWallClock(lookUpZone(zone, 2015, 2018)) : `\`${zone}\` is no time zone`,
};

/** Hours of every kind: under the first plan a calendar, under the others what has none. */
function fixtureCoverage(outcome: Outcome): CoverageQuestions {
  const promise = (name: string): CoverageSubject => ({ kind: 'promise', name });
  const place = 'fixture.plan:12';
  const cell = (hour: number, day: number): HourCell => ({
    open: day > 4 || hour < 8 || hour > 17 ? 'shut' : hour === 17 ? 'in part' : 'open',
    limited: day === 4,
    clock: day !== 6 ? 'usual' : hour === 1 ? 'skipped' : hour === 2 ? 'doubled' : 'usual',
  });
  return {
    subjects: () => [
      ...(outcome.plans[0]?.metrics ?? []).map(({ metric }) => promise(metric)),
      { kind: 'activity', name: 'receive' },
    ],
    hours: (plan) => {
      if (plan === 0) return { kind: 'calendar', calendar: 0, name: 'Office', place };
      if (plan === 1) return { kind: 'round the clock', words: '4 h', place };
      return plan === 2
        ? { kind: 'word', words: 'best effort', place }
        : { kind: 'nothing', words: 'nothing is said' };
    },
    mondayOf: () => '2016-03-07',
    mondayOfDate: (date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? '2016-03-21' : null),
    weekFrom: (monday, weeks) => (weeks === 0 ? monday : weeks > 0 ? '2016-03-14' : '2016-02-29'),
    week: (_, zone, monday) =>
      zone === 'UTC'
        ? 'nothing is known of those dates'
        : Array.from({ length: 7 }, (_day, day): CoverageDay => ({
            date: formatCivilDate((parseCivilDate(monday) ?? 0) + day),
            weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day] ?? '',
            hours: Array.from({ length: 24 }, (_hour, hour) => cell(hour, day)),
            open: day > 4 ? 'closed' : '9 h 30 min',
            notes: day === 6 ? ['clocks go forward from 01:00 to 02:00'] : [],
          })),
    nextSpecial: (_, __, monday, by) => (by === 1 && monday !== '2016-03-28' ? '2016-03-28' : null),
    worst: () =>
      outcome.plans.flatMap((_, plan) =>
        severities.map((name, severity): WorstWait => ({
          tickets: name,
          plan,
          promise: `${String(8 + 8 * severity)} h in Office`,
          place: `fixture.plan:${String(41 + severity)}`,
          waitMs: (80 + 16 * severity) * hour,
          opened: start + (plan + severity) * hour,
          justAfter: severity % 2 === 0,
          command: `surety why fixture.plan --severity ${name}`,
        })),
      ),
    // The accounts of tickets that have a deadline under every plan.
    explainWorst: (metric, place) =>
      fixtureAccounting(outcome)(
        Math.floor(place / severities.length),
        metric,
        16 + (place % severities.length),
      ),
  };
}

function fixtureOutcome(size: FixtureSize): Outcome {
  const {
    tickets: count = 200,
    plans = ['Standard', 'Enhanced', 'Premium'],
    metrics = ['respond', 'resolve'],
  } = size;
  const {
    regions = ['EMEA', 'APJ'],
    runs = 1,
    id = (ticket) => `INC${String(ticket).padStart(7, '0')}`,
  } = size;
  const random = sequence(2016);
  const opened = Float64Array.from(
    { length: count },
    () => start + Math.floor(random() * 12 * 7 * 24 * 60) * 60_000,
  );
  const effort = Float64Array.from({ length: count }, () => -Math.log(1 - random()) * 20 * hour);
  const severity = Uint8Array.from({ length: count }, () => Math.floor(random() * severities.length));
  const columns = (
    plan: number,
    metric: number,
  ): { due: Float64Array; stopped: Float64Array; status: Uint8Array } => {
    const due = new Float64Array(count).fill(NaN);
    const stopped = new Float64Array(count).fill(NaN);
    const status = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const at = opened[i] ?? 0;
      const end = Math.floor(at + ((effort[i] ?? 0) * (metric + 1)) / (plan + 1));
      const found = judge(plan, severity[i] ?? 0, i, at + (8 + 8 * (severity[i] ?? 0)) * hour, end);
      status[i] = STATUSES.indexOf(found.status);
      due[i] = found.due;
      stopped[i] = found.stopped;
    }
    return { due, stopped, status };
  };
  return {
    title: 'Service desk',
    plan: fixturePlan(plans, metrics, regions),
    source: { kind: 'simulation', file: 'service-desk.sim', seed: 2016, runs },
    tickets: {
      count,
      id,
      run: Uint16Array.from({ length: count }, (_, i) => i % runs),
      opened,
      severity,
      region: Int8Array.from({ length: count }, (_, i) =>
        regions.length === 0 ? -1 : (i % (regions.length + 1)) - 1,
      ),
      channel: new Int8Array(count).fill(-1),
      type: new Int8Array(count).fill(-1),
      facts: [],
    },
    plans: plans.map((_, plan) => ({
      plan,
      metrics: metrics.map((metric, place) => ({ metric, ...columns(plan, place) })),
    })),
    notes: ['Channels are not applied yet.'],
  };
}

function judge(
  plan: number,
  severity: number,
  ticket: number,
  due: number,
  end: number,
): { status: Status; due: number; stopped: number } {
  if (plan === 0 && severity === 3) return { status: 'best effort', due: NaN, stopped: end };
  if (ticket % 41 === 0) return { status: 'unmeasured', due, stopped: NaN };
  if (ticket % 43 === 0) return { status: 'running', due, stopped: NaN };
  if (ticket % 47 === 0) return { status: 'missed', due, stopped: NaN };
  return { status: end <= due ? 'met' : 'missed', due, stopped: end };
}

function fixturePlan(
  plans: readonly string[],
  metrics: readonly string[],
  regions: readonly string[],
): CompiledPlan {
  return {
    format: 'surety-plan',
    version: 1,
    title: 'Fixture desk',
    contractVersion: '1',
    currency: 'EUR',
    parties: [],
    effective: null,
    regionKey: null,
    zone: 'Europe/London',
    tzdata: '2025c',
    tables: null,
    zones: {},
    calendars: [],
    holidaySets: [],
    severities: severities.map((name, i) => ({
      name,
      aliases: [`P${String(i + 1)}`],
      text: `definition of ${name}`,
      when: { kind: 'unstated' },
      origin,
    })),
    regions: regions.map((name) => ({ name, aliases: [], text: '', zone: null })),
    channels: [],
    types: [],
    metrics,
    clocks: [],
    plans: plans.map((name, level): PlanPlan => ({
      name,
      aliases: [],
      text: '',
      level,
      extends: null,
      targets: metrics.flatMap((metric) =>
        severities.map((_, i) => ({
          metric,
          when: { ...any, severities: [i] },
          promise: { kind: 'elapsed', seconds: (8 + 8 * i) * 3600 },
          origin: { ...origin, line: 41 + i },
          words: `${String(8 + 8 * i)} h in Office`,
        })),
      ),
      coverage: [],
      channels: [],
      attainment: metrics.slice(0, 1).map((metric) => ({
        aim: { kind: 'share', share: { numerator: 9, denominator: 10 }, within: null },
        otherwise: null,
        leastTickets: 0,
        except: [],
        each: 'all tickets',
        metric,
        period: { unit: 'month', anchor: 'calendar' },
        population: 'closed',
        zone: 'Europe/London',
        when: any,
        origin,
      })),
      ...NO_ENTITLEMENTS,
      price: {
        kind: 'amount',
        amount: `${String(level + 1)}99.00`,
        currency: 'EUR',
        per: 'month',
        anchor: 'calendar',
        billed: 'month',
        unit: null,
        bounds: [],
        factors: [],
        steps: [],
        prorated: null,
        tax: null,
        clause: '',
        origin,
      },
      features: [],
    })),
    conduct: NO_CONDUCT,
    binding: NO_BINDING,
    facts: [],
    assumptions: [{ code: 'a/b', message: 'the day of receipt counts', write: 'x', origin }],
  };
}

/** Stretches of two hours from opening to the deadline, every other one counted: long enough to scroll. */
function fixtureAccounting(outcome: Outcome): (plan: number, metric: string, ticket: number) => Accounting {
  return (plan, metric, ticket) => {
    const due = outcome.plans[plan]?.metrics.find((one) => one.metric === metric)?.due[ticket] ?? NaN;
    if (Number.isNaN(due)) return { kind: 'unaccounted', reason: 'there is no deadline to account for' };
    const opened = outcome.tickets.opened[ticket] ?? 0;
    const stretches = [];
    for (let from = opened, sum = 0, turn = 0; from < due; from += 2 * hour, turn++) {
      const to = Math.min(due, from + 2 * hour);
      const counted = turn % 2 === 0;
      if (counted) sum += (to - from) / hour;
      stretches.push({
        from,
        to,
        counted,
        amount: counted ? `${((to - from) / hour).toFixed(1)} h` : '',
        sum: `${sum.toFixed(1)} h`,
        reason: counted ? 'inside the hours of Office' : 'Office is closed',
        place: 'fixture.plan:12',
      });
    }
    return { kind: 'accounted', promise: '16 h in Office', place: 'fixture.plan:41', stretches };
  };
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
