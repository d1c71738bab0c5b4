import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { deadline, targetOf } from '../../src/reference/index.ts';
import { promisesOf } from '../../src/simulate/promises.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { checkText, lintText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { at } from '../plan/calendar-of-text.ts';

const calendar = (name: string, open: string): string =>
  `calendar ${name} { zone Europe/Berlin; open ${open}; holidays none }\n`;

function desk(calendars: string, tables: string): string {
  return `contract "Desk" version "1" { effective 2026-06-01 in Europe/Berlin }
severities { P1 "nobody can work"; P2 "anything else" }
${calendars}
clock respond { starts on opened; stops on reply }
plan Basic {
${tables}
}
on raise count from the change
on lower keep old
`;
}
const table = (head: string, cell: string): string => `  targets ${head} { respond; all ${cell} }`;
const OFFICE = calendar('Office', 'Mon..Fri 09:00-17:00');

/** Errors and warnings, in reading order. */
function arrivals(text: string): readonly string[] {
  return lintText(text).flatMap(({ level, code, message }) =>
    level === 'assumption' ? [] : [`${code}: ${message}`],
  );
}

describe('promises by the hour of opening', () => {
  test('leave a gap where no table names the hour, and the finding says when it begins', () => {
    const text = desk(
      OFFICE + calendar('Evening', 'Mon..Fri 17:31-24:00'),
      [
        table('when opened in Office', '1 h'),
        table('when opened in Evening', '2 h'),
        table('for P2', '8 h'),
      ].join('\n'),
    );
    expect(arrivals(text)).toEqual([
      'lint/arrival-gap: `Basic` promises nothing to `respond` when a ticket of `P1` is opened on Mon 2026-06-01 00:00',
    ]);
  });

  test('have a gap of half an hour found between bands that cover all else', () => {
    const nearly = calendar('Evening', 'Mon..Fri 17:30-24:00') + calendar('Night', 'Mon..Fri 00:00-09:00');
    const weekend = calendar('Weekend', 'Sat, Sun 00:00-24:00');
    const tables = ['Office', 'Evening', 'Night', 'Weekend'].map((name) =>
      table(`when opened in ${name}`, '1 h'),
    );
    expect(arrivals(desk(OFFICE + nearly + weekend, tables.join('\n')))).toEqual([
      'lint/arrival-gap: `Basic` promises nothing to `respond` when a ticket of `P1` or `P2` is opened on Mon 2026-06-01 17:00',
    ]);
  });

  test.each([
    [
      'in a calendar and outside it',
      [table('when opened in Office', '1 h'), table('when opened outside Office', '4 h')],
    ],
    ['in a calendar and at all other times', [table('when opened in Office', '1 h'), table('', '4 h')]],
    [
      'for one severity, and for both at all times',
      [table('for P1 when opened in Office', '1 h'), table('', '4 h')],
    ],
  ])('%s leave none and share none', (_, tables) => {
    expect(arrivals(desk(OFFICE, tables.join('\n')))).toEqual([]);
  });

  test('that share an hour are an error with the first instant that both hold', () => {
    const both = OFFICE + calendar('Late', 'Mon..Sat 16:00-20:00');
    const tables = [
      table('when opened in Office', '1 h'),
      table('when opened in Late', '2 h'),
      table('', '8 h'),
    ];
    expect(arrivals(desk(both, tables.join('\n')))).toEqual([
      'plan/arrivals-overlap: a ticket opened on Mon 2026-06-01 16:00 is promised both `1 h` and `2 h` to `respond`',
    ]);
  });

  test('may share an hour where one narrows further', () => {
    const both = OFFICE + calendar('Late', 'Mon..Sat 16:00-20:00');
    const tables = [
      table('when opened in Office', '1 h'),
      table('for phone when opened in Late', '2 h'),
      table('', '8 h'),
    ];
    expect(arrivals(desk(both, tables.join('\n')))).toEqual([]);
  });

  test('are told once, of the plan that says them, and not of those that take them over', () => {
    const text = desk(OFFICE, table('when opened in Office', '1 h')).replace(
      'on raise',
      'plan Better extends Basic { channel phone }\non raise',
    );
    expect(arrivals(text)).toHaveLength(1);
  });

  test('are an error where the calendar is not known', () => {
    const { findings } = checkText(desk(OFFICE, table('when opened in Ofice', '1 h')));
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
      { code: 'names/unknown', help: expect.stringContaining('Office') as string },
    ]);
  });
});

describe('the engine, the reference and the simulation', () => {
  const CLOCKS_CHANGE = desk(
    `${OFFICE}${calendar('Night', 'Mon..Sun 22:00-06:00')}
calendar ByRegion { zone of region; open Mon..Fri 08:00-12:00; holidays none }`,
    [
      table('when opened in Office', '1 h'),
      table(
        'when opened in Night',
        'next business day in Office at close, received outside hours as received',
      ),
      table('for P1 and phone when opened outside ByRegion', '5 h in Office'),
      table('', '8 h'),
    ].join('\n'),
  ).replace(
    'severities {',
    'regions by site { EMEA zone Europe/Berlin; US zone America/New_York }\nseverities {',
  );

  test('choose the same cell and the same deadline at every edge of the bands, and beside it', () => {
    const { contract, findings } = checkText(CLOCKS_CHANGE);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    const plan = lower(contract);
    const engine = loadPlan(plan);
    const from = at('2026-03-27T00:00+01:00');
    const edges = plan.calendars.flatMap((_, i) =>
      engine.calendar(i).edgesBetween(from, from + 4 * 86_400_000),
    );
    const instants = [...new Set(edges.flatMap((edge) => [edge - 1, edge, edge + 1]))];
    expect(instants.length).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (const [region, site] of ['EMEA', 'US'].entries()) {
      for (const channel of [null, 'phone']) {
        const facts = { ...NO_FACTS, severity: 'P1', region: site, channel };
        const index = plan.channels.findIndex(({ name }) => name === channel);
        for (const opened of instants) {
          const ticket = { severity: 0, region, channel: index, type: -1, facts: [] };
          const mine = engine.selectTarget(0, 'respond', ticket, opened);
          const theirs = targetOf(contract, 'Basic', 'respond', facts, opened);
          expect([formatInstantUtc(opened), mine?.words]).toEqual([formatInstantUtc(opened), theirs?.words]);
          if (mine === null || theirs === null) throw new Error('nothing is promised');
          seen.add(`${site} ${mine.words}`);
          expect(engine.deadline(mine.promise, opened)).toEqual(
            deadline(contract, theirs.promise, facts, opened),
          );
        }
      }
    }
    expect(seen.size).toBe(8);
  });

  test('give tickets that differ in nothing but their hour each its own promise', () => {
    const { contract } = checkText(CLOCKS_CHANGE);
    const engine = loadPlan(lower(contract));
    const opened = Float64Array.from(
      ['2026-06-12T16:59+02:00', '2026-06-12T17:00+02:00', '2026-06-12T10:00+02:00'].map(at),
    );
    const zeros = new Int8Array(3);
    const none = new Int8Array(3).fill(-1);
    const kinds = {
      opened,
      severity: Uint8Array.from(zeros),
      region: zeros,
      channel: none,
      type: none,
      facts: [],
    };
    expect([...promisesOf(engine, 0, 'respond', kinds).due].map(formatInstantUtc)).toEqual([
      '2026-06-12T15:59:00Z',
      '2026-06-12T23:00:00Z',
      '2026-06-12T09:00:00Z',
    ]);
  });
});
