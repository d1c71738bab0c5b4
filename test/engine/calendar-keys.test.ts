import { describe, expect, it } from 'vitest';
import { calendarKeys, hoursText } from '../../src/engine/calendar-keys.ts';
import { loadPlan } from '../../src/engine/index.ts';
import type { PlanBetweenZones } from '../../src/plan/calendar-model.ts';
import type { CompiledPlan, PlanCalendarBody } from '../../src/plan/model.ts';
import { at, calendars } from '../plan/calendar-of-text.ts';
import { ORIGIN } from './checked-contract.ts';
import { limitedTo, planClosure, planHolidays, planHours, planSeason, SHUT, weekOf } from './plan-hours.ts';

const { plan } = calendars(`
holidays Ours {
  source "the works council"
  covers 2026..2027
  2026-06-04 "Corpus Christi"
  2027-05-27 "Corpus Christi"
}
holidays Theirs {
  source "the other works council"
  covers 2026..2027
  2026-06-04 "Fronleichnam"
  2027-05-27 "Fronleichnam"
}
holidays Fewer {
  source "nobody"
  covers 2026..2027
  2026-06-04 "Corpus Christi"
}
calendar Desk {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays Ours
}
calendar Office {
  zone Europe/Berlin
  open Mon..Fri 09:00-13:00, 13:00-17:00
  holidays Theirs
}
calendar Counter {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays Fewer
}
calendar Always {
  zone Europe/Berlin
  open Mon..Sun 00:00-24:00
  holidays none
}
calendar Both = Always or Counter
`);

const asWritten = (compiled: CompiledPlan): CompiledPlan =>
  JSON.parse(JSON.stringify(compiled)) as CompiledPlan;

describe.each([
  ['as it was compiled', plan],
  ['as it was read from a file', asWritten(plan)],
])('a plan %s', (_, compiled) => {
  const engine = loadPlan(compiled);
  const calendar = (name: string) =>
    engine.calendar(compiled.calendars.findIndex((each) => each.name === name));

  it('has one calendar for equal hours and equal dates, whatever its holidays are called', () => {
    expect(calendar('Desk')).toBe(calendar('Office'));
  });

  it('has another where a date is a holiday of one of two calendars', () => {
    expect(calendar('Counter')).not.toBe(calendar('Desk'));
    const holiday = at('2027-05-27T10:00+02:00');
    expect([calendar('Counter').isOpen(holiday), calendar('Desk').isOpen(holiday)]).toEqual([true, false]);
  });

  it('knows hours that never end, and what is joined to them, which then cost nothing', () => {
    const past = at('2099-12-31T12:00Z');
    expect(calendar('Always').nextOpen(past)).toBe(past);
    expect(calendar('Both').isOpen(past)).toBe(true);
    expect(() => calendar('Counter').isOpen(past)).toThrow('2026-01-01 to 2027-12-31');
  });
});

const OFFICE = planHours(weekOf('09:00-17:00'));
const NIGHTS = planHours(weekOf('00:00-06:00'));
const SINGAPORE_TO_BERLIN: PlanBetweenZones['windows'][number] = {
  fromDay: 1,
  fromTime: 9 * 3600,
  fromZone: 'Asia/Singapore',
  toDay: 5,
  toTime: 18 * 3600,
  toZone: 'Europe/Berlin',
  origin: ORIGIN,
};

describe.each([
  ['the key', () => calendarKeys()],
  ['the text', () => hoursText],
])('%s of a calendar', (_, textOf) => {
  it('is one for the same hours, whatever they are called and wherever they stand', () => {
    const elsewhere = { file: 'other.plan', line: 7, column: 3, path: [] };
    const said = planHours(weekOf('09:00-17:00'), {
      seasons: [planSeason(SHUT)],
      holidays: planHolidays('2026-01-01', '2026-12-31'),
      closures: [planClosure({ kind: 'announced too late' })],
      limited: [limitedTo(weekOf('18:00-20:00'), true)],
    });
    const otherwise = planHours(weekOf('09:00-17:00'), {
      weekOrigin: [elsewhere],
      seasons: [planSeason(SHUT, { label: 'the long summer', origin: elsewhere })],
      holidays: {
        ...planHolidays('2026-01-01', '2026-12-31'),
        days: [{ date: '2026-01-01', name: 'Neujahr', closed: { from: 0, to: 86_400 } }],
      },
      closures: [
        { ...planClosure({ kind: 'announced too late' }), reason: 'a move', announced: '2026-05-02' },
      ],
      limited: [{ ...limitedTo(weekOf('18:00-20:00'), true), admits: 'Severity 1', others: 'best effort' }],
    });
    const text = textOf();
    expect(text(otherwise)).toBe(text(said));
  });

  it('is another for other hours, another zone, other dates and other holidays', () => {
    const listed = planHolidays('2026-01-01', '2026-12-31');
    const [holiday] = listed.days as readonly [(typeof listed.days)[number]];
    const said: readonly PlanCalendarBody[] = [
      { kind: 'always' },
      { kind: 'never' },
      OFFICE,
      NIGHTS,
      { ...OFFICE, zone: 'Europe/Paris' },
      { ...OFFICE, bound: 'day of opening' },
      { ...OFFICE, seasons: [planSeason(SHUT)] },
      {
        ...OFFICE,
        seasons: [planSeason(SHUT, { dates: { kind: 'range', from: '2026-07-01', to: '2026-07-01' } })],
      },
      { ...OFFICE, holidays: planHolidays('2026-01-01', '2026-12-31') },
      { ...OFFICE, holidays: planHolidays('2026-01-01', '2027-12-31') },
      { ...OFFICE, holidays: { ...listed, days: [{ ...holiday, date: '2026-01-02' }] } },
      { ...OFFICE, holidays: { ...listed, days: [{ ...holiday, closed: { from: 0, to: 43_200 } }] } },
      { ...OFFICE, holidays: { ...listed, days: [{ ...holiday, closed: { from: 43_200, to: 86_400 } }] } },
      { ...OFFICE, holidays: { ...listed, days: [holiday, { ...holiday, date: '2026-01-02' }] } },
      { ...OFFICE, holidays: { ...listed, days: [] } },
      { ...OFFICE, limited: [limitedTo(SHUT, true)] },
      { ...OFFICE, limited: [limitedTo(SHUT, false)] },
      { kind: 'union', of: [OFFICE, NIGHTS] },
      { kind: 'union', of: [OFFICE, { kind: 'never' }] },
      { kind: 'between zones', windows: [SINGAPORE_TO_BERLIN] },
      { kind: 'between zones', windows: [{ ...SINGAPORE_TO_BERLIN, toZone: 'Europe/London' }] },
      { kind: 'intersection', of: [OFFICE, NIGHTS] },
      { kind: 'difference', from: OFFICE, minus: NIGHTS },
      { kind: 'difference', from: NIGHTS, minus: OFFICE },
    ];
    expect(new Set(said.map(textOf())).size).toBe(said.length);
  });
});
