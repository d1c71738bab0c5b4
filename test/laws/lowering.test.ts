/** Calendars as the compiler lowers them, by region, against the reference, which reads the checked lines. */
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CalendarBody, CheckedContract, CivilCalendar, Selected } from '../../src/check/model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { ANY, contractWith, named, ORIGIN } from '../engine/checked-contract.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { agree, agreeOnInstant, instantOf, LAW, runs } from './against-reference.ts';
import { calendarCase, spot, zoneArbitrary, type CalendarCase } from './calendar-arbitrary.ts';

const REGIONS = ['North', 'South'] as const;

/** Which tickets a line speaks of: all, or those of a region or two. */
const regions = fc.constantFrom<(readonly string[] | null)[]>(null, null, ['North'], ['South'], REGIONS);

function narrowed<T>(lines: readonly Selected<T>[]): fc.Arbitrary<readonly Selected<T>[]> {
  return fc
    .array(regions, { minLength: lines.length, maxLength: lines.length })
    .map((all) => lines.map((line, i) => ({ ...line, when: { ...ANY, regions: all[i] ?? null } })));
}

/** The civil hours of one case with each line narrowed at random, lines of another case beside them. */
function regional(first: CivilCalendar, second: CivilCalendar): fc.Arbitrary<CivilCalendar> {
  return fc
    .record({
      zone: fc.constantFrom(first.zone, { kind: 'region' } as const),
      week: narrowed([...first.week, ...second.week]),
      seasons: narrowed([...first.seasons, ...second.seasons]),
      dated: narrowed([...first.dated, ...second.dated]),
      holidays: fc.constantFrom('sets', 'region', 'none'),
      others: fc.constantFrom('sets', 'region', 'none'),
    })
    .chain(({ holidays, others, ...rest }) =>
      narrowed(
        [holidays, others].map((kind) => ({
          when: ANY,
          value: kind === 'sets' ? { kind, sets: ['H'] } : { kind },
          origin: ORIGIN,
        })) as CivilCalendar['holidays'],
      ).map((lines) => ({ kind: 'civil', ...rest, holidays: lines })),
    );
}

const regionalCase: fc.Arbitrary<CalendarCase> = fc
  .tuple(calendarCase, zoneArbitrary, fc.constantFrom<('none' | readonly string[])[]>('none', [], ['H']))
  .chain(([given, zone, holidays]) => {
    const [C, D] = given.contract.calendars.map((calendar) => calendar.body) as [CalendarBody, CalendarBody];
    const first = C.kind === 'civil' ? C : (D as CivilCalendar);
    return regional(first, D as CivilCalendar).map((body): CalendarCase => {
      const contract: CheckedContract = contractWith(
        { D: body, C: C.kind === 'civil' ? { kind: 'named', calendar: 'D' } : C },
        {
          holidaySets: given.contract.holidaySets,
          regionKey: 'site',
          regions: [
            named('North', { zone: given.zone, holidays }),
            named('South', { zone, holidays: ['H'] }),
          ],
        },
      );
      return { ...given, contract };
    });
  });

describe('a calendar of a contract, compiled', LAW, () => {
  it('is for each region the calendar that the contract says', () => {
    fc.assert(
      fc.property(regionalCase, fc.array(spot, { minLength: 4, maxLength: 8 }), (given, spots) => {
        const plan = lower(given.contract);
        const engine = loadPlan(plan);
        for (const region of REGIONS) {
          const index = plan.calendars.findIndex(({ name }) => name === `C (${region})`);
          const calendar = engine.calendar(
            index === -1 ? plan.calendars.findIndex(({ name }) => name === 'C') : index,
          );
          const reference = readCalendar(given.contract, 'C', { ...NO_FACTS, region }, 30 * 86_400_000);
          for (const t of spots.map((each) => instantOf(given, calendar, each))) {
            agree(
              t,
              () => reference.isOpen(t),
              () => calendar.isOpen(t),
            );
            agreeOnInstant(
              t,
              () => reference.add(t, 7_200_000),
              () => calendar.add(t, 7_200_000),
            );
          }
          const t = given.focus;
          agreeOnInstant(
            t,
            () => reference.addDays(t, 1),
            () => calendar.addDays(t, 1),
          );
        }
      }),
      runs(15),
    );
  });
});
