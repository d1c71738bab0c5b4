/** What a scenario holds a contract to, and what it only comes past. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import { countOf, type Coverage, percentOf } from '../../../src/verify/coverage/coverage-model.ts';
import { measureCoverage } from '../../../src/verify/coverage/measure-coverage.ts';
import { runScenarios } from '../../../src/verify/run-scenarios.ts';
import { checkText } from '../../check/findings.ts';

const DESK = `contract "Desk" version "1" { effective 2026-01-01 in Europe/Berlin }
facts { member yes or no; machines number }
severities { P1 "nobody can work"; P2 "somebody cannot" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; closed 2026-06-04 "Corpus Christi"; holidays none }
calendar Weekdays { zone Europe/Berlin; open 24x5 Mon 00:00 .. Fri 24:00; holidays none }
calendar Desk = Office or Weekdays
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
plan Basic {
  targets {
        respond     | resolve
    P1  1 h         | 8 h in Office
    P2  best effort | 16 h in Office
  }
  incidents 2 per month, over billed, used when opened, one incident per ticket
  eligible when member else refuse "members alone are answered"
}
plan Plus extends Basic {
  targets {
        respond | resolve
    P1  30 min  | 4 h in Office
  }
}
rule "many" on opened when machines > 10 then severity P1, tell manager
on raise count from the change, late from the change, a breach stays a breach
on lower keep elapsed, a breach stays a breach
`;

/** The coverage of the desk by scenarios, each told by its lines behind \`fact member\`. */
function coverage(scenarios: readonly (readonly string[])[], contract = DESK): Coverage {
  const stories = scenarios.map((lines, i) => `scenario "${i + 1}" {\n${lines.join('\n')}\n}\n`);
  const { contract: checked, findings } = checkText(contract + stories.join(''));
  const errors = findings.filter(({ level }) => level === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const engine = loadPlan(lower(checked));
  return measureCoverage(engine, runScenarios(checked, engine), (plan) => loadPlan(plan));
}

const P1 = ['plan Basic', 'severity P1', 'fact member'];
const P2 = ['plan Basic', 'severity P2', 'fact member'];

function covered(measured: Coverage): readonly string[] {
  return measured.items.flatMap(({ item, state }) => (state === 'covered' ? [item.words] : []));
}

describe('a cell', () => {
  test('is covered by its deadline', () => {
    expect(covered(coverage([[...P1, 'opened Mon 2026-06-01 09:00', 'expect respond by Mon 2026-06-01 10:00']])))
      .toEqual(['Basic, P1, respond: 1 h']);
  });

  test('is not by an answer that would be in time under many others', () => {
    const inTime = [...P1, 'opened Mon 2026-06-01 09:00', 'at Mon 2026-06-01 09:10 reply', 'expect respond met'];
    expect(covered(coverage([inTime]))).toEqual(['clock respond starts on opened', 'clock respond stops on reply']);
  });

  test('of a word is covered by that word', () => {
    expect(covered(coverage([[...P2, 'opened Mon 2026-06-01 09:00', 'expect respond best effort']]))).toEqual([
      'Basic, P2, respond: best effort',
    ]);
  });

  test('which a plan takes over is one of that plan too, and one that it says anew is not', () => {
    const cells = coverage([]).items.filter(({ item }) => item.kind === 'cell').map(({ item }) => item.words);
    expect(cells).toEqual([
      'Basic, P1, respond: 1 h',
      'Basic, P1, resolve: 8 h in Office',
      'Basic, P2, respond: best effort',
      'Basic, P2, resolve: 16 h in Office',
      'Plus, P1, respond: 30 min',
      'Plus, P1, resolve: 4 h in Office',
      'Plus, P2, respond: best effort',
      'Plus, P2, resolve: 16 h in Office',
    ]);
  });
});

describe('an edge', () => {
  test('is covered by hours that are counted on both sides of the night', () => {
    const overNight = [...P1, 'opened Mon 2026-06-01 13:00', 'expect resolve by Tue 2026-06-02 13:00'];
    expect(covered(coverage([overNight]))).toEqual([
      'Basic, P1, resolve: 8 h in Office',
      '`Office` opens at 09:00',
      '`Office` closes at 17:00',
    ]);
  });

  test('is not by hours within a day, though they lie between both', () => {
    const within = ['plan Plus', 'severity P1', 'opened Mon 2026-06-01 10:00', 'expect resolve by Mon 2026-06-01 14:00'];
    expect(covered(coverage([within]))).toEqual(['Plus, P1, resolve: 4 h in Office']);
  });

  test('of a date is covered by a deadline that steps over it', () => {
    const over = [...P1, 'opened Wed 2026-06-03 13:00', 'expect resolve by Fri 2026-06-05 13:00'];
    expect(covered(coverage([over]))).toContain('`Office` is shut: Corpus Christi');
  });

  test('of dates without a name is told by them', () => {
    const unnamed = DESK.replace(
      'closed 2026-06-04 "Corpus Christi"',
      'closed 2026-06-04; closed every 12-24 .. 12-31; open on 2026-12-05 10:00-14:00',
    );
    const words = coverage([], unnamed).items.map(({ item }) => item.words);
    expect(words.filter((each) => each.startsWith('`Office`'))).toEqual([
      '`Office` opens at 09:00',
      '`Office` closes at 17:00',
      '`Office` is shut: 2026-06-04',
      '`Office` is shut: 12-24 .. 12-31',
      '`Office` has other hours: 2026-12-05',
      '`Office` 2026-12-05: opens at 10:00',
      '`Office` 2026-12-05: closes at 14:00',
    ]);
  });

  test('of a number wants a ticket on either side of it', () => {
    const at = (machines: number) => [
      ...P2,
      `fact machines = ${machines}`,
      'opened Mon 2026-06-01 09:00',
      'at Mon 2026-06-01 10:00 waiting for customer',
      `expect severity ${machines > 10 ? 'P1' : 'P2'}`,
    ];
    expect(covered(coverage([at(10), at(100)]))).not.toContain('machines > 10');
    expect(covered(coverage([at(10), at(11)]))).toContain('machines > 10');
  });

  test('that lies in hours which are open anyway can be shown by no ticket', () => {
    const contract = DESK.replaceAll('8 h in Office', '8 h in Desk').replaceAll(/\b(4|16) h in Office/g, '$1 h in Desk');
    const found = coverage([], contract).items.filter(({ item }) => item.words.startsWith('`Office`'));
    expect(found.map(({ item, state }) => [item.words, state])).toEqual([
      ['`Office` opens at 09:00', 'unreachable'],
      ['`Office` closes at 17:00', 'unreachable'],
      ['`Office` is shut: Corpus Christi', 'unreachable'],
    ]);
  });
});

describe('a severity that facts tell', () => {
  const graded = DESK.replace('P1 "nobody can work"', 'P1 "nobody can work" when machines > 5').replace(
    'P2 "somebody cannot"',
    'P2 "somebody cannot" otherwise',
  );

  test('is covered by a ticket that says them and not its severity', () => {
    const by = (machines: number, severity: string) => [
      'plan Basic',
      `fact member, machines = ${machines}`,
      'opened Mon 2026-06-01 09:00',
      `expect severity ${severity}`,
    ];
    const both = covered(coverage([by(8, 'P1'), by(2, 'P2')], graded));
    expect(both).toEqual(expect.arrayContaining(['P1 by what the ticket says', 'P2 by what the ticket says']));
    expect(covered(coverage([by(8, 'P1')], graded))).not.toContain('P2 by what the ticket says');
  });

  test('has the promises of that severity', () => {
    const due = ['plan Basic', 'fact member, machines = 8', 'opened Mon 2026-06-01 09:00'];
    const measured = coverage([[...due, 'expect respond by Mon 2026-06-01 10:00']], graded);
    expect(covered(measured)).toContain('Basic, P1, respond: 1 h');
  });

  test('must be said by a ticket that says nothing else', () => {
    const silent = ['plan Basic', 'opened Mon 2026-06-01 09:00', 'expect severity P1'];
    expect(() => coverage([silent], graded)).toThrow('the scenario does not say the severity of its ticket');
    expect(() => coverage([[...silent, 'fact member']])).toThrow('the scenario does not say the severity');
  });
});

describe('a rule', () => {
  test('is covered by each of its actions, by its condition, and by what it is not set off by', () => {
    const many = [
      ...P2,
      'fact machines = 11',
      'opened Mon 2026-06-01 09:00',
      'until Mon 2026-06-01 10:00',
      'expect severity P1',
    ];
    expect(covered(coverage([many]))).toContain('rule "many": severity P1');
    expect(covered(coverage([many]))).not.toContain('rule "many": tell manager');
    expect(covered(coverage([[...many, 'expect notice to manager']]))).toContain('rule "many": tell manager');
  });

  test('on changes is covered where no other basis gives the same', () => {
    const raised = (at: string, due: string) => [
      ...P2,
      'opened Mon 2026-06-01 09:00',
      `at Mon 2026-06-01 ${at} raised to P1`,
      `expect resolve by ${due}`,
    ];
    expect(covered(coverage([raised('10:00', 'Tue 2026-06-02 10:00')]))).toContain('on raise: count from the change');
    // Raised as it is opened, it is the same from the opening and from the change.
    expect(covered(coverage([raised('09:00', 'Mon 2026-06-01 17:00')]))).not.toContain(
      'on raise: count from the change',
    );
  });
});

describe('an entitlement', () => {
  test('is covered where one more and one less would be noticed', () => {
    const over = (used: number, expected: string) => [
      ...P2,
      `at Mon 2026-06-01 08:00 used ${used} incidents`,
      'opened Mon 2026-06-01 09:00',
      expected,
    ];
    const quota = 'incidents 2 per month, over billed, used when opened, one incident per ticket';
    expect(covered(coverage([over(2, 'expect over 1 incidents')]))).not.toContain(quota);
    expect(covered(coverage([over(2, 'expect over 1 incidents'), over(1, 'expect over 0 incidents')]))).toContain(quota);
  });

  test('that refuses is covered by what it refuses', () => {
    const refused = ['plan Basic', 'severity P1', 'fact not member', 'opened Mon 2026-06-01 09:00', 'expect refused'];
    expect(covered(coverage([refused]))).toEqual(['refused: members alone are answered']);
  });
});

describe('coverage', () => {
  test('is nothing by a scenario that fails, whatever else of it is so', () => {
    const wrong = [
      ...P1,
      'opened Mon 2026-06-01 13:00',
      'expect resolve by Tue 2026-06-02 13:00',
      'expect respond by Mon 2026-06-01 13:59',
    ];
    expect(covered(coverage([wrong]))).toEqual([]);
  });

  test('is rounded down, so that a hundred is all', () => {
    expect([percentOf(199, 200), percentOf(200, 200), percentOf(0, 0), percentOf(1, 3)]).toEqual([99, 100, 100, 33]);
  });

  test('leaves what no ticket can show out of the count', () => {
    const measured = coverage([]);
    const shown = measured.items.filter(({ state }) => state !== 'unreachable');
    expect(countOf(measured, null)).toEqual({ covered: 0, of: shown.length, percent: 0 });
  });
});
