import { NO_ENTITLEMENTS } from '../../src/check/no-entitlements.ts';
import { describe, expect, it } from 'vitest';
import { loadPlan, type TicketKey } from '../../src/engine/index.ts';
import type { PlanPlan, PlanSelector, PlanTarget } from '../../src/plan/model.ts';
import { civil, contractWith, ORIGIN, weekdays } from './checked-contract.ts';
import { lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const contract = contractWith({
  Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')),
  Desk: civil('Europe/Berlin', weekdays(1, 5, '09:00-12:00', '12:00-17:00')),
  Abroad: civil('Europe/Paris', weekdays(1, 5, '09:00-17:00')),
});
const calendars = ['Office', 'Desk', 'Abroad'].map((name) => lowerCalendar(contract, name, NO_FACTS));

const ANY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

function target(words: string, when: Partial<PlanSelector>, metric = 'respond'): PlanTarget {
  return {
    metric,
    when: { ...ANY, ...when },
    promise: { kind: 'elapsed', seconds: 60 },
    origin: ORIGIN,
    words,
  };
}

function planWith(targets: readonly PlanTarget[]): PlanPlan {
  return {
    name: 'Gold',
    aliases: [],
    text: '',
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

const NO_INDEXES: TicketKey = { severity: -1, region: -1, channel: -1, type: -1, facts: [] };

describe('a loaded plan', () => {
  it('has one calendar for hours that are the same, and others for the same hours elsewhere', () => {
    const engine = loadPlan(planOf(calendars));
    expect(engine.calendar(0)).toBe(engine.calendar(1));
    expect(engine.calendar(0)).not.toBe(engine.calendar(2));
  });

  it('has the plan’s own zone tables', () => {
    const plan = planOf(calendars);
    expect(loadPlan(plan).zone('Europe/Paris')).toBe(plan.zones['Europe/Paris']);
  });

  it('refuses calendars, zones and plans that it does not have', () => {
    const engine = loadPlan(planOf(calendars));
    expect(() => engine.calendar(3)).toThrow('no calendar 3');
    expect(() => engine.zone('Europe/Rome')).toThrow('Europe/Rome');
    expect(() => engine.zone('constructor')).toThrow('constructor');
    expect(() => engine.selectTarget(0, 'respond', NO_INDEXES, 0)).toThrow('no plan 0');
  });

  it('survives a trip through JSON', () => {
    const engine = loadPlan(JSON.parse(JSON.stringify(planOf(calendars))) as ReturnType<typeof planOf>);
    const friday = Date.UTC(2026, 5, 12, 14);
    expect(engine.calendar(0).add(friday, 2 * 3_600_000)).toBe(Date.UTC(2026, 5, 15, 8));
  });
});

describe('the cell that holds for a ticket', () => {
  const engine = loadPlan(
    planOf(calendars, {
      plans: [
        planWith([
          target('S1 in EMEA by phone', { severities: [0], regions: [1], channels: [2] }),
          target('S1', { severities: [0] }),
          target('any incident', { types: [0] }),
          target('S1 again', { severities: [0] }),
          target('resolve', {}, 'resolve'),
        ]),
      ],
    }),
  );
  const select = (ticket: Partial<TicketKey>, metric = 'respond'): string | undefined =>
    engine.selectTarget(0, metric, { ...NO_INDEXES, ...ticket }, 0)?.words;

  it('is the first that matches in every dimension it narrows', () => {
    expect(select({ severity: 0, region: 1, channel: 2 })).toBe('S1 in EMEA by phone');
    expect(select({ severity: 0, region: 1, channel: 0 })).toBe('S1');
    expect(select({ severity: 1, type: 0 })).toBe('any incident');
  });

  it('is none where nothing is said of the metric or the ticket', () => {
    expect(select({ severity: 1 })).toBeUndefined();
    expect(select({ severity: 0 }, 'update')).toBeUndefined();
  });

  it('does not speak of a region when the ticket has none', () => {
    expect(select({ severity: 0 })).toBe('S1');
    expect(select({}, 'resolve')).toBe('resolve');
  });
});
