import { describe, expect, it } from 'vitest';
import { buildOpenTable } from '../../src/engine/build-open-table.ts';
import { loadPlan, withTables } from '../../src/engine/index.ts';
import { sourceOf, storeTable } from '../../src/engine/stored-table.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import type { PlanTable, PlanTables } from '../../src/plan/table-model.ts';
import { at, calendars } from '../plan/calendar-of-text.ts';

const { plan } = calendars(`
holidays Few {
  source "the works council"
  covers 2026..2027
  2026-06-04 "Corpus Christi"
}
calendar Office {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays Few
}
calendar Desk {
  zone Europe/Berlin
  open Mon..Fri 09:00-12:00, 12:00-17:00
  holidays Few
}
calendar Sydney {
  zone Australia/Sydney
  open Mon..Fri 09:00-17:00
  holidays none
}
calendar Always {
  zone Europe/Berlin
  open Mon..Sun 00:00-24:00
  holidays none
}
`);
const names = plan.calendars.map(({ name }) => name);
const office = names.indexOf('Office');

const carrying = JSON.parse(JSON.stringify(withTables(plan, 2020, 2030))) as CompiledPlan & {
  readonly tables: PlanTables;
};
const [table] = carrying.tables.tables as [PlanTable, ...PlanTable[]];

/** Ten in the morning of the holiday, and of the day after. */
const [holiday, friday] = [at('2026-06-04T10:00+02:00'), at('2026-06-05T10:00+02:00')];

/** Whether Office is open then, by a plan that carries such tables; the plan itself says no and yes. */
function isOpen(tables: Partial<PlanTables>, changed: Partial<CompiledPlan> = {}): readonly boolean[] {
  const engine = loadPlan({ ...carrying, ...changed, tables: { ...carrying.tables, ...tables } });
  return [holiday, friday].map((t) => engine.calendar(office).isOpen(t));
}

/** A table by which Office is open on the holiday alone, sealed as if it were that of Office. */
function another(source: string): PlanTable {
  const [from, to] = [table.from / 1000, table.to / 1000];
  return storeTable(buildOpenTable([holiday / 1000, holiday / 1000 + 60], from, to), source);
}

const body = plan.calendars[office]?.body ?? { kind: 'never' };

describe('a plan with tables', () => {
  it('carries one for calendars that are equal, and none for what never shuts', () => {
    const { tables, tableOf } = carrying.tables;
    const of = (name: string) => tableOf[names.indexOf(name)];
    expect(of('Office')).toBe(0);
    expect(names.includes('Desk') ? of('Desk') : 0).toBe(0);
    expect(of('Sydney')).toBe(1);
    expect(of('Always')).toBeNull();
    expect(tables).toHaveLength(2);
  });

  it('carries what the calendars know of the years', () => {
    const spans = carrying.tables.tables.map(({ from, to }) =>
      [from, to].map((t) => new Date(t).toISOString()),
    );
    expect(spans).toEqual([
      ['2025-12-31T23:00:00.000Z', '2027-12-31T23:00:00.000Z'],
      ['2019-12-31T00:00:00.000Z', '2031-01-02T00:00:00.000Z'],
    ]);
    expect(withTables(plan, 2040, 2041).tables?.tables).toHaveLength(1);
  });

  it('is answered by them', () => {
    expect(isOpen({ tables: [another(sourceOf(body, plan.zones))] })).toEqual([true, false]);
  });

  const sealed = another(sourceOf(body, plan.zones));
  const berlin = carrying.zones['Europe/Berlin'];
  if (berlin === undefined) throw new Error('the plan has no zone of its own');
  const moved = { ...berlin, offsets: berlin.offsets.map((offset) => offset + 60) };
  const fewer = JSON.parse(
    JSON.stringify(plan.calendars).replaceAll('2026-06-04', '2026-06-11'),
  ) as CompiledPlan['calendars'];

  it.each<[string, Partial<PlanTables>, Partial<CompiledPlan>, readonly boolean[]]>([
    ['of another layout', { layout: 99 }, {}, [false, true]],
    ['by other time-zone data', { tzdata: '1999a' }, {}, [false, true]],
    ['by other holidays', {}, { calendars: fewer }, [true, true]],
    ['by other offsets', {}, { zones: { ...plan.zones, 'Europe/Berlin': moved } }, [false, true]],
    ['of other hours', { tables: [another(sourceOf({ kind: 'never' }, {}))] }, {}, [false, true]],
    ['of a damaged record', { tables: [{ ...sealed, records: flipped(sealed.records) }] }, {}, [false, true]],
    ['cut short', { tables: [{ ...sealed, records: sealed.records.slice(0, 40) }] }, {}, [false, true]],
    ['of no base64', { tables: [{ ...sealed, records: 'no!' }] }, {}, [false, true]],
    ['of another total', { tables: [{ ...sealed, total: sealed.total + 1 }] }, {}, [false, true]],
    ['that are not there', { tableOf: [77] }, {}, [false, true]],
  ])('is answered by tables made anew where it carries some %s', (_, tables, changed, expected) => {
    expect(isOpen({ tables: [sealed], ...tables }, changed)).toEqual(expected);
  });

  it('is answered beyond their years', () => {
    const sydney = loadPlan(carrying).calendar(names.indexOf('Sydney'));
    const monday = at('2044-01-11T10:00+11:00');
    expect([sydney.isOpen(monday), sydney.isOpen(at('2010-01-11T10:00+11:00'))]).toEqual([true, true]);
    expect(sydney.add(at('2030-12-31T16:00+11:00'), 3 * 3_600_000)).toBe(at('2031-01-01T11:00+11:00'));
  });
});

function flipped(base64: string): string {
  const place = Math.floor(base64.length / 2);
  return `${base64.slice(0, place)}${base64[place] === 'A' ? 'B' : 'A'}${base64.slice(place + 1)}`;
}
