/** Calendars as the compiler lowers them, by region, severity and channel, against the reference, which reads the checked lines. */
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type {
  CalendarBody,
  CheckedContract,
  CheckedRegion,
  CivilCalendar,
  Selected,
} from '../../src/check/model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';
import { lower } from '../../src/plan/lower.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { ANY, contractWith, named, ORIGIN } from '../engine/checked-contract.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { indexFor } from '../plan/calendar-of-text.ts';
import { agree, agreeOnInstant, instantOf, LAW, runs } from './against-reference.ts';
import { calendarCase, countable, spot, zoneArbitrary, type CalendarCase } from './calendar-arbitrary.ts';

const REGIONS = ['North', 'South'] as const;

/** Which tickets a line speaks of: all, or those of a region or two. */
const regions = fc.constantFrom<(readonly string[] | null)[]>(null, null, ['North'], ['South'], REGIONS);
const severities = fc.constantFrom<(readonly string[] | null)[]>(null, null, null, ['P1'], ['P1', 'P2']);
const channels = fc.constantFrom<(readonly string[] | null)[]>(null, null, null, ['phone']);

const tickets = REGIONS.flatMap((region) =>
  ['P1', 'P2', 'P3'].flatMap((severity) =>
    ['phone', 'web', null].map((channel) => ({ ...NO_FACTS, region, severity, channel })),
  ),
);

function narrowed<T>(lines: readonly Selected<T>[]): fc.Arbitrary<readonly Selected<T>[]> {
  return fc
    .array(fc.record({ regions, severities, channels }), { minLength: lines.length, maxLength: lines.length })
    .map((all) => lines.map((line, i) => ({ ...line, when: { ...ANY, ...all[i] } })));
}

/** Seasons narrowed at random, and the lines of their weeks too, each week beside that of the season before. */
function narrowedSeasons(lines: CivilCalendar['seasons']): fc.Arbitrary<CivilCalendar['seasons']> {
  return narrowed(lines).chain((seasons) =>
    fc.tuple(
      ...seasons.map((season, i) =>
        narrowed([...season.value.week, ...(seasons[i - 1]?.value.week ?? [])]).map((week) => ({
          ...season,
          value: { ...season.value, week },
        })),
      ),
    ),
  );
}

/** Closures of some regions alone, with a notice that can be counted for any customer. */
function ofRegions(lines: CivilCalendar['closures']): fc.Arbitrary<CivilCalendar['closures']> {
  return fc.infiniteStream(regions).map((drawn) =>
    lines.map((line) => ({
      ...countable(line),
      closures: line.closures.map((closure) => ({ ...closure, regions: drawn.next().value ?? null })),
    })),
  );
}

/** The civil hours of one case with each line narrowed at random, lines of another case beside them. */
function regional(first: CivilCalendar, second: CivilCalendar): fc.Arbitrary<CivilCalendar> {
  return fc
    .record({
      zone: fc.constantFrom(first.zone, { kind: 'region' } as const, { kind: 'customer' } as const),
      week: narrowed([...first.week, ...second.week]),
      seasons: narrowedSeasons([...first.seasons, ...second.seasons]),
      dated: narrowed([...first.dated, ...second.dated]),
      limited: narrowed([...first.limited, ...second.limited]),
      onHolidays: narrowed([...first.onHolidays, ...second.onHolidays].slice(0, 1)),
      bound: fc.constantFrom(first.bound, second.bound),
      betweenZones: narrowed([...first.betweenZones, ...second.betweenZones]),
      closures: ofRegions([...first.closures, ...second.closures]),
      holidays: fc.constantFrom('sets', 'region', 'customer', 'none'),
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

/** Round the clock for the most severe, but not by phone; for all others the calendar given. */
function chosenFor(others: CalendarBody): CalendarBody {
  const line = (when: Partial<typeof ANY>, value: CalendarBody) => ({
    when: { ...ANY, ...when },
    value,
    origin: ORIGIN,
  });
  return {
    kind: 'chosen',
    of: [
      line({}, others),
      line({ severities: ['P1'] }, { kind: 'always' }),
      line({ severities: ['P1'], channels: ['phone'] }, { kind: 'named', calendar: 'D' }),
    ],
  };
}

const regionalCase: fc.Arbitrary<CalendarCase> = fc
  .tuple(
    calendarCase,
    zoneArbitrary,
    fc.constantFrom<CheckedRegion['holidays'][]>('none', [], ['H'], 'customer'),
  )
  .chain(([given, zone, holidays]) => {
    const [C, D] = given.contract.calendars.map((calendar) => calendar.body) as [CalendarBody, CalendarBody];
    const first = C.kind === 'civil' ? C : (D as CivilCalendar);
    return fc
      .tuple(regional(first, D as CivilCalendar), fc.boolean(), fc.boolean())
      .map(([body, isChosen, isOfCustomer]): CalendarCase => {
        const plain: CalendarBody = C.kind === 'civil' ? { kind: 'named', calendar: 'D' } : C;
        const contract: CheckedContract = contractWith(
          { D: body, C: isChosen ? chosenFor(plain) : plain },
          {
            holidaySets: given.contract.holidaySets,
            severities: ['P1', 'P2', 'P3'].map((name, rank) =>
              named(name, { rank, when: { kind: 'unstated' } }),
            ),
            channels: [named('phone', {}), named('web', {})],
            regionKey: 'site',
            regions: [
              named('North', { zone: isOfCustomer ? 'customer' : given.zone, holidays }),
              named('South', { zone, holidays: ['H'] }),
            ],
          },
        );
        return { ...given, contract };
      });
  });

describe('a calendar of a contract, compiled', LAW, () => {
  it('is for each ticket the calendar that the contract says', () => {
    fc.assert(
      fc.property(regionalCase, fc.array(spot, { minLength: 4, maxLength: 8 }), (given, spots) => {
        const plan = lower(given.contract);
        const engine = loadPlan(plan, RUNTIME_ZONES);
        for (const each of fc.sample(fc.constantFrom(...tickets), { numRuns: 3, seed: given.focus | 0 })) {
          const ticket = { ...each, zone: given.zone, holidays: ['G'] };
          const calendar = engine.forTicket(ticket).calendar(indexFor(plan, 'C', ticket));
          const reference = readCalendar(given.contract, 'C', ticket, 30 * 86_400_000);
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
