/** Holidays put together, hours on them, limited hours and windows past midnight: from the text to the engine. */
import { describe, expect, test } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { briefly, checkText } from '../check/findings.ts';
import { calendars } from './calendar-of-text.ts';

const SETS = `holidays Bank {
  covers 2010..2028
  2026-12-24  from 14:00  "Christmas Eve"
  2026-12-25              "Christmas Day"
  2026-12-28              "Boxing Day, observed"
}
holidays Other {
  covers 2010..2028
  2026-12-25  "Christmas Day"
  2026-12-26  "a Saturday"
  2011-12-30  "a date that Samoa left out"
}
`;

const office = (lines: string, zone = 'Europe/London') =>
  calendars(`${SETS}calendar C {\n  zone ${zone}\n  ${lines}\n}\n`);

/** Open hours of the dates around Christmas, `25 10:00-12:00`, in UTC. */
function christmas({ stretches }: ReturnType<typeof calendars>, ticket = {}): readonly string[] {
  return inWords(stretches('C', ticket, '2026-12-23T00:00Z', '2026-12-30T00:00Z'));
}

function inWords(edges: readonly string[]): readonly string[] {
  return edges.flatMap((from, i) => {
    if (i % 2 === 1) return [];
    const to = edges[i + 1] ?? '';
    const sameDay = from.slice(0, 10) === to.slice(0, 10);
    return [`${from.slice(8, 16).replace('T', ' ')}-${to.slice(sameDay ? 11 : 8, 16).replace('T', ' ')}`];
  });
}

describe('hours on holidays', () => {
  test('hold within what the holiday closes, so that a part-day keeps its morning', () => {
    const open = christmas(office('open Mon..Sat 09:00-17:00; holidays Bank; on holidays open 10:00-15:00'));
    expect(open).toEqual([
      '23 09:00-17:00',
      '24 09:00-15:00',
      '25 10:00-15:00',
      '26 09:00-17:00',
      '28 10:00-15:00',
      '29 09:00-17:00',
    ]);
  });

  test('may be those of a weekday', () => {
    const lines = 'open Mon..Fri 07:00-22:00; open Sun 09:00-11:00; holidays Bank; on holidays as Sun';
    expect(christmas(office(lines))).toEqual([
      '23 07:00-22:00',
      '24 07:00-14:00',
      '25 09:00-11:00',
      '27 09:00-11:00',
      '28 09:00-11:00',
      '29 07:00-22:00',
    ]);
  });

  test('are those of the weekday in the season that holds', () => {
    const season = 'season 2026-12-28 .. 2026-12-31 { open Sun 12:00-13:00 }';
    const lines = `open Mon..Fri 07:00-22:00; open Sun 09:00-11:00; holidays Bank; on holidays as Sun\n${season}`;
    expect(christmas(office(lines))).toEqual([
      '23 07:00-22:00',
      '24 07:00-14:00',
      '25 09:00-11:00',
      '27 09:00-11:00',
      '28 12:00-13:00',
    ]);
  });

  test('may be for some alone', () => {
    const desk = office('open Mon..Fri 09:00-17:00; holidays Bank; on holidays open 10:00-11:00 for P1');
    expect(christmas(desk, { severity: 'P1' })).toContain('25 10:00-11:00');
    expect(christmas(desk, { severity: 'P2' })).toEqual([
      '23 09:00-17:00',
      '24 09:00-14:00',
      '29 09:00-17:00',
    ]);
  });

  test('shut a calendar that is open round the clock, and give way to a dated line', () => {
    const lines = 'open 24x7; holidays Bank; on holidays open 10:00-11:00; closed 2026-12-28';
    expect(christmas(office(lines))).toEqual([
      '23 00:00-24 14:00',
      '25 10:00-11:00',
      '26 00:00-28 00:00',
      '29 00:00-30 00:00',
    ]);
  });
});

describe('holidays put together', () => {
  const closed = (holidays: string) => {
    const open = christmas(office(`open Mon..Sun 00:00-24:00; holidays ${holidays}`));
    return open;
  };

  test('`plus` adds, and `minus` takes away the closed stretch of each date', () => {
    expect(closed('Bank plus Other')).toEqual([
      '23 00:00-24 14:00',
      '27 00:00-28 00:00',
      '29 00:00-30 00:00',
    ]);
    expect(closed('Bank minus Other')).toEqual([
      '23 00:00-24 14:00',
      '25 00:00-28 00:00',
      '29 00:00-30 00:00',
    ]);
  });

  test('`all of` closes what every set closes, `any of` what one does, as a list', () => {
    expect(closed('all of Bank, Other')).toEqual(['23 00:00-25 00:00', '26 00:00-30 00:00']);
    expect(closed('any of Bank, Other')).toEqual(closed('Bank, Other'));
  });

  test('widened, a day begins the evening before and ends the morning after; a part-day has no evening before', () => {
    expect(closed('Bank widened from 21:00 the day before until 06:00 the day after')).toEqual([
      '23 00:00-24 14:00',
      '26 06:00-27 21:00',
      '29 06:00-30 00:00',
    ]);
  });

  test('are known only for the dates that every set knows, and the evening before an unknown day is not', () => {
    const { plan } = office('open 24x7; holidays Bank widened from 21:00 the day before');
    const body = plan.calendars.find(({ name }) => name === 'C')?.body;
    expect(body?.kind === 'civil' && [body.holidays?.from, body.holidays?.to]).toEqual([
      '2010-01-01',
      '2028-12-30',
    ]);
  });
});

describe('limited hours', () => {
  const desk = office(
    `open Mon..Fri 09:00-17:00; open Sat 09:00-12:00
    limited Sat 11:00-15:00 admits P1, others stop
    limited Thu 16:00-18:00 admits phone, others stop
    limited on 2026-12-28 10:00-14:00 admits P1 and phone, others best effort
    limited 2026-12-29 admits P1, others lose the promise
    holidays none`,
  );

  test('are open for those admitted and shut for others, whatever else opens there', () => {
    expect(christmas(desk, { severity: 'P2', channel: 'web' })).toEqual([
      '23 09:00-17:00',
      '24 09:00-16:00',
      '25 09:00-17:00',
      '26 09:00-11:00',
    ]);
    expect(christmas(desk, { severity: 'P1', channel: 'web' })).toEqual([
      '23 09:00-17:00',
      '24 09:00-16:00',
      '25 09:00-17:00',
      '26 09:00-15:00',
      '29 09:00-17:00',
    ]);
    expect(christmas(desk, { severity: 'P1', channel: 'phone' })).toEqual([
      '23 09:00-17:00',
      '24 09:00-18:00',
      '25 09:00-17:00',
      '26 09:00-15:00',
      '28 10:00-14:00',
      '29 09:00-17:00',
    ]);
  });

  test('are closed by a holiday as other hours are', () => {
    const bank = office(
      'open Mon..Thu 09:00-17:00; limited Fri 10:00-12:00 admits P1, others stop; holidays Bank',
    );
    expect(christmas(bank, { severity: 'P1' })).toEqual([
      '23 09:00-17:00',
      '24 09:00-14:00',
      '29 09:00-17:00',
    ]);
  });

  test('of a combined calendar count as open for those admitted', () => {
    const both = calendars(`${SETS}calendar A { zone UTC; open Mon 09:00-10:00; holidays none }
calendar B { zone UTC; limited Mon 10:00-12:00 admits P1, others stop; holidays none }
calendar C = A or B
`);
    expect(christmas(both, { severity: 'P1' })).toEqual(['28 09:00-12:00']);
    expect(christmas(both, { severity: 'P2' })).toEqual(['28 09:00-10:00']);
  });
});

describe('a window past midnight', () => {
  const nights = 'open Mon..Fri 22:00-06:00; holidays Bank';
  const thursday = ['2026-12-27T12:00Z', '2026-12-30T12:00Z'] as const;

  test('has on each date that date’s own layers', () => {
    const { stretches } = office(nights);
    // Mon 28 December is a holiday: its evening is shut, and so would be a Sunday's part on it.
    expect(inWords(stretches('C', {}, ...thursday))).toEqual(
      ['29 00:00-29 06:00', '29 22:00-30 06:00'].map((w) => w.replace('29 00:00-29 06:00', '29 00:00-06:00')),
    );
  });

  test('bound to the day of opening is shut whole by a holiday on it, and not at all by one on the next', () => {
    const { stretches } = office(`${nights}; bound to the day of opening`);
    expect(inWords(stretches('C', {}, ...thursday))).toEqual(['29 22:00-30 06:00']);
    const eve = office('open Mon..Sun 22:00-06:00; bound to the day of opening; holidays Other');
    expect(inWords(eve.stretches('C', {}, '2026-12-24T12:00Z', '2026-12-28T12:00Z'))).toEqual([
      '24 22:00-25 06:00',
      '27 22:00-28 06:00',
    ]);
  });

  test('bound to the day of opening lasts over days, and round the clock opens anew each day', () => {
    const weekend = office('open Thu 17:00 .. Mon 09:00; bound to the day of opening; holidays Other');
    // Friday and Saturday are holidays, and the window was opened on Thursday.
    expect(christmas(weekend)).toEqual(['24 17:00-28 09:00']);
    const always = office('open 24x7; bound to the day of opening; holidays Other');
    expect(christmas(always)).toEqual(['23 00:00-25 00:00', '27 00:00-30 00:00']);
  });

  test('bound to the day of opening leaves what another date opened in a hole of it as it is', () => {
    const desk = office(
      `open Wed 08:00 .. Sat 20:00; open Thu 10:00-11:00; bound to the day of opening; holidays none
       limited Wed 12:00 .. Fri 12:00 admits P1, others stop`,
    );
    // Of Wednesday's window two days are limited; Thursday's hour is its own and is not.
    expect(
      inWords(desk.stretches('C', { severity: 'P3' }, '2026-12-09T00:00Z', '2026-12-13T00:00Z')),
    ).toEqual(['09 08:00-12:00', '10 10:00-11:00', '11 12:00-12 20:00']);
  });

  test('is an hour shorter on the night on which the clock goes forward, bound or not', () => {
    for (const bound of ['', '; bound to the day of opening']) {
      const { stretches } = office(`open Sat 22:00-06:00; holidays none${bound}`, 'Europe/Berlin');
      expect(stretches('C', {}, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
        '2026-03-28T21:00:00Z',
        '2026-03-29T04:00:00Z',
      ]);
    }
  });

  test('on the night before a date that Samoa left out goes on into the date after it', () => {
    const { stretches } = office(
      'open Thu 22:00 .. Sat 06:00; bound to the day of opening; holidays Other',
      'Pacific/Apia',
    );
    // Thu 29 December is followed by Sat 31 December; the wall clock passes from Thursday midnight to Saturday.
    expect(stretches('C', {}, '2011-12-29T12:00Z', '2011-12-31T12:00Z')).toEqual([
      '2011-12-30T08:00:00Z',
      '2011-12-30T16:00:00Z',
    ]);
  });
});

describe('a dated line that is narrower', () => {
  test('wins on the dates that it names, and the wider ones hold on theirs', () => {
    const desk = office(
      'open Mon..Fri 09:00-17:00; closed 2026-12-24; closed 2026-12-28; open on 2026-12-28 10:00-12:00 for P1; holidays none',
    );
    expect(christmas(desk, { severity: 'P1' })).toEqual([
      '23 09:00-17:00',
      '25 09:00-17:00',
      '28 10:00-12:00',
      '29 09:00-17:00',
    ]);
    expect(christmas(desk, { severity: 'P2' })).toEqual([
      '23 09:00-17:00',
      '25 09:00-17:00',
      '29 09:00-17:00',
    ]);
  });

  test('is a season as well', () => {
    const desk = office(
      `open Mon..Fri 09:00-17:00; holidays none
      season 2026-12-23 .. 2026-12-28 { open Mon..Fri 10:00-11:00 }
      season 2026-12-25 .. 2026-12-25 for P1 { open Mon..Fri 12:00-13:00 }`,
    );
    expect(christmas(desk, { severity: 'P1' })).toEqual([
      '23 10:00-11:00',
      '24 10:00-11:00',
      '25 12:00-13:00',
      '28 10:00-11:00',
      '29 09:00-17:00',
    ]);
  });
});

describe('lines of one calendar that cannot both hold', () => {
  const findings = (lines: string) =>
    briefly(
      checkText(`calendar C { zone UTC; open 24x7; holidays none; ${lines} }`).findings.filter(
        ({ code }) => !code.startsWith('assume/'),
      ),
    );

  test('are dated lines that meet and differ', () => {
    expect(findings('open on 2026-12-28 10:00-12:00; closed 2026-12-24 .. 2026-12-31')).toEqual([
      'calendar/dates-meet @ closed 2026-12-24 .. 2026-12-31',
    ]);
    expect(findings('closed every 12-24 .. 01-02; open on 2027-01-01 .. 2027-01-05 10:00-12:00')).toEqual([
      'calendar/dates-meet @ open on 2027-01-01 .. 2027-01-05 10:00-12:00',
    ]);
    expect(findings('closed every 02-29; open on 2026-02-01 .. 2026-03-31 10:00-12:00')).toEqual([]);
    expect(findings('closed 2026-12-24 .. 2026-12-31 "year end"; closed 2026-12-25 "Christmas"')).toEqual([]);
  });

  test('are not a line and an exception below it, within its dates', () => {
    expect(findings('closed 2026-12-24 .. 2026-12-31; open on 2026-12-28 10:00-12:00')).toEqual([]);
    expect(findings('closed every 12-24 .. 01-02; open on 2026-12-24 .. 2027-01-01 10:00-12:00')).toEqual([]);
    expect(findings('open on 2026-12-24 10:00-12:00; closed every 12-24')).toEqual([
      'calendar/dates-meet @ closed every 12-24',
    ]);
  });

  test('are seasons that meet and differ', () => {
    const season = (dates: string, to = 15) => `\nseason ${dates} { open Mon..Fri 09:00-${to}:00 }\n`;
    expect(findings(season('every 06-01 .. 08-31') + season('2026-08-31 .. 2026-09-30', 16))).toEqual([
      'calendar/seasons-meet @ season 2026-08-31 .. 2026-09-30',
    ]);
    expect(findings(season('every 06-01 .. 08-31') + season('2026-08-31 .. 2026-09-30'))).toEqual([]);
  });

  test('are two answers to what holds on holidays', () => {
    const text =
      'calendar C { zone UTC; open 24x7; holidays H; on holidays as Sun; on holidays open 09:00-10:00 }';
    const { findings: found } = checkText(`${text}\nholidays H { covers 2026..2027 }`);
    expect(briefly(found.filter(({ code }) => code.startsWith('calendar/')))).toEqual([
      'calendar/dates-twice @ on holidays open 09:00-10:00',
    ]);
  });
});

test('what the limited hours say is in the compiled plan', () => {
  const { contract } = checkText(
    `contract "T" version "1" { effective 2026-01-01 in UTC }
severities { P1 "down" otherwise }
calendar C { zone UTC; limited Sat 09:00-12:00 "weekend desk" admits P1, others stop; holidays none }`,
  );
  const body = lower(contract).calendars.find(({ name }) => name === 'C (P1)')?.body;
  expect(body?.kind === 'civil' && body.limited).toMatchObject([
    { label: 'weekend desk', admits: 'P1', admitted: true, others: 'stop' },
  ]);
});
