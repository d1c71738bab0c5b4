/** How much of a period a service was down: the engine cuts intervals, the reference counts minutes. */
import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { availabilityOf } from '../../src/engine/money/availability.ts';
import { lower } from '../../src/plan/lower.ts';
import { downMinutes, readCalendar, type RecordedOutage } from '../../src/reference/index.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';

const MINUTE = 60_000;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const;
/** Before both changes of the clocks of the northern spring, and close to the end of a month. */
const START = Date.parse('2026-03-05T00:00Z');

const NOBODY = {
  severity: null,
  region: null,
  channel: null,
  type: null,
  facts: new Map<string, string>(),
  zone: null,
  holidays: null,
};

const outages = fc.array(
  fc
    .record({
      at: fc.integer({ min: 0, max: 45 * 24 * 60 }),
      minutes: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 900 })),
      reason: fc.constantFrom(null, null, 'maintenance', 'force majeure'),
      notice: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null }),
    })
    .map(({ at, minutes, reason, notice }): RecordedOutage => {
      const from = START + at * MINUTE;
      const announced = notice === null ? null : from - notice * MINUTE;
      return { from, to: from + minutes * MINUTE, reason, announced };
    }),
  { maxLength: 9 },
);

const clause = fc
  .record({
    unit: fc.constantFrom('day', 'week', 'month', 'quarter'),
    hours: fc.boolean(),
    step: fc.constantFrom(1, 5, 15, 60),
    least: fc.constantFrom(0, 3, 30),
    notice: fc.constantFrom(0, 48),
    cap: fc.option(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('day', 'week', 'month')), {
      nil: null,
    }),
  })
  .map(({ unit, hours, step, least, notice, cap }) =>
    [
      `availability "it" 99% per ${unit} of ${hours ? 'Office' : 'real time'}`,
      'outage from "down" to "up"',
      `counted per started ${step} min`,
      ...(least === 0 ? [] : [`at least ${least} min`]),
      `except "maintenance"${notice === 0 ? '' : ` announced ${notice} h before`}${cap === null ? '' : ` up to ${cap[0]} h per ${cap[1]}`}`,
      'except "force majeure"',
    ].join(', '),
  );

describe('availability', () => {
  it(
    'is of each period what its minutes are, in its zone and its hours',
    () => {
      fc.assert(
        fc.property(clause, outages, fc.constantFrom(...ZONES), (said, told, zone) => {
          const { contract, findings } = checkText(`contract "Law" { zone ${zone} }
calendar Office { zone ${zone}; open Mon..Sat 07:00-19:30; holidays none }
clock respond { starts on opened; stops on reply; reopen never }
plan A {
  targets { respond; all 1 h }
  ${said}
}
`);
          const errors = findings.filter(({ level }) => level === 'error');
          if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
          const checked = contract.plans[0]?.availability[0];
          const engine = loadPlan(lower(contract));
          const line = engine.plan.plans[0]?.availability[0];
          if (checked === undefined || line === undefined) throw new Error('there is no availability');
          const office =
            checked.calendar === null ? null : readCalendar(contract, 'Office', NOBODY, 60 * 86_400_000);
          const ground = { zone: engine.zone(zone), start: null };
          const recorded = told.map((each) => ({ ...each, service: 'it' }));
          const end = START + 46 * 86_400_000;
          const found = availabilityOf(engine, line, recorded, [], ground, START, end);
          for (const { from, to, downMs, share } of found) {
            const isCounted = (at: number) => office === null || office.isOpen(at);
            const down = downMinutes(checked, told, zone, from, to, isCounted);
            expect(downMs).toBe(down * MINUTE);
            let whole = 0;
            for (let at = from; at < to; at += MINUTE) if (isCounted(at)) whole += 1;
            const expected = whole === 0 ? new Fraction(1) : new Fraction(whole - down, whole);
            expect(share.toFraction()).toBe(expected.toFraction());
          }
          expect(found.length).toBeGreaterThan(0);
        }),
        runs(40),
      );
    },
    LAW.timeout,
  );

  it(
    'in any stretch of a length is that of the worst of all that begin on a minute',
    () => {
      fc.assert(
        fc.property(outages, fc.constantFrom(1, 3, 24), (told, hours) => {
          const { contract } = checkText(`contract "Law" { zone UTC }
clock respond { starts on opened; stops on reply; reopen never }
plan A {
  targets { respond; all 1 h }
  availability "it" 99% in any ${hours} h of real time, outage from "down" to "up", counted per started 1 min
}
`);
          const engine = loadPlan(lower(contract));
          const line = engine.plan.plans[0]?.availability[0];
          if (line === undefined) throw new Error('there is no availability');
          const recorded = told.map((each) => ({ ...each, service: 'it' }));
          const end = START + 46 * 86_400_000;
          const ground = { zone: engine.zone('UTC'), start: null };
          const [worst] = availabilityOf(engine, line, recorded, [], ground, START, end);
          const down = new Set<number>();
          for (const { from, to } of told) for (let at = from; at < to; at += MINUTE) down.add(at);
          let most = 0;
          let sum = 0;
          for (let at = START; at < end; at += MINUTE) {
            if (down.has(at)) sum += 1;
            if (down.has(at - hours * 60 * MINUTE)) sum -= 1;
            most = Math.max(most, sum);
          }
          expect(worst?.downMs).toBe(most * MINUTE);
        }),
        runs(100),
      );
    },
    LAW.timeout,
  );
});
