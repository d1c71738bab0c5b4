import { describe, expect, test } from 'vitest';
import { lintText } from '../check/findings.ts';

const calendar = (name: string, open: string): string =>
  `calendar ${name} { zone Europe/Berlin; open ${open}; holidays none }\n`;
const OFFICE = calendar('Office', 'Mon..Fri 09:00-17:00');
const WEEKEND = calendar('Weekend', 'Sat, Sun 00:00-24:00');
const desk = (calendars: string, clauses: string): string =>
  `contract "Desk" version "1" { effective 2026-06-01 in Europe/Berlin; currency EUR }
${calendars}
clock respond { starts on opened; stops on reply; reopen never }
plan Basic {
  targets { respond; all 1 h }
  ${clauses}
}
`;

function findings(calendars: string, clauses: string): readonly string[] {
  return lintText(desk(calendars, clauses)).flatMap(({ level, code, message }) =>
    level === 'assumption' || code === 'lint/target-not-covered' ? [] : [`${code}: ${message}`],
  );
}

describe('rates by the hour', () => {
  const three = (evening: string): string =>
    OFFICE + WEEKEND + calendar('Evening', `Mon..Fri 00:00-09:00, ${evening}`);
  const BANDS =
    'rate EUR 1 per hour in Office | EUR 2 per hour in Evening | EUR 3 per hour in Weekend, whole';

  test('need no `outside` where their calendars cover every hour', () => {
    expect(findings(three('17:00-24:00'), BANDS)).toEqual([]);
  });

  test('have the first instant shown that none of them names', () => {
    expect(findings(three('17:30-24:00'), BANDS)).toEqual([
      'money/rates-leave-gap: nothing says what work on Mon 2026-06-01 17:00 costs, outside `Office`, `Evening`, `Weekend`',
    ]);
  });

  test('have the first instant shown that two of them name, whatever the calendars are called', () => {
    expect(findings(three('16:45-24:00'), BANDS)).toEqual([
      'money/rates-overlap: work on Mon 2026-06-01 16:45 has two rates: `in Office` and `in Evening`',
    ]);
  });

  test('are for no hour where the calendars leave nothing outside', () => {
    expect(
      findings(three('17:00-24:00'), BANDS.replace(', whole', ' | EUR 9 per hour outside, whole')),
    ).toEqual([
      'lint/idle-rate: no hour lies outside `Office`, `Evening`, `Weekend`, so the rate `outside` is never paid',
    ]);
  });

  test('are said once `outside`, and once at all hours', () => {
    expect(findings(OFFICE, 'rate EUR 1 per hour outside | EUR 2 per hour outside, whole')).toEqual([
      'money/rates-overlap: an hour `outside` has two rates',
    ]);
    expect(findings(OFFICE, 'rate EUR 1 per hour | EUR 2 per hour in Office, whole')).toEqual([
      'money/rates-overlap: work on Mon 2026-06-01 09:00 has two rates: `in 24x7` and `in Office`',
    ]);
  });
});

describe('coverage by the hour of opening', () => {
  test('has the first instant shown that two lines cover', () => {
    const late = calendar('Late', 'Mon..Fri 16:00-20:00');
    const lines =
      'coverage resolve in 24x7 when opened in Office; coverage resolve in Office when opened in Late; coverage resolve best effort';
    expect(findings(OFFICE + late, lines)).toEqual([
      'plan/arrivals-overlap: a ticket opened on Mon 2026-06-01 16:00 has `resolve` covered both in `24x7` and in `Office`',
    ]);
  });

  test('has the first instant shown that no line covers', () => {
    expect(findings(OFFICE, 'coverage resolve in 24x7 when opened in Office')).toEqual([
      'lint/arrival-gap: `Basic` does not say when it covers `resolve` when a ticket is opened on Mon 2026-06-01 00:00',
    ]);
    const both =
      'coverage resolve in 24x7 when opened in Office; coverage resolve in Office when opened outside Office';
    expect(findings(OFFICE, both)).toEqual([]);
  });
});
