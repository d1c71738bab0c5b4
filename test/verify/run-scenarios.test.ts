/** Stories of tickets in rows, with dates worked out by hand, and how those that fail are told. */
import { describe, expect, test } from 'vitest';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { loadContract } from '../../src/workspace/load.ts';
import { runScenarios } from '../../src/verify/run-scenarios.ts';
import type { ScenarioResult, Words } from '../../src/verify/scenario-result.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';
import { corpusFiles } from '../corpus/load-corpus.ts';

const DESK = `contract "Desk" version "1" { effective 2026-01-01 in Europe/Berlin }
facts { member yes or no }
severities { P1 "nobody can work"; P2 "somebody cannot" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock resolve {
  starts on opened; stops on resolved; pauses while waiting for customer, third party
  reopen within 5 business days ending at close in Office continues, met is withdrawn
}
clock update { starts on opened; stops on update; pauses never; reopen never }
plan Basic {
  targets {
        respond            | resolve        | update
    P1  1 to 2 h in Office | 8 h in Office  | every 2 h in Office until resolve
    P2  4 h in Office      | 16 h in Office | best effort
  }
  incidents 2 per month, over billed, used when opened, one incident per ticket
  hours 10 per month of administer, outside Office at 2x split at edge, over refused, used when work ends, not rounded
  charge visit EUR 90.00, on arrived
  charge call 1 incidents per started 30 min, on conclusion, besides visit
  eligible when member else refuse "members alone are answered"
}
rule "partly" on restored partly then lower P1 to P2, if customer agrees, silence refuses
rule "silent" after 3 business days ending at close in Office in waiting for customer then tell customer, close
on raise count from open, late from the change, a breach stays a breach
on lower keep elapsed, a breach stays a breach
`;

/** The scenario whose rows and expectations are given, run. */
function run(
  lines: readonly string[],
  { severity = 'P1', contract = DESK, isMember = true } = {},
): ScenarioResult {
  const story = [
    'plan Basic',
    `severity ${severity}`,
    ...(isMember ? ['fact member'] : []),
    'opened Mon 2026-06-01 09:00',
    ...lines,
  ];
  const text = `${contract}\nscenario "a story" {\n${story.map((line) => `  ${line}\n`).join('')}}\n`;
  const { contract: checked, findings } = checkText(text);
  const errors = findings.filter(({ level }) => level === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const [result] = runScenarios(checked, loadPlan(lower(checked)));
  if (result === undefined) throw new Error('no scenario');
  return result;
}

const said = (words: Words) =>
  words.map((part) => (typeof part === 'string' ? part : formatInstantUtc(part))).join('');

/** What is found of each expectation that is not met. */
function failures(lines: readonly string[], options = {}): readonly string[] {
  return run(lines, options)
    .expectations.filter(({ met }) => !met)
    .map(({ expected, found }) => `${said(expected)}: ${said(found)}`);
}

describe('an exclusion', () => {
  const excluding = DESK.replace(
    '  eligible when',
    '  exclude "the work of others" for P1 when not member\n  eligible when',
  ).replace('eligible when member', 'eligible when member or not member');
  const lines = ['at Mon 2026-06-01 10:00 resolved', 'expect refused because "the work of others"'];

  test('refuses the tickets whose case it names, with its own words', () => {
    const told = run(['fact not member', ...lines], { contract: excluding, isMember: false });
    expect(told.expectations.map(({ met }) => met)).toEqual([true]);
  });

  test('leaves those alone that it does not speak of', () => {
    const [ofOthers] = run(lines, { contract: excluding }).expectations;
    expect(ofOthers?.found.join('')).toBe('taken');
    const p2 = run(['fact not member', ...lines], { contract: excluding, severity: 'P2', isMember: false });
    expect(p2.expectations[0]?.found.join('')).toBe('taken');
  });
});

describe('stories with rows of every kind', async () => {
  const path = corpusFiles('good').find((file) => file.endsWith('stories.plan')) ?? '';
  const loaded = await loadContract(path);
  if (loaded.contract === null) throw new Error(`${path} has errors`);
  const results = runScenarios(loaded.contract, loadPlan(loaded.plan()));
  test.each(results.map((result) => [result.scenario.name, result] as const))('%s', (_, { expectations }) => {
    expect(expectations.filter(({ met }) => !met).map(({ found }) => said(found))).toEqual([]);
  });
});

describe('a deadline in a story', () => {
  test('leaves out the time of a pause, and is asked at the end of the story', () => {
    expect(
      failures([
        'at Mon 2026-06-01 13:00 waiting for customer',
        'at Tue 2026-06-02 10:00 resumed',
        // Four hours on Monday, and four from ten on Tuesday.
        'expect resolve by Tue 2026-06-02 14:00',
        'expect resolve by Tue 2026-06-02 13:00',
      ]),
    ).toEqual(['resolve by 2026-06-02T11:00:00Z: by 2026-06-02T12:00:00Z']);
  });
  test('is none while its clock is paused', () => {
    expect(
      failures(['at Mon 2026-06-01 13:00 third party', 'expect resolve by Mon 2026-06-01 17:00']),
    ).toEqual(['resolve by 2026-06-01T15:00:00Z: paused, and has no deadline while it is']);
  });
  test('of a range is the second bound, and the first is what is aimed at', () => {
    expect(
      failures([
        'at Mon 2026-06-01 09:30 acknowledged',
        'expect respond aimed at Mon 2026-06-01 10:00',
        'expect respond by Mon 2026-06-01 11:00',
        'expect resolve aimed at Mon 2026-06-01 17:00',
      ]),
    ).toEqual([
      'resolve aimed at 2026-06-01T15:00:00Z: nothing that is aimed at before it: running, due 2026-06-01T15:00:00Z',
    ]);
  });
  test('without rows is what a ticket opened then is promised', () => {
    expect(
      failures(['expect respond by Mon 2026-06-01 11:00', 'expect update by Mon 2026-06-01 11:00']),
    ).toEqual([]);
  });
});

describe('what becomes of a promise', () => {
  test('it is met at its deadline, and missed a second later', () => {
    expect(failures(['at Mon 2026-06-01 11:00 reply', 'expect respond met at Mon 2026-06-01 11:00'])).toEqual(
      [],
    );
    expect(failures(['at Mon 2026-06-01 11:00:01 reply', 'expect respond met'])).toEqual([
      'respond met: missed at 2026-06-01T09:00:00Z, due 2026-06-01T09:00:00Z',
    ]);
  });
  test('it is missed since its deadline, where nothing happens until then', () => {
    expect(failures(['expect respond missed at Mon 2026-06-01 11:00'])).toEqual([]);
    expect(failures(['expect respond missed at Mon 2026-06-01 10:00'])).toEqual([
      'respond missed at 2026-06-01T08:00:00Z: running, due 2026-06-01T09:00:00Z',
    ]);
  });
  test('a story that has not come to the deadline has not missed it', () => {
    expect(failures(['until Mon 2026-06-01 10:59', 'expect respond missed'])).toEqual([
      'respond missed: running, due 2026-06-01T09:00:00Z',
    ]);
    expect(failures(['until Mon 2026-06-01 12:00', 'expect respond missed'])).toEqual([]);
  });
  test('each run of a clock that repeats has its own', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 update',
        'at Mon 2026-06-01 13:00 update',
        'expect update 1 met at Mon 2026-06-01 10:00',
        'expect update 2 missed at Mon 2026-06-01 12:00',
        'expect update 3 by Mon 2026-06-01 15:00',
        'expect update 4 running',
      ]),
    ).toEqual(['update 4 running: not there: its clock has had 3 runs']);
  });
  test('it ends with a ticket that is cancelled', () => {
    expect(
      failures(['at Mon 2026-06-01 10:00 cancelled', 'expect resolve cancelled at Mon 2026-06-01 10:00']),
    ).toEqual([]);
  });
});

describe('a severity in a story', () => {
  const agreed = ['at Mon 2026-06-01 11:00 restored partly', 'at Mon 2026-06-01 12:00 agreed'];
  test('becomes another when the customer agrees, and the customer was asked before', () => {
    expect(
      failures([
        ...agreed,
        'expect severity becomes P2 at Mon 2026-06-01 12:00',
        'expect severity P1 at Mon 2026-06-01 11:59',
        'expect severity P2',
        'expect notice to customer at Mon 2026-06-01 11:00',
        // Three hours had passed by noon; thirteen are left, five of them on Monday.
        'expect resolve by Tue 2026-06-02 17:00',
      ]),
    ).toEqual([]);
  });
  test('stays where the customer refuses', () => {
    expect(
      failures([
        'at Mon 2026-06-01 11:00 restored partly',
        'at Mon 2026-06-01 12:00 refused',
        'expect severity becomes P2',
      ]),
    ).toEqual(['severity becomes P2: P1, and does not change']);
  });
  test('is another when it changes again', () => {
    expect(
      failures(
        [
          'at Mon 2026-06-01 10:00 raised to P1',
          'at Mon 2026-06-01 11:00 lowered to P2',
          'expect severity becomes P1 at Mon 2026-06-01 11:00',
        ],
        { severity: 'P2' },
      ),
    ).toEqual([
      'severity becomes P1 at 2026-06-01T09:00:00Z: P1 at 2026-06-01T08:00:00Z, then P2 at 2026-06-01T09:00:00Z',
    ]);
  });
});

describe('a state in a story', () => {
  test('ends as another one begins, or with what names it', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 waiting for customer',
        'at Mon 2026-06-01 11:00 third party',
        'at Mon 2026-06-01 12:00 resumed from third party',
        'expect state waiting for customer at Mon 2026-06-01 10:30',
        'expect state third party at Mon 2026-06-01 11:30',
        'expect state waiting for customer at Mon 2026-06-01 11:30',
        'expect state third party',
      ]),
    ).toEqual([
      'state waiting for customer at 2026-06-01T09:30:00Z: third party',
      'state third party: in no state',
    ]);
  });
  test('that pauses nothing ends one that pauses', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 waiting for customer',
        'at Mon 2026-06-01 11:00 "in progress"',
        'expect resolve by Tue 2026-06-02 10:00',
        'expect state "in progress"',
      ]),
    ).toEqual([]);
  });
});

describe('what a ticket is charged', () => {
  test('work is split at the edge of the day, and counts twice outside it', () => {
    expect(
      failures([
        'at Mon 2026-06-01 16:00 work 2 h of administer',
        'until Tue 2026-06-02 09:00',
        'expect charges 3 hours',
      ]),
    ).toEqual([]);
  });
  test('work that has not ended by the end of the story is not charged', () => {
    expect(failures(['at Mon 2026-06-01 16:00 work 2 h of administer', 'expect charges 3 hours'])).toEqual([
      'charges 3 hours: charged nothing',
    ]);
  });
  test('a charge by time is made on its event, for all work of its name since the last time', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 work 20 min of call',
        'at Mon 2026-06-01 11:00 work 40 min of call',
        'at Mon 2026-06-01 12:00 conclusion',
        'at Mon 2026-06-01 13:00 work 10 min of call',
        'at Mon 2026-06-01 14:00 conclusion',
        // One and two half hours begun, and one more; three of the four are beyond the two of a month.
        'expect charges 4 incidents',
        'expect over 2 incidents',
      ]),
    ).toEqual([]);
  });
  test('a sum is charged once for each time, whatever work there was', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 work 1 h of administer',
        'at Mon 2026-06-01 12:00 work 1 h of administer',
        'at Mon 2026-06-01 14:00 arrived',
        'expect charges EUR 90.00',
        'expect charges EUR 90',
        'expect charges EUR 180',
        'expect charges nothing',
      ]),
    ).toEqual(['charges EUR 180: charged 2 hours, EUR 90', 'charges nothing: charged 2 hours, EUR 90']);
  });
  test('what is beyond the quota and refused is no charge', () => {
    expect(
      failures([
        'at Mon 2026-06-01 09:00 used 9 hours',
        'at Mon 2026-06-01 10:00 work 2 h of administer',
        'until Mon 2026-06-01 13:00',
        'expect charges 1 hours',
        'expect over 1 hours',
      ]),
    ).toEqual([]);
  });
});

test('what was bought before the ticket is opened is no step of its clocks', () => {
  expect(
    failures([
      'at Mon 2026-05-04 09:00 used 1 hours',
      'at Mon 2026-06-01 10:00 acknowledged',
      'expect respond by Mon 2026-06-01 11:00',
      'expect resolve running',
    ]),
  ).toEqual([]);
});

describe('a ticket that is not taken', () => {
  test('is refused in the words of the contract, and has no clock and no charge', () => {
    const { expectations } = run(['expect refused because "members alone are answered"']);
    expect(expectations.map(({ met, found }) => [met, said(found)])).toEqual([[false, 'taken']]);
    const contract = DESK;
    const refused = ['fact not member', 'expect refused', 'expect charges nothing', 'expect respond running'];
    const text = `${contract}\nscenario "another" { plan Basic; severity P1; opened Mon 2026-06-01 09:00; ${refused.join('; ')} }`;
    const { contract: checked } = checkText(text);
    const [result] = runScenarios(checked, loadPlan(lower(checked)));
    expect(result?.expectations.map(({ met, found }) => [met, said(found)])).toEqual([
      [true, 'refused because "members alone are answered"'],
      [true, 'charged nothing'],
      [false, 'refused because "members alone are answered"'],
    ]);
  });
});

describe('time that passes', () => {
  test('closes a ticket whose customer is silent, and tells so', () => {
    expect(
      failures([
        'at Mon 2026-06-01 10:00 waiting for customer',
        'expect closed at Thu 2026-06-04 17:00',
        'expect notice to customer at Thu 2026-06-04 17:00',
        'expect no notice to customer at Wed 2026-06-03 17:00',
        'expect resolve cancelled at Thu 2026-06-04 17:00',
      ]),
    ).toEqual([]);
  });
  test('does nothing after the end of the story', () => {
    expect(failures(['at Mon 2026-06-01 10:00 waiting for customer', 'expect closed'])).toEqual([
      'closed: open',
    ]);
  });
});
