/**
 * Contracts that are built to make the compiler slow: what they say is small, however often it is said. Lowered as often
 * as it is named, the last of these calendars would not be done within the age of the universe, let alone in the time
 * that a test is given.
 */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { at } from '../plan/calendar-of-text.ts';
import { briefly, checkText, lintText } from '../check/findings.ts';

const HEAD = `contract "Deep" version "1" {
  zone     Europe/Berlin
  binds    by opened
  tickets  in flight keep old
}

severities {
  P1 "nobody can work"
}

calendar C0 {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

calendar C1 {
  zone      Europe/Berlin
  open      Sat 10:00-12:00
  holidays  none
}
`;

const PLAN = (calendar: string): string => `
clock respond { starts on opened; stops on reply }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }

plan Basic {
  coverage  receive, resolve in ${calendar}
  business  hours in ${calendar}
  targets {
        respond | resolve
    P1  2 business hours | 2 business days in ${calendar} at close, received outside hours at next opening, day of receipt does not count, ending outside hours at next opening
  }
}
`;

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('calendars made of calendars made of calendars', () => {
  for (const [what, expression] of [
    ['or', (i: number) => `calendar C${i + 2} = C${i + 1} or C${i}`],
    ['and', (i: number) => `calendar C${i + 2} = (C${i + 1} or C${i}) and C${i + 1}`],
    // What is in one of two and not in both: of three of these in a row none is empty.
    ['except', (i: number) => `calendar C${i + 2} = (C${i + 1} or C${i}) except (C${i} and C${i + 1})`],
  ] as const) {
    test(`joined by \`${what}\`, forty deep, are checked and compiled at once`, () => {
      const text = `${HEAD}${lines(40, expression)}\n${PLAN('C41')}`;
      expect(briefly(lintText(text)).filter((finding) => !finding.startsWith('lint/'))).toEqual([]);
      const plan = lower(checkText(text).contract);
      expect(plan.calendars.some(({ name }) => name === 'C41')).toBe(true);
    });
  }

  test('keep the hours of their parts', () => {
    const { contract } = checkText(`${HEAD}${lines(40, (i) => `calendar C${i + 2} = C${i + 1} or C${i}`)}\n`);
    const plan = lower(contract);
    const index = plan.calendars.findIndex(({ name }) => name === 'C41');
    const calendar = loadPlan(plan).calendar(index);
    const asked = ['2026-06-12T08:00Z', '2026-06-13T08:30Z', '2026-06-13T11:00Z', '2026-06-14T08:30Z'];
    expect(asked.map((instant) => calendar.isOpen(at(instant)))).toEqual([true, true, false, false]);
  });
});

describe('a condition nested beyond reading', () => {
  const severity = (condition: string): string =>
    `facts { down yes or no }\nseverities {\n  P1 "nobody can work" when ${condition}\n}\n`;

  for (const [what, condition] of [
    ['in parentheses', `${'('.repeat(20_000)}down${')'.repeat(20_000)}`],
    ['under `not`', `${'not '.repeat(20_000)}down`],
    ['under both', `${'not ('.repeat(20_000)}down${')'.repeat(20_000)}`],
  ] as const) {
    test(`${what} is one mistake`, () => {
      const found = briefly(checkText(severity(condition)).findings);
      expect(found.map((finding) => finding.split(' @ ')[0])).toEqual(['syntax/nested-too-deeply']);
    });
  }

  test('begins beyond fifty, and not before', () => {
    const nested = (depth: number): string => severity(`${'('.repeat(depth)}down${')'.repeat(depth)}`);
    expect(briefly(checkText(nested(50)).findings)).toEqual([]);
    expect(briefly(checkText(nested(51)).findings)).toHaveLength(1);
  });
});
