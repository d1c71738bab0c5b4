/** What is found in promises by the hours in which they count, on contracts small enough to reckon by hand. */
import { describe, expect, test } from 'vitest';
import { checkContract } from '../../src/check/check-contract.ts';
import { withConsequences } from '../../src/consequence/consequences.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { checkPromises } from '../../src/workspace/check-promises.ts';
import { briefly, lintText } from '../check/findings.ts';

const RULES = new Set([
  'lint/slower-when-more-severe',
  'lint/worse-than-inherited',
  'lint/worse-than-lower-plan',
  'lint/respond-after-resolve',
  'lint/due-while-shut',
  'lint/unused-silence',
]);

const contract = (plans: string, header = 'zone Europe/Berlin'): string => `contract "Desk" { ${header} }
severities {
  P1
  P2
  P3
}
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
calendar Early {
  zone      Europe/Berlin
  open      Mon..Fri 07:00-15:00
  holidays  none
}
clock respond { starts on opened; stops on reply }
${plans}`;

const found = (plans: string, header?: string) =>
  lintText(contract(plans, header)).filter(({ code }) => RULES.has(code));
const lintOf = (plans: string, header?: string): readonly string[] => briefly(found(plans, header));
const tickets = (plans: string, header?: string): readonly (string | null)[] =>
  withConsequences(found(plans, header), []).map(({ consequence }) => consequence);

const plan = (name: string, rows: string, clauses = ''): string =>
  `plan ${name} {\n${clauses}  targets {\n    respond\n${rows}  }\n}\n`;
const two = (lower: string, higher: string, clauses = ''): string =>
  plan('Basic', `all ${lower}\n`) + plan('Better extends Basic', `all ${higher}\n`, clauses);

describe('a severity', () => {
  test('is held against the next one that has a time, over words between them', () => {
    expect(lintOf(plan('Basic', 'P1 8 h in Office\nP2 as agreed\nP3 12 h\n'))).toEqual([
      'lint/slower-when-more-severe @ 8 h in Office',
    ]);
    expect(lintOf(plan('Basic', 'P1 12 h\nP2 as agreed\nP3 12 h in Office\n'))).toEqual([]);
  });

  test('has its own hours, where a calendar tells severities apart', () => {
    const graded = (cells: string): string =>
      `calendar Graded {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  open Mon..Sun 00:00-24:00 for P1
  holidays none
}
${plan('Basic', cells)}`;
    // Four hours of P1's are plain hours, so eight of them are over before four of the office begin.
    expect(lintOf(graded('P1 8 h in Graded\nP2 4 h in Graded\nP3 4 h in Graded\n'))).toEqual([
      'lint/slower-when-more-severe @ 8 h in Graded',
    ]);
    expect(lintOf(graded('P1 4 h in Graded\nP2 4 h in Graded\nP3 4 h in Graded\n'))).toEqual([]);
  });

  test('is not slower than one that nobody has promised a time, nor than one that hangs on what is to come', () => {
    expect(lintOf(plan('Basic', 'P1 8 h\nP2 best effort\nP3 as agreed\n'))).toEqual([]);
  });

  test('of a plan that takes it over is told once, of the plan that says it', () => {
    const rows = 'P1 2 h in Office\nP2 4 h\nP3 4 h\n';
    const heir = 'plan Better extends Basic {\n  coverage receive in 24x7\n}\n';
    expect(lintOf(plan('Basic', rows) + heir)).toEqual(['lint/slower-when-more-severe @ 2 h in Office']);
  });

  test('that a plan below makes the better one is told where that plan says so', () => {
    const heir = plan('Better extends Basic', 'P2 1 h in Office\n');
    expect(lintOf(plan('Basic', 'all 2 h in Office\n') + heir)).toEqual([
      'lint/slower-when-more-severe @ 1 h in Office',
    ]);
  });
});

describe('a plan', () => {
  test('is no worse than the one it extends when it is earlier for every ticket, in whatever unit', () => {
    expect(lintOf(two('4 h in Office', '4 h'))).toEqual([]);
    expect(
      lintOf(two('next business day in Office at close, received outside hours as received', '6 h')),
    ).toEqual([]);
    expect(lintOf(two('4 h in Office', 'earlier of 4 h in Office and 30 h'))).toEqual([]);
  });

  test('is worse when one ticket is, and shows it', () => {
    // Opened on Friday at five, the next business day is Monday at five: three days, or 71 h in spring and 73 in autumn.
    const monday =
      'next business day in Office at close, received outside hours as received, day of receipt does not count';
    expect(lintOf(two(monday, '24 h'))).toEqual(['lint/worse-than-inherited @ 24 h']);
    // Opened after five, the day of receipt is not over, and its next business day ends in less than a day.
    expect(tickets(two(monday, '24 h'))).toEqual([
      'opened Thu 2026-01-01 23:59, `Better` is due Fri 2026-01-02 23:59, and `Basic` Fri 2026-01-02 17:00: ' +
        '6 h 59 min earlier; so it is for 20.8% of all openings until 2036',
    ]);
  });

  test('that gives up the time it inherits is worse, for the tickets that it gives up', () => {
    const phone = '  targets for phone {\n    respond\n    all best effort\n  }\n';
    const heir = `plan Better extends Basic {\n${phone}}\n`;
    expect(lintOf(plan('Basic', 'all 4 h\n') + heir)).toEqual(['lint/worse-than-inherited @ best effort']);
    expect(tickets(plan('Basic', 'all 4 h\n') + heir)[0]).toMatch(
      /^phone, opened Thu 2026-01-01 00:00, `Better` has no deadline, and `Basic` Thu 2026-01-01 04:00; so/,
    );
  });

  test('that says anew what business hours are is told so once, for all cells that count in them', () => {
    const basic = plan(
      'Basic',
      'P1 2 business hours\nP2 4 business hours\nP3 8 business hours\n',
      '  business hours in Office\n',
    );
    const heir = 'plan Better extends Basic {\n  business hours in Early\n}\n';
    const [only, ...more] = found(basic + heir);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: 'lint/worse-than-inherited', path: ['plan Better'] });
    expect(only?.message).toContain('`2 business hours` counted in `Early`');
  });

  test('of a family is held against the one before it, and plans of other families are not', () => {
    const chain =
      plan('Basic', 'all 8 h\n') +
      plan('Silver extends Basic', 'all 2 h\n') +
      plan('Gold extends Basic', 'all 4 h\n');
    expect(lintOf(chain)).toEqual(['lint/worse-than-lower-plan @ 4 h']);
    const families =
      plan('Basic', 'all 8 h\n') + plan('Plus extends Basic', 'all 2 h\n') + plan('Other', 'all 6 h\n');
    expect(lintOf(families)).toEqual([]);
    expect(lintOf(plan('Light', 'all 2 h\n') + plan('Full', 'all 4 h\n'))).toEqual([
      'lint/worse-than-lower-plan @ 4 h',
    ]);
  });
});

describe('a step', () => {
  const steps = (respond: string, resolve: string, clock = 'opened'): string => `
clock resolve { starts on ${clock}; stops on resolved; pauses never; reopen never }
plan Basic {
  targets {
    respond | resolve
    all ${respond} | ${resolve}
  }
}
`;

  test('that is due after the next is found, also where the next is promised in other hours', () => {
    expect(lintOf(steps('8 h', '4 h'))).toEqual(['lint/respond-after-resolve @ 8 h']);
    expect(
      lintOf(steps('8 h in Office', '1 business day in Office at close, day of receipt counts')),
    ).toEqual(['lint/respond-after-resolve @ 8 h in Office']);
    expect(lintOf(steps('4 h in Office', '8 h in Office'))).toEqual([]);
  });

  test('is in order where one is counted from the other, and cannot be held against one that starts later', () => {
    expect(lintOf(steps('8 h in Office', '4 h after respond is due'))).toEqual([]);
    expect(lintOf(steps('4 h before resolve is due', '8 h in Office'))).toEqual([]);
    expect(lintOf(steps('8 h', '4 h', 'acknowledged'))).toEqual([]);
  });
});

describe('a promise and the hours in which somebody works', () => {
  test('of plain hours runs out while nobody is there, unless somebody always is', () => {
    const rows = 'P1 4 h\nP2 4 h in Office\nP3 1 business day in Office at close\n';
    expect(lintOf(plan('Basic', rows, '  coverage receive in Office\n'))).toEqual([
      'lint/due-while-shut @ 4 h',
    ]);
    expect(
      lintOf(plan('Basic', rows, '  coverage receive in Office\n  coverage receive in 24x7 for P1\n')),
    ).toEqual([]);
    expect(lintOf(plan('Basic', rows))).toEqual([]);
  });

  test('of hours of another calendar runs out where that opens earlier', () => {
    const covered = '  coverage receive in Office\n';
    expect(lintOf(plan('Basic', 'all 2 h in Early\n', covered))).toEqual([
      'lint/due-while-shut @ 2 h in Early',
    ]);
    expect(tickets(plan('Basic', 'all 2 h in Early\n', covered))[0]).toMatch(
      /^opened Thu 2026-01-01 00:00, it is due Thu 2026-01-01 09:00, and `Office` opens Thu 2026-01-01 09:00: then; so it is for 70.2%/,
    );
    // Two hours from seven end as the office opens; three end behind it.
    expect(lintOf(plan('Basic', 'all 3 h in Early\n', covered))).toEqual([]);
  });

  test('is told once for all cells of a table, at the first', () => {
    const [only, ...more] = found(
      plan('Basic', 'P1 1 h\nP2 2 h\nP3 3 h\n', '  coverage receive in Office\n'),
    );
    expect(more).toEqual([]);
    expect(only?.related.map(({ message }) => message)).toEqual([
      '`Office` is said here',
      'and so is this',
      'and so is this',
    ]);
  });

  test('is left alone where coverage is said by the hour, or by two lines of which either may be meant', () => {
    const byHour =
      '  coverage receive in Office\n  coverage receive best effort when opened outside Office\n';
    expect(lintOf(plan('Basic', 'all 4 h\n', byHour))).toEqual([]);
    const lower = plan('Basic', 'all 4 h in Office\n', '  coverage receive in Office for P1\n');
    const heir = plan('Better extends Basic', 'all 4 h\n', '  coverage receive in 24x7\n');
    expect(lintOf(lower + heir)).toEqual([]);
  });

  test('counts the hours of the customer as those of one in the contract’s own zone', () => {
    const own = `calendar Theirs {
  zone      of customer
  open      Mon..Fri 09:00-17:00
  holidays  none
}
${plan('Basic', 'all 2 h\n', '  coverage receive in Theirs\n')}`;
    expect(tickets(own)[0]).toMatch(
      /^opened Fri 2026-10-23 17:00, it is due Fri 2026-10-23 19:00, and `Theirs` opens Mon 2026-10-26 09:00/,
    );
  });
});

describe('a silence', () => {
  const because = 'because the page says so';
  const lower = plan('Basic', 'all 4 h in Office\n');

  test('takes away what the hours show, where it stands', () => {
    const heir = plan(
      'Better extends Basic',
      `# surety: allow lint/worse-than-inherited ${because}\nall 6 h\n`,
    );
    expect(lintOf(lower + heir)).toEqual([]);
  });

  test('that takes nothing away, since all tickets are in order, is reported', () => {
    const silence = `# surety: allow lint/worse-than-inherited ${because}`;
    const heir = plan('Better extends Basic', `${silence}\nall 4 h\n`);
    expect(lintOf(lower + heir)).toEqual([`lint/unused-silence @ ${silence}`]);
  });
});

test('a contract is looked at from the day it takes effect, or from when its holidays are known', () => {
  const dated = two('4 h in Office', '6 h');
  expect(tickets(dated, 'effective 2028-09-06 in Europe/Berlin')[0]).toMatch(/^opened Wed 2028-09-06 09:00/);
  const known = dated.replace(
    'plan Basic',
    'holidays Own { covers 2030..2031; every 12-25 "Christmas" }\nplan Basic',
  );
  const text = contract(known).replace('holidays  none', 'holidays  Own');
  expect(withConsequences(lintText(text), []).find(({ code }) => RULES.has(code))?.consequence).toMatch(
    /^opened .* 2030-/,
  );
});

test('lines that tell more kinds of tickets apart than anybody would wait for are left alone, and that is said', () => {
  const facts = Array.from({ length: 6 }, (_, i) => `fact${i}`);
  const words = Array.from({ length: 6 }, (_, i) => `w${i}`).join(', ');
  const tables = facts.map((fact) => `  targets for ${fact} w1 {\n    respond\n    all 6 h\n  }\n`).join('');
  const text = contract(
    `facts {\n${facts.map((fact) => `  ${fact} one of ${words}\n`).join('')}}\n` +
      `plan Basic {\n  targets {\n    respond\n    all 4 h in Office\n  }\n}\nplan Better extends Basic {\n${tables}}\n`,
  );
  const collector = new Collector();
  const { contract: checked } = checkContract(
    [parseFile(createSourceFile('many.plan', text), collector)],
    collector,
  );
  expect(checkPromises(checked)).toMatchObject([
    { code: 'lint/too-many-kinds', params: { plan: 'Better', metrics: ['respond'] } },
  ]);
});
