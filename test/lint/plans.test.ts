import { expect, test } from 'vitest';
import { briefly, lintText } from '../check/findings.ts';

/** What is found in plans over three severities, two calendars and a clock for each metric. */
function lintOf(plans: string): readonly string[] {
  const text = `contract "Desk" {
  zone  Europe/Berlin
}

severities {
  P1
  P2
  P3
}

# surety: allow lint/unused-name because some tests have plain hours alone
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

calendar Always = Office or 24x7

on raise  count from the change
on lower  keep old

clock respond { starts on opened; stops on reply }

clock resolve { starts on opened; stops on resolved; reopen never }

${plans}
`;
  return briefly(lintText(text)).filter((found) => !/^lint\/(unused-silence|unused-name)/.test(found));
}

const plan = (rows: string, clauses = '', head = 'plan Basic'): string =>
  `${head} {\n${clauses}  targets {\n    respond\n${rows}  }\n}\n`;

test('times are compared by the hours in which they count', () => {
  expect(lintOf(plan('P1 4 h\nP2 2 h\nP3 8 h\n'))).toEqual(['lint/slower-when-more-severe @ 4 h']);
  expect(lintOf(plan('P1 4 h\nP2 4 h in Office\nP3 8 h in Office\n'))).toEqual([]);
  // Opened on Friday night, two hours are over before four of the office begin.
  expect(lintOf(plan('P1 2 h in Office\nP2 4 h\nP3 4 h\n'))).toEqual([
    'lint/slower-when-more-severe @ 2 h in Office',
  ]);
});

test('of a range the hard bound counts', () => {
  expect(lintOf(plan('P1 1 to 4 h\nP2 2 h\nP3 8 h\n'))).toEqual(['lint/slower-when-more-severe @ 1 to 4 h']);
});

test('what a plan inherits and makes worse is found once, where it is said', () => {
  const two = `${plan('all 4 h\n')}${plan('P1 8 h\nP2 2 h\n', '', 'plan Better extends Basic')}`;
  expect(lintOf(two)).toEqual(['lint/slower-when-more-severe @ 8 h', 'lint/worse-than-inherited @ 8 h']);
});

test('a wide line that hides a better one for fewer tickets is worse than what it inherits', () => {
  const phone = '  targets for phone {\n  respond\n  all 1 h\n  }\n';
  const lower = plan('all 8 h\n', phone);
  const better = (more: string): string => lower + plan('all 4 h\n', more, 'plan Better extends Basic');
  expect(lintOf(better(''))).toEqual(['lint/worse-than-inherited @ 4 h']);
  expect(lintOf(better(phone))).toEqual([]);
});

test('a time that is covered at no hour is found in the plan that says it, and not again where it is taken over', () => {
  const covered = '  coverage resolve in Office\n';
  const lower = plan('P1 not offered\nP2 not offered\nP3 not offered\n', covered);
  const heir = (rows: string, name: string, of: string): string =>
    plan(rows, '', `plan ${name} extends ${of}`);
  const all = lower + heir('P1 4 h\n', 'Better', 'Basic') + heir('P1 2 h\n', 'Best', 'Better');
  expect(lintOf(all)).toEqual(['lint/target-not-covered @ 4 h', 'lint/target-not-covered @ 2 h']);
  const unchanged = lower + heir('P1 4 h\n', 'Better', 'Basic') + heir('P2 8 h\n', 'Best', 'Better');
  expect(lintOf(unchanged)).toEqual(['lint/target-not-covered @ 4 h', 'lint/target-not-covered @ 8 h']);
});

test('a severity without a time is left out where a lesser one has one, unless it can be booked or is not offered', () => {
  expect(lintOf(plan('P1 best effort\nP3 4 h\n'))).toEqual(['lint/severity-left-out @ best effort']);
  expect(lintOf(plan('P1 not offered\nP3 4 h\n'))).toEqual(['lint/severity-left-out @ plan Basic']);
  expect(lintOf(plan('P1 not offered\nP2 not offered\nP3 4 h\n'))).toEqual([]);
  expect(lintOf(plan('P1 optional\nP2 4 h\nP3 4 h\n'))).toEqual([]);
  expect(lintOf(plan('P1 4 h\nP2 best effort\nP3 best effort\n'))).toEqual([]);
});

test('hours of the office under a plan that answers round the clock', () => {
  const coverage = '  coverage receive in Always for P1\n  coverage receive in Office\n';
  expect(lintOf(plan('P1 4 h in Office\nP2 4 h in Office\nP3 4 h in Office\n', coverage))).toEqual([
    'lint/hours-under-24x7 @ 4 h in Office',
  ]);
  expect(lintOf(plan('P1 4 h\nP2 4 h in Office\nP3 4 h in Office\n', coverage))).toEqual([]);
});

test('a calendar that never shuts is known under any name', () => {
  expect(lintOf(plan('all 4 business hours\n', '  business hours in Always\n'))).toEqual([
    'lint/business-hours-24x7 @ business hours in Always',
  ]);
});
