import { describe, expect, it } from 'vitest';
import { CustomerError, loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { writePlan } from '../../src/plan/write-plan.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';
import { checkText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { at } from './calendar-of-text.ts';

const TEXT = `contract "Test" { effective 2026-01-01 in Europe/Berlin }
severities { P1 "down" }
regions by country {
  Japan                         zone Asia/Tokyo   holidays none
  Elsewhere  "everywhere else"  zone of customer  holidays of customer
}
holidays KR {
  source "test"
  covers 2026..2027
  2026-06-03 "election"
}
calendar Hours {
  zone      of region
  open      Mon..Fri 09:00-17:00
  holidays  of region
}
calendar Local {
  zone      of customer
  open      Mon..Fri 09:00-17:00
  season "summer" 2026-07-01 .. 2026-08-31 {
    open      Mon..Fri 08:00-12:00
    holidays  none
  }
  holidays  KR
}
`;

const { contract } = checkText(TEXT);
const read = readPlan(writePlan(lower(contract), 'test'));
if (read.kind !== 'plan') throw new Error(JSON.stringify(read));
const { plan } = read;
const engine = loadPlan(plan, RUNTIME_ZONES);

function stretches(name: string, zone: string | null, holidays: readonly string[] | null, day: string) {
  const index = plan.calendars.findIndex((calendar) => calendar.name === name);
  const calendar = engine.forTicket({ zone, holidays }).calendar(index);
  const [from, to] = [at(`${day}T00:00Z`) - 12 * 3_600_000, at(`${day}T00:00Z`) + 36 * 3_600_000];
  const region = name.includes('Elsewhere') ? 'Elsewhere' : 'Japan';
  const reference = readCalendar(contract, name.split(' ')[0] ?? '', { ...NO_FACTS, region, zone, holidays });
  for (let t = from; t < to; t += 15 * 60_000) {
    if (calendar.isOpen(t) !== reference.isOpen(t)) throw new Error(`they differ at ${formatInstantUtc(t)}`);
  }
  return calendar.edgesBetween(at(`${day}T00:00Z`), at(`${day}T00:00Z`) + 86_400_000).map(formatInstantUtc);
}

describe('hours in the zone of the customer', () => {
  it('are other instants for each customer', () => {
    expect(stretches('Local', 'Asia/Tokyo', null, '2026-06-02')).toEqual([
      '2026-06-02T00:00:00Z',
      '2026-06-02T08:00:00Z',
    ]);
    expect(stretches('Local', 'America/New_York', null, '2026-06-02')).toEqual([
      '2026-06-02T13:00:00Z',
      '2026-06-02T21:00:00Z',
    ]);
    expect(stretches('Local', '+05:30', null, '2026-06-02')).toEqual([
      '2026-06-02T03:30:00Z',
      '2026-06-02T11:30:00Z',
    ]);
  });

  it('are those of a region that has none of its own', () => {
    expect(stretches('Hours (Elsewhere)', 'Asia/Seoul', ['KR'], '2026-06-02')).toEqual([
      '2026-06-02T00:00:00Z',
      '2026-06-02T08:00:00Z',
    ]);
    expect(stretches('Hours (Elsewhere)', 'Asia/Seoul', ['KR'], '2026-06-03')).toEqual([]);
    expect(stretches('Hours (Elsewhere)', 'Asia/Seoul', [], '2026-06-03')).toHaveLength(2);
    expect(stretches('Hours (Japan)', null, null, '2026-06-03')).toHaveLength(2);
  });

  it('are never guessed', () => {
    const index = plan.calendars.findIndex(({ name }) => name === 'Local');
    expect(() => engine.calendar(index)).toThrow(CustomerError);
    expect(() => engine.calendar(index)).toThrow(
      "hang on the customer's zone, which the ticket does not say",
    );
    expect(() => engine.forTicket({ zone: 'EST', holidays: null })).toThrow('the zone `EST` of the customer');
    expect(() => engine.forTicket({ zone: 'Asia/Seoul', holidays: ['FR'] })).toThrow('holidays `FR`');
    // Without a source of zones, those that the plan carries are all that is known.
    expect(() => loadPlan(plan).forTicket({ zone: 'Asia/Seoul', holidays: null })).toThrow(CustomerError);
    expect(loadPlan(plan).forTicket({ zone: 'Asia/Tokyo', holidays: null }).zone('customer').zone).toBe(
      'Asia/Tokyo',
    );
  });

  /** What an error of a customer is about, and what may be said instead. */
  function asked(ask: () => unknown): readonly [string, readonly string[]] {
    try {
      ask();
    } catch (error) {
      if (error instanceof CustomerError) return [error.term, error.known];
      throw error;
    }
    throw new Error('nothing is asked');
  }

  it('are asked for by what they hang on, with what may be said where that is known', () => {
    const [local, elsewhere] = ['Local', 'Hours (Elsewhere)'].map((name) =>
      plan.calendars.findIndex((calendar) => calendar.name === name),
    ) as [number, number];
    const terms = (zone: string | null, holidays: readonly string[] | null) => ({ zone, holidays });
    expect(asked(() => engine.calendar(local))).toEqual(['zone', []]);
    const inSeoul = engine.forTicket(terms('Asia/Seoul', null));
    expect(asked(() => inSeoul.calendar(elsewhere))).toEqual(['holidays', ['KR']]);
    const ofKorea = engine.forTicket(terms(null, ['KR']));
    expect(asked(() => ofKorea.calendar(elsewhere))).toEqual(['zone', []]);

    expect(asked(() => engine.forTicket(terms('EST', null)))).toEqual(['zone', []]);
    const alone = loadPlan(plan);
    expect(asked(() => alone.forTicket(terms('EST', null)))).toEqual(['zone', Object.keys(plan.zones)]);
    expect(asked(() => alone.forTicket(terms(null, ['FR'])))).toEqual(['holidays', ['KR']]);
    const knowing = loadPlan(plan, { zone: () => null, holidays: () => null });
    expect(asked(() => knowing.forTicket(terms('EST', null)))).toEqual(['zone', []]);
    expect(asked(() => knowing.forTicket(terms(null, ['FR'])))).toEqual(['holidays', ['KR']]);
  });

  it('are those of the plan itself for a ticket that says nothing, or nothing that they hang on', () => {
    expect(engine.forTicket({ zone: null, holidays: null })).toBe(engine);
    expect(engine.forTicket({ zone: null, holidays: ['KR'] })).not.toBe(engine);
    const japan = plan.calendars.filter(({ hangsOn }) => hangsOn.length === 0);
    const fixed = loadPlan({ ...plan, calendars: japan });
    expect(fixed.forTicket({ zone: 'no zone', holidays: ['no set'] })).toBe(fixed);
  });

  it('are one engine for all customers of a zone, which shares what hangs on none', () => {
    const tokyo = engine.forTicket({ zone: 'Asia/Tokyo', holidays: null });
    expect(engine.forTicket({ zone: 'Asia/Tokyo', holidays: null })).toBe(tokyo);
    const japan = plan.calendars.findIndex(({ name }) => name === 'Hours (Japan)');
    expect(tokyo.calendar(japan)).toBe(engine.calendar(japan));
  });
});

describe('a season with holidays of its own', () => {
  it('has those and not those of the calendar', () => {
    expect(stretches('Local', 'UTC', null, '2026-06-03')).toEqual([]);
    expect(stretches('Local', 'UTC', null, '2026-07-01')).toEqual([
      '2026-07-01T08:00:00Z',
      '2026-07-01T12:00:00Z',
    ]);
  });
});
