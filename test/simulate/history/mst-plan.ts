/** The three MST plans as a compiled plan built by hand, so that a replay is tested without the compiler. */
import { NO_BINDING, NO_CONDUCT } from '../../../src/check/conduct-model.ts';
import { NO_ENTITLEMENTS } from '../../../src/check/no-entitlements.ts';
import type {
  CompiledPlan,
  PlanCalendar,
  PlanOrigin,
  PlanPlan,
  PlanTarget,
} from '../../../src/plan/model.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';

const HOUR = 3600;
const LONDON = 'Europe/London';
const ORIGIN: PlanOrigin = { file: 'mst.plan', line: 1, column: 1, path: [] };
const ANY = { severities: null, regions: null, channels: null, types: null, facts: [], opened: [] };
const SEVERITIES = ['S1', 'S2', 'S3', 'S4'];

function officeHours(name: string, closesAt: number): PlanCalendar {
  const day = [{ from: 8 * HOUR, to: closesAt * HOUR }];
  return {
    name,
    of: name,
    tickets: [],
    before: null,
    zone: LONDON,
    hangsOn: [],
    origin: ORIGIN,
    body: {
      kind: 'civil',
      zone: LONDON,
      week: [day, day, day, day, day, [], []],
      weekOrigin: [ORIGIN],
      bound: 'each date',
      limited: [],
      onHolidays: null,
      seasons: [],
      holidays: null,
      customerHolidays: null,
      dated: [],
      closures: [],
    },
  };
}

function respondTargets(calendar: number | null, words: string, hours: readonly number[]): PlanTarget[] {
  return hours.map((count, severity) => ({
    metric: 'respond',
    when: { ...ANY, severities: [severity] },
    promise:
      calendar === null
        ? { kind: 'elapsed', seconds: count * HOUR }
        : { kind: 'hours', seconds: count * HOUR, calendar },
    origin: ORIGIN,
    words: `${String(count)} h${words}`,
  }));
}

function plan(
  name: string,
  level: number,
  targets: readonly PlanTarget[],
  channels: readonly string[],
): PlanPlan {
  return {
    name,
    aliases: [],
    text: '',
    level,
    extends: null,
    targets,
    coverage: [],
    channels: channels.map((channel) => ({ channel, onRequest: false, when: ANY })),
    attainment: [],
    ...NO_ENTITLEMENTS,
    price: null,
    features: [],
  };
}

const named = (name: string): { name: string; aliases: string[]; text: string } => ({
  name,
  aliases: [],
  text: '',
});

/** Region EMEA alone. Standard and Enhanced count hours of their office, Premium elapsed ones. */
export function mstPlan(): CompiledPlan {
  return {
    format: 'surety-plan',
    version: 1,
    title: 'MST product support',
    contractVersion: '1',
    currency: null,
    parties: [],
    effective: null,
    regionKey: null,
    zone: null,
    tzdata: 'test',
    tables: null,
    zones: { [LONDON]: lookUpZone(LONDON, 2000, 2040) },
    holidaySets: [],
    calendars: [officeHours('Standard (EMEA)', 17), officeHours('Enhanced (EMEA)', 20)],
    severities: SEVERITIES.map((name, i) => ({
      ...named(name),
      aliases: [`Severity ${String(i + 1)}`],
      when: { kind: 'unstated' },
      origin: ORIGIN,
    })),
    regions: [{ ...named('EMEA'), zone: LONDON }],
    channels: ['web', 'email', 'phone'].map(named),
    types: [],
    metrics: ['respond'],
    clocks: [],
    plans: [
      plan('Standard', 0, respondTargets(0, ' in Standard', [16, 40, 80, 130]), ['web']),
      plan('Enhanced', 1, respondTargets(1, ' in Enhanced', [8, 16, 40, 80]), ['web', 'email']),
      plan('Premium', 2, respondTargets(null, '', [2, 4, 16, 40]), ['web', 'email', 'phone']),
    ],
    conduct: NO_CONDUCT,
    binding: NO_BINDING,
    facts: [],
    assumptions: [],
  };
}
