import { describe, expect, it } from 'vitest';
import type { CivilCalendar } from '../../src/check/model.ts';
import { weekOf } from '../../src/plan/week-of-windows.ts';
import { briefly, checkText } from './findings.ts';
import { contractWith } from './contract-with.ts';

/** The open hours of each weekday, Monday first, as a week of `open` lines is lowered: `9-17`, in hours. */
function weekFor(...open: readonly string[]): readonly string[] {
  const text = `calendar Tested { zone UTC; holidays none; ${open.map((line) => `open ${line}`).join('; ')} }`;
  const body = contractWith(text).calendars.find(({ name }) => name === 'Tested')?.body as CivilCalendar;
  return weekOf(body.week.flatMap((line) => line.value)).map((day) =>
    day.map(({ from, to }) => `${from / 3600}-${to / 3600}`).join(' '),
  );
}

describe('windows of the week', () => {
  it('inside a day stay there, and touching ones become one', () => {
    expect(weekFor('Mon, Wed 09:00-12:00, 13:00-17:00', 'Wed 12:00-13:00')).toEqual([
      '9-12 13-17',
      '',
      '9-17',
      '',
      '',
      '',
      '',
    ]);
  });

  it('past midnight are cut there, on the last day of the range too', () => {
    expect(weekFor('Fri..Sun 22:00-06:00')).toEqual(['0-6', '', '', '', '22-24', '0-6 22-24', '0-6 22-24']);
  });

  it('that end at midnight hold the day to its end and nothing of the next', () => {
    expect(weekFor('Sat 18:00-24:00')).toEqual(['', '', '', '', '', '18-24', '']);
    expect(weekFor('Sat 18:00-00:00')).toEqual(['', '', '', '', '', '18-24', '']);
  });

  it('over days hold all between, over the end of the week too', () => {
    expect(weekFor('Fri 17:00 .. Mon 09:00')).toEqual(['0-9', '', '', '', '17-24', '0-24', '0-24']);
    expect(weekFor('Tue 12:00 .. Thu 06:00')).toEqual(['', '12-24', '0-24', '0-6', '', '', '']);
  });

  it('that end on the day they begin, earlier, hold almost all of the week', () => {
    expect(weekFor('Wed 12:00 .. Wed 10:00')).toEqual([
      '0-24',
      '0-24',
      '0-10 12-24',
      '0-24',
      '0-24',
      '0-24',
      '0-24',
    ]);
  });

  it('of the whole week are 24x7, however they are written', () => {
    const whole = Array.from({ length: 7 }, () => '0-24');
    expect(weekFor('24x7')).toEqual(whole);
    expect(weekFor('Mon..Sun 00:00-24:00')).toEqual(whole);
    expect(weekFor('Mon 00:00 .. Sun 24:00')).toEqual(whole);
  });

  it('of 24x5 are checked by their length alone, so a week may begin in the evening', () => {
    expect(weekFor('24x5 Sun 17:00 .. Fri 17:00')).toEqual([
      '0-24',
      '0-24',
      '0-24',
      '0-24',
      '0-17',
      '',
      '17-24',
    ]);
  });

  it('of a range of weekdays that wraps go over the end of the week', () => {
    expect(weekFor('Sat..Mon 10:00-11:00')).toEqual(['10-11', '', '', '', '', '10-11', '10-11']);
  });

  it('that overlap in one line are told, over the end of the week too', () => {
    const overlapOf = (open: string) =>
      briefly(checkText(`calendar A { zone UTC; holidays none; open ${open} }`).findings);
    expect(overlapOf('Mon..Fri 09:00-13:00, 12:00-17:00')).toEqual([
      'calendar/overlapping-hours @ 12:00-17:00',
    ]);
    expect(overlapOf('Sun, Mon 22:00-06:00, 05:00-07:00')).toEqual([
      'calendar/overlapping-hours @ 05:00-07:00',
    ]);
    expect(overlapOf('Mon 22:00-06:00, 06:00-07:00')).toEqual([]);
  });
});
