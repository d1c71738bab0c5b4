import { describe, expect, test } from 'vitest';
import { file, formatted } from './formatted.ts';

describe('the clauses of a paragraph', () => {
  test('align what follows their first word', () => {
    expect(formatted('calendar A {\nzone UTC\nopen 24x7\nholidays none\n}')).toBe(
      file('calendar A {', '  zone      UTC', '  open      24x7', '  holidays  none', '}'),
    );
  });

  test('are not pushed by those of another paragraph', () => {
    expect(formatted('calendar A {\nzone UTC\nopen 24x7\n\nclosed 2026-01-01\nholidays none\n}')).toBe(
      file(
        'calendar A {',
        '  zone UTC',
        '  open 24x7',
        '',
        '  closed    2026-01-01',
        '  holidays  none',
        '}',
      ),
    );
  });

  test('align over blocks and comments between them', () => {
    expect(formatted('plan A {\nchannels web\n# a\ntargets {\nP1 1 h\n}\nincidents 4\n}')).toBe(
      file(
        'plan A {',
        '  channels   web',
        '  # a',
        '  targets {',
        '    P1 1 h',
        '  }',
        '  incidents  4',
        '}',
      ),
    );
  });

  test('have one blank where nothing needs padding', () => {
    expect(formatted('calendar A {\nopen Mon 09:00-17:00\nopen Fri 09:00-16:00\n}')).toBe(
      file('calendar A {', '  open Mon 09:00-17:00', '  open Fri 09:00-16:00', '}'),
    );
  });

  test('take short blocks on one line among them', () => {
    expect(formatted('calendar A {\nzone UTC\nseason 2026-06-01..2026-08-31 {open 24x7}\n}')).toBe(
      file('calendar A {', '  zone    UTC', '  season  2026-06-01 .. 2026-08-31 { open 24x7 }', '}'),
    );
  });

  test('align what follows a short text that names them', () => {
    expect(formatted('plan A {\nfeature "report" yes\nfeature "engineer, dedicated" optional\n}')).toBe(
      file(
        'plan A {',
        '  feature "report"               yes',
        '  feature "engineer, dedicated"  optional',
        '}',
      ),
    );
  });

  test('of a word alone align nothing', () => {
    expect(formatted('plan A {\nincidents\nprice on request\n}')).toBe(
      file('plan A {', '  incidents', '  price on request', '}'),
    );
  });
});

test('declarations on lines of their own align their names and what follows', () => {
  expect(formatted('channel fax "the duty office"\nmetric onsite "at the door"\ncalendar A = B or C\n')).toBe(
    file(
      'channel   fax     "the duty office"',
      'metric    onsite  "at the door"',
      'calendar  A       = B or C',
    ),
  );
});

describe('a targets table', () => {
  test('aligns its cells, the header without a severity', () => {
    expect(
      formatted(
        'plan A {\ntargets for phone {\nrespond|resolve\nP1,P2 15 min|4 h\nall best effort|not offered\n}\n}',
      ),
    ).toBe(
      file(
        'plan A {',
        '  targets for phone {',
        '            respond     | resolve',
        '    P1, P2  15 min      | 4 h',
        '    all     best effort | not offered',
        '  }',
        '}',
      ),
    );
  });

  test('keeps the bars before first cells', () => {
    expect(formatted('targets a by plan {\n| Basic | Gold\nP1 | 1 h | 2 h\n}')).toBe(
      file('targets a by plan {', '     | Basic | Gold', '  P1 | 1 h   | 2 h', '}'),
    );
  });

  test('takes rows of fewer and of more cells', () => {
    expect(formatted('targets a by plan {\nBasic | Gold\nP1 1 h\nP2 1 h | 2 h | 3 h\nP3\n}')).toBe(
      file('targets a by plan {', '      Basic | Gold', '  P1  1 h', '  P2  1 h   | 2 h | 3 h', '  P3', '}'),
    );
  });

  test('without a header is aligned too, as are its paragraphs', () => {
    expect(formatted('plan A {\ntargets {\nP1 1 h\n\nlowest 4 h\n}\n}')).toBe(
      file('plan A {', '  targets {', '    P1      1 h', '', '    lowest  4 h', '  }', '}'),
    );
  });
});

test('severities align aliases, definitions and predicates, and leave room for those that are missing', () => {
  const text =
    'severities {\nP1 critical, "very urgent" "a" when x\n"P 2" "bb" "b2" otherwise\nP3\n"P4" top\n}';
  expect(formatted(text)).toBe(
    file(
      'severities {',
      '  P1    critical, "very urgent"  "a"        when x',
      '  "P 2"                          "bb" "b2"  otherwise',
      '  P3',
      '  "P4"  top',
      '}',
    ),
  );
});

test('facts align their kinds and words, and a choice of texts is no description', () => {
  expect(
    formatted('facts {\nimpact one of "all of us", many "how many"\nusers number "how many use it"\n}'),
  ).toBe(
    file(
      'facts {',
      '  impact  one of "all of us", many  "how many"',
      '  users   number                    "how many use it"',
      '}',
    ),
  );
});

test('regions align their words, zones and holidays', () => {
  expect(
    formatted('regions by site {\nEMEA "Europe" zone Europe/London holidays none\nUS holidays US\n}'),
  ).toBe(
    file(
      'regions by site {',
      '  EMEA  "Europe"  zone Europe/London  holidays none',
      '  US                                  holidays US',
      '}',
    ),
  );
});

test('holiday rows align their parts, apart from the settings of their set', () => {
  expect(
    formatted(
      'holidays A {\nsource "us"\nname "x"\ncovers 2025 .. 2028\n2026-12-24 from 14:00 "Eve"\n2026-12-31 "New Year"\n}',
    ),
  ).toBe(
    file(
      'holidays A {',
      '  source  "us"',
      '  name    "x"',
      '  covers  2025..2028',
      '  2026-12-24  from 14:00  "Eve"',
      '  2026-12-31              "New Year"',
      '}',
    ),
  );
});

describe('the tables of a simulation', () => {
  const inSimulation = (block: string): string =>
    formatted(`simulation "x" {\narrivals "y" {\n${block}\n}\n}`);

  test('align the figures of hours to the right', () => {
    expect(inSimulation('hours {\nMon..Fri 1 10 2.5\nSat,Sun 12 1 100\n}')).toBe(
      file(
        'simulation "x" {',
        '  arrivals "y" {',
        '    hours {',
        '      Mon..Fri   1 10 2.5',
        '      Sat, Sun  12  1 100',
        '    }',
        '  }',
        '}',
      ),
    );
  });

  test('never break a row of hours, however long', () => {
    const figures = Array.from({ length: 24 }, (_, hour) => String(1000 + hour)).join(' ');
    expect(inSimulation(`hours {\nMon ${figures}\nTue..Fri ${figures}\n}`)).toContain(
      `\n      Mon       ${figures}\n      Tue..Fri  ${figures}\n`,
    );
  });

  test('align what is worked', () => {
    expect(
      formatted(
        'simulation "x" {\nwork "diagnose" in 40% {\nP1, P2 fixed 2 h\notherwise exponential mean 5 h\n}\n}',
      ),
    ).toBe(
      file(
        'simulation "x" {',
        '  work "diagnose" in 40% {',
        '    P1, P2     fixed 2 h',
        '    otherwise  exponential mean 5 h',
        '  }',
        '}',
      ),
    );
  });
});
