/** What authors write as other documents do: what it is taken for, and that the contract is sound once that is written. */
import { describe, expect, it } from 'vitest';
import { FIRST_CONTRACT } from '../../src/cli/init/first-contract.ts';
import { applyFixes, type FixMode } from '../../src/diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkText } from '../check/findings.ts';

/** The first contract with days counted once for the plan, so that a cell may hold a bare count of them. */
const CONTRACT = FIRST_CONTRACT.replace(
  '  channels  web, email\n',
  '  channels  web, email\n  business  hours in Office\n  business  days in Office at close\n',
);

function instead(line: string, other: string): string {
  expect(CONTRACT.split(line)).toHaveLength(2);
  return CONTRACT.replace(line, () => other);
}

function errorsOf(text: string): readonly Diagnostic[] {
  return checkText(text).findings.filter(({ level }) => level === 'error');
}

/** The contract after all rounds of fixing, and what is still wrong with it. */
function mended(text: string, mode: FixMode): { readonly text: string; readonly errors: readonly string[] } {
  let now = text;
  for (let round = 0; round < 10; round++) {
    const { findings } = checkText(now, 'a.plan');
    const errors = findings.filter(({ level }) => level === 'error');
    const fixed = applyFixes({ name: 'a.plan', text: now }, errors, mode);
    if (fixed.applied.length === 0) break;
    now = fixed.text;
  }
  return { text: now, errors: errorsOf(now).map(({ message }) => message) };
}

type Case = readonly [written: string, meant: string];

/** Each is told of once, and what is plainly meant or likeliest leaves a contract without errors. */
function areMended(
  mode: FixMode,
  place: (written: string) => readonly [line: string, other: string],
  cases: readonly Case[],
): void {
  it.each(cases)('%s → %s', (written, meant) => {
    const text = instead(...place(written));
    const first = errorsOf(text);
    expect(first.map(({ message }) => message)).toHaveLength(1);
    if (mode === 'suggested') expect(mended(text, 'safe').text).not.toBe(instead(...place(meant)));
    const after = mended(text, mode);
    expect(after.text).toBe(instead(...place(meant)));
    expect(after.errors).toEqual([]);
  });
}

const hours = (written: string) => ['  open      Mon..Fri 09:00-17:00', `  open      ${written}`] as const;
const cell = (written: string) => ['S1  2 h in Office |', `S1  ${written} |`] as const;
const dated = (written: string) => ['  closed    2026-12-31 "', `  closed    ${written} "`] as const;
const effective = (written: string) => ['2026-01-01 in Europe/Berlin', written] as const;
const opened = (written: string) => ['opened    Fri 2026-06-12 16:00', `opened    ${written}`] as const;
const price = (written: string) =>
  ['price     EUR 400.00 per month, billed yearly', `price     ${written}`] as const;
const severity = (written: string) => ['  S3  normal    "a question', `  ${written}    "a question`] as const;
const condition = (written: string) => ['when impact = all and not workaround', written] as const;

describe('days and hours of other documents are plainly meant', () => {
  areMended('safe', hours, [
    ['Mon-Fri 9am-5pm', 'Mon..Fri 09:00-17:00'],
    ['Monday to Friday, 9:00-17:00', 'Mon..Fri 9:00-17:00'],
    ['Monday through Friday from 09:00 to 17:00', 'Mon..Fri 09:00-17:00'],
    ['Monday–Friday 09:00–17:00', 'Mon..Fri 09:00–17:00'],
    ['M-F 8-17', 'Mon..Fri 08:00-17:00'],
    ['Mo..Fr 08:00-17:00 Uhr', 'Mon..Fri 08:00-17:00'],
    ['Tues..Thurs 0900-1700', 'Tue..Thu 09:00-17:00'],
    ['MON..FRI 9.00-17.00', 'Mon..Fri 09:00-17:00'],
    ['Mon/Wed/Fri 09h00-17h00', 'Mon, Wed, Fri 09:00-17:00'],
    ['Monday, Wednesday and Friday 9:00 AM - 5:00 PM', 'Mon, Wed, Fri 09:00-17:00'],
    ['Sunday - Thursday 09:00..17:00', 'Sun..Thu 09:00-17:00'],
    ['daily 1-5 pm', 'Mon..Sun 13:00-17:00'],
    ['Mon..Fri 9-5pm', 'Mon..Fri 09:00-17:00'],
    ['Mon..Fri 24 hours', 'Mon..Fri 00:00-24:00'],
    ['24/7', '24x7'],
    ['24x7x365', '24x7'],
    ['24 hours a day, 7 days a week', '24x7'],
  ]);
});

describe('days and hours that can be read in two ways are a suggestion', () => {
  areMended('suggested', hours, [
    ['Mon..Fri 9-5', 'Mon..Fri 09:00-17:00'],
    ['weekdays 09:00-17:00', 'Mon..Fri 09:00-17:00'],
    ['business days 09:00-17:00', 'Mon..Fri 09:00-17:00'],
  ]);
});

describe('promises of other tables are plainly meant', () => {
  areMended('safe', cell, [
    ['1-2 business hours', '1 to 2 business hours'],
    ['1 – 2 business days', '1 to 2 business days'],
    ['within 2 h', '2 h'],
    ['≤ 2 h', '2 h'],
    ['no more than 2 h in Office', '2 h in Office'],
    ['two hours', '2 hours'],
    ['one (1) business day', '1 business day'],
    ['four (4) hours', '4 hours'],
    ['1h 30min', '90 min'],
    ['1 hour and 30 minutes', '90 min'],
    ['1h30', '90 min'],
    ['2,5 h', '2.5 h'],
    ['1½ h', '1.5 h'],
    ['PT4H', '4 h'],
    ['4 hours (24x7)', '4 hours in 24x7'],
    ['4 h 24/7', '4 h in 24x7'],
    ['4 h 24x7', '4 h in 24x7'],
    ['2 h of Office', '2 h in Office'],
    ['Best Efforts', 'best effort'],
    ['10 am next business day', 'next business day at 10:00'],
    ['2 working days', '2 business days'],
  ]);
});

describe('promises that can be read in two ways are a suggestion', () => {
  areMended('suggested', cell, [
    ['immediately', 'at once'],
    ['ASAP', 'best effort'],
    ['commercially reasonable efforts', 'best effort'],
    ['n/a', 'not offered'],
    ['TBD', 'unknown'],
    ['NBD', 'next business day'],
    ['8x5xNBD', 'next business day'],
    ['same day', 'same business day'],
    ['close of business', 'same business day at close'],
    ['by 17:00', 'same business day at 17:00'],
    ['by agreement', 'as agreed'],
    ['approx. 2 h', '2 h'],
    ['1 hour*', '1 hour'],
    ['30 m', '30 min'],
    ['2 calendar hours', '2 h'],
    ['4 clock hours', '4 h'],
  ]);
});

describe('dates are plainly meant', () => {
  areMended('safe', effective, [
    ['1 January 2026 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['January 1st, 2026 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['2026/1/1 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['2026-1-1 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['from 2026-01-01 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['2026-01-01, Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['2026-01-01 to 2026-12-31 in Europe/Berlin', '2026-01-01 until 2026-12-31 in Europe/Berlin'],
  ]);
  areMended('safe', dated, [
    ['2026-12-24 - 2026-12-31', '2026-12-24 .. 2026-12-31'],
    ['2026-12-24 through 2026-12-31', '2026-12-24 .. 2026-12-31'],
    ['31-Dec-2026', '2026-12-31'],
    ['every 1st Sun', 'every first Sun'],
    ['every 4th Mon of 10', 'every fourth Mon of 10'],
  ]);
  areMended('safe', opened, [
    ['2026-06-12T16:00', '2026-06-12 16:00'],
    ['Friday 2026-06-12 4pm', 'Friday 2026-06-12 16:00'],
    ['at Fri 2026-06-12 16:00', 'Fri 2026-06-12 16:00'],
    ['Fr 2026-06-12 16:00', 'Fri 2026-06-12 16:00'],
    ['Fr., 2026-06-12 16:00', 'Fri 2026-06-12 16:00'],
  ]);
});

describe('dates that can be read in two ways are a suggestion', () => {
  areMended('suggested', dated, [
    ['Dec 31', 'every 12-31'],
    ['24 December', 'every 12-24'],
    ['12-24', 'every 12-24'],
    ['12/24', 'every 12-24'],
    ['31.12.2026', '2026-12-31'],
  ]);
});

describe('sums of money are plainly meant', () => {
  areMended('safe', price, [
    ['400 EUR per month', 'EUR 400 per month'],
    ['€400 monthly', 'EUR 400 per month'],
    ['€1.400,00/month', 'EUR 1400.00 per month'],
    ['EUR 1,400.00 per month', 'EUR 1400.00 per month'],
    ["EUR 12'000 p.a.", 'EUR 12000 per year'],
    ['EUR 4,50,000 per year', 'EUR 450000 per year'],
    ['€1,20,00,000.50 per year', 'EUR 12000000.50 per year'],
    ['EUR 1499.00 per month billed yearly', 'EUR 1499.00 per month, billed yearly'],
  ]);
});

it('figures that go on as no amount does are left to their author', () => {
  const after = mended(instead(...price('EUR 4,50,00 per month')), 'safe');
  expect(after.text).toContain('EUR 4,50,00 per month');
  expect(after.errors).not.toEqual([]);
});

describe('names, texts and conditions are plainly meant', () => {
  areMended('safe', severity, [
    ['S3:  normal', 'S3  normal'],
    ['S3 - normal', 'S3 normal'],
    ['S3 (normal)', 'S3 normal'],
  ]);
  areMended('safe', condition, [
    ['if impact = all and not workaround', 'when impact = all and not workaround'],
    ['when impact == all and not workaround', 'when impact = all and not workaround'],
    ['when impact is all && !workaround', 'when impact = all and not workaround'],
  ]);
  areMended('safe', (written) => ['"nobody can work and there is no way round"', written], [
    ["'nobody can work'", '"nobody can work"'],
    ['“nobody can work”', '"nobody can work"'],
  ]);
  areMended('safe', (written) => ['contract "Product support" version "1"', written], [
    ['contract Product support version 1', 'contract "Product support" version "1"'],
    ['contract "Product support", version 1.0', 'contract "Product support" version "1.0"'],
  ]);
  areMended('safe', (written) => ['  channels  web, email', `  ${written}`], [
    ['channels: web', 'channels web'],
  ]);
  areMended('safe', (written) => ['attain    90%', `attain    ${written}`], [
    ['90 percent', '90%'],
    ['>= 90%', '90%'],
    ['at least 90%', '90%'],
  ]);
  areMended('safe', (written) => ['# A first contract', `${written} A first contract`], [
    ['//', '#'],
    ['--', '#'],
  ]);
});

describe('names that other documents use are a suggestion', () => {
  areMended('suggested', (written) => ['        respond       | resolve', `        ${written} | resolve`], [
    ['first response', 'respond'],
    ['Initial Response Time', 'respond'],
    ['Reaktionszeit', 'respond'],
  ]);
  areMended('suggested', (written) => ['  pauses  while waiting for customer', `  ${written}`], [
    ['pauses  while pending customer', 'pauses  while "waiting for customer"'],
    ['pauses  when waiting for customer', 'pauses  while waiting for customer'],
    ['pauses  while on hold or waiting for customer', 'pauses  while on hold, waiting for customer'],
  ]);
  areMended('suggested', (written) => ['  zone      Europe/Berlin', `  ${written}`], [
    ['zone      UTC+3', 'zone      fixed +03:00'],
    ['zone      "Eastern Time"', 'zone      America/New_York'],
    ['timezone      Europe/Berlin', 'zone      Europe/Berlin'],
  ]);
});

describe('other languages', () => {
  areMended('safe', hours, [
    ['Montag bis Freitag 9:00-17:00', 'Mon..Fri 9:00-17:00'],
    ['lundi-vendredi 09:00-17:00', 'Mon..Fri 09:00-17:00'],
    ['lunes a viernes 09:00-17:00', 'Mon..Fri 09:00-17:00'],
    ['Fr 09:00-15:00', 'Fri 09:00-15:00'],
  ]);
  areMended('suggested', cell, [
    ['2 Stunden in Office', '2 h in Office'],
    ['4 horas úteis', '4 business hours'],
    ['5 jours ouvrés', '5 business days'],
    ['1 Werktag', '1 business days'],
    ['übernächster Werktag', '2 business days'],
    ['second business day', '2 business days'],
    ['3 Kalendertage in Office at close', '3 calendar days in Office at close'],
  ]);
  areMended('safe', effective, [
    ['1. Januar 2026 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
    ['1 de enero de 2026 in Europe/Berlin', '2026-01-01 in Europe/Berlin'],
  ]);
  areMended('suggested', dated, [
    ['24.12.', 'every 12-24'],
    ['31. Dezember', 'every 12-31'],
    ['25 décembre', 'every 12-25'],
  ]);
});

describe('what is said by another clause', () => {
  it.each([
    ['  targets {', '  targets when users > 3 {', 'a table is narrowed by `for`'],
    ['  targets {', '  targets when opened after 12:00 {', 'names hours, which a calendar does here'],
    ['S1  2 h in Office |', 'S1  weekly |', 'does not say until when'],
    ['starts  on opened', 'starts  on opened for S1, S2', 'may mean `when severity = S1 or severity = S2`'],
  ])('instead of `%s`: %s', (line, other, message) => {
    expect(
      errorsOf(CONTRACT.replace(line, other))
        .map((finding) => finding.message)
        .join(),
    ).toContain(message);
  });

  areMended(
    'safe',
    (written) => ['90% of respond per month of tickets closed, except duplicates, overall', written],
    [
      [
        '90% of respond for S1 per month of tickets closed, overall',
        '90% of respond per month of tickets closed, overall for S1',
      ],
    ],
  );
});

const TABLE = `        respond       | resolve
    S1  2 h in Office | 8 h in Office
    S2  4 h in Office | 24 h in Office
    S3  8 h in Office | best effort
`;

describe('a table that is pasted', () => {
  /** Cells of a contract's promises, without its layout. */
  const rowsOf = (text: string): readonly string[] =>
    (/targets \{\n(?<rows>[^}]*?)\n *\}/.exec(text)?.groups?.['rows'] ?? '')
      .split('\n')
      .map((row) => row.trim().replace(/\s+/g, ' '));

  it.each([
    [
      'from Markdown',
      `| Severity | Initial response | **Resolution** |
    |:---|---:|---|
    | S1 | 2 h in Office | 8 h in Office |
    | S2 | 4 h in Office | 24 h in Office |
    | S3 | 8 h in Office | best effort |
`,
    ],
    [
      'from Markdown, with an empty corner',
      `    |  | respond | resolve |
    |---|---|---|
    | S1: | 2 h in Office | 8 h in Office |
    | S2: | 4 h in Office | 24 h in Office |
    | S3: | 8 h in Office | best effort |
`,
    ],
    [
      'from an office program, with tabs',
      'Severity\tResponse time\tResolution\nS1\t2 h in Office\t8 h in Office\nS2\t4 h in Office\t24 h in Office\nS3\t8 h in Office\tbest effort\n',
    ],
    [
      'with a name above the severities',
      `Priority | respond | resolve
    S1 | 2 h in Office | 8 h in Office
    S2 | 4 h in Office | 24 h in Office
    S3 | 8 h in Office | best effort
`,
    ],
  ])('%s is a table of promises', (_, pasted) => {
    const after = mended(instead(TABLE, pasted), 'safe');
    expect(after.errors).toEqual([]);
    expect(
      rowsOf(after.text).map((row) => row.replace(' | 2 h', ' 2 h').replace(/(S\d) \| /, '$1 ')),
    ).toEqual(rowsOf(CONTRACT));
  });
});

describe('what is said in the wrong place is told where it belongs', () => {
  const adviceOn = (line: readonly [string, string]): string => {
    const [found, ...others] = errorsOf(instead(...line));
    expect(others).toEqual([]);
    expect(found?.fixes).toEqual([]);
    return `${found?.message}; ${found?.help}`;
  };

  it('hours of which only the number is told', () => {
    expect(adviceOn(hours('8x5'))).toBe(
      '`8x5` does not say which hours, and of which days; write both: `open Mon..Fri 09:00-17:00`',
    );
  });

  it('a zone behind hours', () => {
    expect(adviceOn(hours('Mon..Fri 09:00-17:00 EST'))).toContain(
      '`EST` stands behind hours, and their zone',
    );
    expect(adviceOn(hours('Mon..Fri 09:00-17:00 Asia/Tokyo'))).toContain('write `zone Asia/Tokyo` in a line');
  });

  it('a bound of a promise by its sign, at once as the promise alone', () => {
    const [found] = errorsOf(instead(...cell('≤ 2 h')));
    expect(found?.message).toBe('`≤ 2` is written `2` here');
  });

  it('holidays behind hours', () => {
    expect(adviceOn(hours('Mon..Fri 09:00-17:00 except public holidays'))).toContain('or `holidays none`');
  });

  it('days that are closed since nothing opens them', () => {
    expect(adviceOn(dated('Sat, Sun'))).toContain('`Sat, Sun` is closed already');
  });

  it('a tick in a table of times', () => {
    expect(adviceOn(cell('✓'))).toContain('`✓` says that something is there, and not by when');
  });

  it('hours that are called by their calendar', () => {
    expect(adviceOn(cell('2 Office hours'))).toContain('where `Office` is a calendar, write `h in Office`');
  });
});

describe('a bar that is missing', () => {
  it('makes no sum of the cells that it should part', () => {
    const [found] = errorsOf(instead(...cell('2 h 8 h')));
    expect(found?.code).toBe('syntax/unexpected');
    expect(found?.fixes).toEqual([]);
  });
});

describe('a sign that stands where it belongs', () => {
  it('is left alone in texts and comments', () => {
    const text = instead('"stocktaking"', '"9am-5pm, ≤ 2 h, 24/7 – n/a"  # Mon-Fri, €400/month');
    expect(errorsOf(text)).toEqual([]);
  });
});

describe('a line of hundreds of thousands of characters', () => {
  it('is reported once, and not searched for what it might have been taken from', () => {
    expect(errorsOf('x'.repeat(400_000)).map(({ code }) => code)).toEqual(['syntax/unknown-clause']);
  });
});
