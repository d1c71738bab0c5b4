/**
 * The changes of clocks that are ugliest, worked out by hand. The answers follow from the two offsets, which stand beside
 * them, and from nothing else; the reference gives the same ones wherever it can walk.
 */
import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { civil, contractWith, weekdays } from '../engine/checked-contract.ts';
import { engineOf, NO_FACTS } from '../engine/lower-calendar.ts';

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.instant;
}

interface Answers {
  hours(from: string, to: string): number;
  add(from: string, hours: number): string;
  subtract(from: string, hours: number): string;
  addDays(from: string, days: number): string;
  nextOpen(from: string): string;
  prevOpen(from: string): string;
  isOpen(at: string): boolean;
}

const HOUR = 3_600_000;

/** Asks the engine, and the reference the same. */
function both(body: CalendarBody, isWalkable = true): Answers {
  const contract = contractWith({ C: body });
  const engine = engineOf(contract).calendar(0);
  const reference = isWalkable ? readCalendar(contract, 'C', NO_FACTS) : engine;
  const same = <T>(ask: (of: typeof engine | typeof reference) => T): T => {
    const answer = ask(engine);
    expect(ask(reference)).toBe(answer);
    return answer;
  };
  return {
    hours: (from, to) => same((of) => of.between(at(from), at(to))) / HOUR,
    add: (from, hours) => formatInstantUtc(same((of) => of.add(at(from), hours * HOUR))),
    subtract: (from, hours) => formatInstantUtc(same((of) => of.subtract(at(from), hours * HOUR))),
    addDays: (from, days) => formatInstantUtc(same((of) => of.addDays(at(from), days))),
    nextOpen: (from) => formatInstantUtc(same((of) => of.nextOpen(at(from)))),
    prevOpen: (from) => formatInstantUtc(same((of) => of.prevOpen(at(from)))),
    isOpen: (text) => same((of) => of.isOpen(at(text))),
  };
}

const daily = (zone: string, hours: string): Answers => both(civil(zone, weekdays(1, 7, hours)));

describe('a date that a zone left out', () => {
  it('is no business date in Samoa, which went from 29 to 31 December 2011', () => {
    const apia = daily('Pacific/Apia', '09:00-17:00');
    expect(apia.hours('2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toBe(16);
    expect(apia.add('2011-12-29T16:30-10:00', 1)).toBe(formatInstantUtc(at('2011-12-31T09:30+14:00')));
    expect(apia.subtract('2011-12-31T09:30+14:00', 1)).toBe(formatInstantUtc(at('2011-12-29T16:30-10:00')));
    expect(apia.addDays('2011-12-28T12:00-10:00', 2)).toBe(formatInstantUtc(at('2011-12-31T12:00+14:00')));
    expect(apia.addDays('2011-12-31T12:00+14:00', -1)).toBe(formatInstantUtc(at('2011-12-29T12:00-10:00')));
  });

  it('takes a whole Friday from a calendar of Fridays', () => {
    const fridays = both(civil('Pacific/Apia', weekdays(5, 5, '09:00-17:00')));
    expect(fridays.nextOpen('2011-12-24T00:00-10:00')).toBe(formatInstantUtc(at('2012-01-06T09:00+14:00')));
    expect(fridays.hours('2011-12-24T00:00-10:00', '2012-01-06T00:00+14:00')).toBe(0);
  });

  it('was 21 August 1993 on Kwajalein', () => {
    const kwajalein = daily('Pacific/Kwajalein', '00:00-24:00');
    expect(kwajalein.addDays('1993-08-20T12:00-12:00', 1)).toBe(
      formatInstantUtc(at('1993-08-22T12:00+12:00')),
    );
    // Round the clock nothing is lost but the date: midnight ends the 20th and begins the 22nd.
    expect(kwajalein.hours('1993-08-20T12:00-12:00', '1993-08-22T12:00+12:00')).toBe(24);
    const office = daily('Pacific/Kwajalein', '08:00-16:00');
    expect(office.add('1993-08-20T15:00-12:00', 2)).toBe(formatInstantUtc(at('1993-08-22T09:00+12:00')));
  });
});

describe('a change at midnight', () => {
  it('leaves the first hour out of a night in Sao Paulo, and repeats the last of the day before in February', () => {
    const nights = daily('America/Sao_Paulo', '00:00-06:00');
    expect(nights.hours('2018-11-03T12:00-03:00', '2018-11-04T12:00-02:00')).toBe(5);
    expect(nights.nextOpen('2018-11-03T12:00-03:00')).toBe('2018-11-04T03:00:00Z');
    const evenings = daily('America/Sao_Paulo', '22:00-24:00');
    expect(evenings.hours('2018-02-17T12:00-02:00', '2018-02-18T12:00-03:00')).toBe(3);
  });

  it('makes midnight itself the first instant after the gap in Sao Paulo', () => {
    const sundays = both(civil('America/Sao_Paulo', weekdays(7, 7, '00:00-24:00')));
    expect(sundays.addDays('2018-10-28T00:00-03:00', 1)).toBe('2018-11-04T03:00:00Z');
  });

  it('is an hour missing from a Sunday night in Beirut and one twice in October', () => {
    const nights = daily('Asia/Beirut', '23:00-02:00');
    expect(nights.hours('2024-03-30T12:00+02:00', '2024-03-31T12:00+03:00')).toBe(2);
    expect(nights.hours('2024-10-26T12:00+03:00', '2024-10-27T12:00+02:00')).toBe(4);
  });

  it('is on a Friday in Cairo', () => {
    const thursdays = both(civil('Africa/Cairo', weekdays(4, 4, '18:00-24:00')));
    expect(thursdays.hours('2024-04-25T12:00+02:00', '2024-04-26T12:00+03:00')).toBe(6);
    expect(thursdays.prevOpen('2024-04-26T01:00+03:00')).toBe('2024-04-25T22:00:00Z');
    const fridays = both(civil('Africa/Cairo', weekdays(5, 5, '00:00-06:00')));
    expect(fridays.hours('2024-04-25T12:00+02:00', '2024-04-26T12:00+03:00')).toBe(5);
    // The hour from 23:00 of Thursday 31 October comes twice.
    expect(thursdays.hours('2024-10-31T12:00+03:00', '2024-11-01T12:00+02:00')).toBe(7);
  });
});

describe('an offset that is no whole hour', () => {
  it('changes by half an hour on Lord Howe', () => {
    const mornings = daily('Australia/Lord_Howe', '01:00-03:00');
    expect(mornings.hours('2026-10-03T12:00+10:30', '2026-10-04T12:00+11:00')).toBe(1.5);
    expect(mornings.hours('2026-04-04T12:00+11:00', '2026-04-05T12:00+10:30')).toBe(2.5);
    expect(mornings.isOpen('2026-10-04T02:30+11:00')).toBe(true);
  });

  it('changed by a quarter of one in Kathmandu, at the start of 1986', () => {
    const nights = daily('Asia/Kathmandu', '00:00-08:00');
    // Midnight does not exist that day: the clock went from 24:00 to 00:15.
    expect(nights.hours('1985-12-31T12:00+05:30', '1986-01-01T12:00+05:45')).toBe(7.75);
    expect(nights.nextOpen('1985-12-31T12:00+05:30')).toBe('1985-12-31T18:30:00Z');
  });

  it('changes by two hours at Troll', () => {
    const nights = daily('Antarctica/Troll', '00:00-06:00');
    expect(nights.hours('2026-03-28T12:00+00:00', '2026-03-29T12:00+02:00')).toBe(4);
    expect(nights.hours('2026-10-24T12:00+02:00', '2026-10-25T12:00+00:00')).toBe(8);
  });

  it('had seconds in Monrovia until January 1972', () => {
    // The reference walks whole minutes, so the engine stands alone here. 09:00 was 09:44:30 by UTC.
    const monrovia = both(civil('Africa/Monrovia', weekdays(1, 7, '09:00-17:00')), false);
    expect(monrovia.nextOpen('1972-01-06T00:00Z')).toBe('1972-01-06T09:44:30Z');
    expect(monrovia.hours('1972-01-06T00:00Z', '1972-01-07T00:00Z')).toBe(8);
    expect(monrovia.nextOpen('1972-01-07T00:44:30Z')).toBe('1972-01-07T09:00:00Z');
    const nights = both(civil('Africa/Monrovia', weekdays(1, 7, '00:00-08:00')), false);
    // From midnight, 00:44:30Z, the clock read 00:44:30 at once.
    expect(nights.hours('1972-01-06T12:00Z', '1972-01-07T12:00Z') * 3600).toBe(8 * 3600 - 44 * 60 - 30);
  });
});

describe('a window of 24 hours', () => {
  const noons = daily('America/New_York', '12:00-12:00');
  const wholeDays = daily('America/New_York', '00:00-24:00');
  const saturdays = both(
    civil('America/New_York', [{ fromDay: 6, fromTime: 43_200, toDay: 7, toTime: 43_200 }]),
  );

  it('is 23 hours long on a day of 23', () => {
    expect(saturdays.hours('2026-03-07T00:00-05:00', '2026-03-09T00:00-04:00')).toBe(23);
    expect(wholeDays.hours('2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00')).toBe(23);
    expect(noons.add('2026-03-07T12:00-05:00', 24)).toBe(formatInstantUtc(at('2026-03-08T13:00-04:00')));
  });

  it('is 25 hours long on a day of 25', () => {
    expect(saturdays.hours('2026-10-31T00:00-04:00', '2026-11-02T00:00-05:00')).toBe(25);
    expect(wholeDays.hours('2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00')).toBe(25);
    expect(noons.add('2026-10-31T12:00-04:00', 24)).toBe(formatInstantUtc(at('2026-11-01T11:00-05:00')));
  });
});

describe('summer time told the other way round', () => {
  it('is the standard in Dublin, whose winter is the exception', () => {
    const nights = daily('Europe/Dublin', '00:00-06:00');
    expect(nights.hours('2026-03-28T12:00+00:00', '2026-03-29T12:00+01:00')).toBe(5);
    expect(nights.hours('2026-10-24T12:00+01:00', '2026-10-25T12:00+00:00')).toBe(7);
    // All of 1970 was an hour ahead of Greenwich, and no clock changed.
    expect(nights.hours('1970-03-01T00:00+01:00', '1970-11-01T00:00+01:00')).toBe(245 * 6);
  });

  it('is suspended for Ramadan in Casablanca', () => {
    const nights = daily('Africa/Casablanca', '00:00-06:00');
    // Back on Sunday 15 February 2026 at 03:00, forward again on 22 March at 02:00.
    expect(nights.hours('2026-02-14T12:00+01:00', '2026-02-15T12:00+00:00')).toBe(7);
    expect(nights.hours('2026-03-21T12:00+00:00', '2026-03-22T12:00+01:00')).toBe(5);
    expect(nights.add('2026-02-15T00:00+01:00', 7)).toBe(formatInstantUtc(at('2026-02-15T06:00+00:00')));
  });
});
