import { describe, expect, it } from 'vitest';
import { holidaysTogether, planForTerms, type FoundTerms } from '../../src/engine/ticket-terms.ts';
import type { CompiledPlan, PlanCalendar, PlanCalendarBody, PlanTicketTerm } from '../../src/plan/model.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { ORIGIN } from './checked-contract.ts';
import { planOf } from './lower-calendar.ts';
import { planHolidays, planHours, planSeason, SHUT, weekOf } from './plan-hours.ts';

const week = weekOf('09:00-17:00');
const tokyo = lookUpZone('Asia/Tokyo', 2026, 2026);
const ZONE: FoundTerms = { zone: tokyo, holidays: null };
const OURS = planHolidays('2026-01-01', '2026-12-31');
const THEIRS = { ...OURS, days: [{ date: '2026-06-03', name: 'election', closed: { from: 0, to: 86_400 } }] };
const HOLIDAYS: FoundTerms = { zone: null, holidays: { dates: THEIRS } };
const NO_HOLIDAYS: FoundTerms = { zone: null, holidays: { dates: null } };

const own = { use: { kind: 'customer' }, origin: { ...ORIGIN, line: 7 } } as const;
const local = planHours(week, { zone: 'customer' });

function calendar(
  body: PlanCalendarBody,
  hangsOn: readonly PlanTicketTerm[],
  zone = 'Europe/Berlin',
): PlanCalendar {
  return { name: 'C', of: 'C', zone, hangsOn, body, tickets: [], before: null, origin: ORIGIN };
}

/** The calendar as it holds for such tickets. */
function forTerms(given: PlanCalendar, terms: FoundTerms): PlanCalendar {
  const [found] = planForTerms(planOf([given]), terms).calendars;
  return found!;
}

describe('a plan for the tickets of one zone', () => {
  it('has that zone where it had the customer’s: of its dates, of its hours and of its tables', () => {
    const found = planForTerms(planOf([calendar(local, ['zone'], 'customer')]), ZONE);
    expect(found.calendars).toEqual([calendar({ ...local, zone: 'Asia/Tokyo' }, [], 'Asia/Tokyo')]);
    expect([found.zones['Asia/Tokyo'], found.zones['customer']]).toEqual([tokyo, tokyo]);
    expect(Object.keys(found.zones)).toContain('Asia/Tokyo');
  });

  it('leaves other zones as they are, and their tables until somebody reads them', () => {
    const plan = planOf([calendar(planHours(week), ['zone'])]);
    const zones: CompiledPlan['zones'] = Object.defineProperty({}, 'Europe/Berlin', {
      enumerable: true,
      get: () => {
        throw new Error('it was read');
      },
    });
    const found = planForTerms({ ...plan, zones }, ZONE);
    expect(found.calendars[0]).toEqual(calendar(planHours(week), []));
    expect(Object.keys(found.zones)).toContain('Europe/Berlin');
    expect(() => found.zones['Europe/Berlin']).toThrow('it was read');
  });

  it('has it in every part of a calendar that is made of others', () => {
    const there = { ...local, zone: 'Asia/Tokyo' };
    const fixed = planHours(week);
    const parts: readonly (readonly [PlanCalendarBody, PlanCalendarBody])[] = [
      [
        { kind: 'union', of: [fixed, local] },
        { kind: 'union', of: [fixed, there] },
      ],
      [
        { kind: 'intersection', of: [local, fixed] },
        { kind: 'intersection', of: [there, fixed] },
      ],
      [
        { kind: 'difference', from: { kind: 'always' }, minus: local },
        { kind: 'difference', from: { kind: 'always' }, minus: there },
      ],
      [
        { kind: 'difference', from: local, minus: { kind: 'never' } },
        { kind: 'difference', from: there, minus: { kind: 'never' } },
      ],
    ];
    for (const [body, expected] of parts)
      expect(forTerms(calendar(body, ['zone']), ZONE).body).toEqual(expected);
    const between: PlanCalendarBody = { kind: 'between zones', windows: [] };
    expect(forTerms(calendar(between, ['zone']), ZONE).body).toBe(between);
  });

  it('shares what its calendars shared', () => {
    const plan = planOf([
      calendar({ kind: 'union', of: [local, { kind: 'never' }] }, ['zone']),
      calendar(local, ['zone']),
    ]);
    const [both, alone] = planForTerms(plan, ZONE).calendars;
    expect(both!.body).toMatchObject({ kind: 'union' });
    expect(both!.body.kind === 'union' && both!.body.of[0]).toBe(alone!.body);
  });

  it('has calendars that hang on nothing as they were', () => {
    const fixed = calendar(planHours(week), []);
    expect(forTerms(fixed, ZONE)).toBe(fixed);
  });

  it('still hangs on holidays that are not said', () => {
    const both = calendar({ ...local, customerHolidays: own }, ['zone', 'holidays'], 'customer');
    expect(forTerms(both, ZONE)).toEqual(
      calendar({ ...local, zone: 'Asia/Tokyo', customerHolidays: own }, ['holidays'], 'Asia/Tokyo'),
    );
  });
});

describe('a plan for the tickets of one set of holidays', () => {
  it('has them where it had the customer’s, by the clause that says so', () => {
    const body = planHours(week, { customerHolidays: own });
    expect(forTerms(calendar(body, ['holidays']), HOLIDAYS)).toEqual(
      calendar({ ...body, holidays: { ...THEIRS, origin: own.origin }, customerHolidays: null }, []),
    );
    expect(forTerms(calendar(body, ['holidays']), NO_HOLIDAYS)).toEqual(
      calendar({ ...body, holidays: null, customerHolidays: null }, []),
    );
  });

  it('has them beside its own where the contract puts them together', () => {
    const use = {
      kind: 'plus',
      left: { kind: 'dates', dates: OURS },
      right: { kind: 'customer' },
    } as const;
    const body = planHours(week, { customerHolidays: { ...own, use } });
    const found = forTerms(calendar(body, ['holidays']), HOLIDAYS).body;
    expect(found.kind === 'civil' && found.holidays?.days.map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-06-03',
    ]);
  });

  it('has them in a season of its own holidays, and leaves a season without', () => {
    const plain = planSeason(SHUT);
    const ofCustomer = planSeason(week, { own: { holidays: null, customerHolidays: own } });
    const body = planHours(week, { holidays: OURS, seasons: [plain, ofCustomer] });
    const found = forTerms(calendar(body, ['holidays']), HOLIDAYS).body;
    expect(found).toEqual({
      ...body,
      seasons: [
        plain,
        { ...ofCustomer, own: { holidays: { ...THEIRS, origin: own.origin }, customerHolidays: null } },
      ],
    });
  });

  it('has a season of holidays that are not the customer’s, or that are not said, as it was', () => {
    const ofContract = planSeason(week, { own: { holidays: OURS, customerHolidays: null } });
    const ofCustomer = planSeason(week, { own: { holidays: null, customerHolidays: own } });
    const body = planHours(week, { seasons: [ofContract, ofCustomer] });
    expect(forTerms(calendar(body, ['zone', 'holidays']), ZONE).body).toEqual(body);
    const found = forTerms(calendar(body, ['holidays']), NO_HOLIDAYS).body;
    expect(found.kind === 'civil' && found.seasons[0]).toEqual(ofContract);
  });

  it('still hangs on a zone that is not said', () => {
    const both = calendar({ ...local, customerHolidays: own }, ['zone', 'holidays'], 'customer');
    const plan = planOf([both]);
    const found = planForTerms(plan, NO_HOLIDAYS);
    expect(found.calendars).toEqual([calendar(local, ['zone'], 'customer')]);
    expect(found.zones).toBe(plan.zones);
  });
});

describe('holidays of a customer who has several sets', () => {
  it('close what one of them closes, and nothing where there is none', () => {
    expect(holidaysTogether([])).toEqual({ dates: null });
    expect(holidaysTogether([OURS, THEIRS])?.dates?.days.map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-06-03',
    ]);
  });
});
