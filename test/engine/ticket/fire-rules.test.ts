/** What each action of a rule does to a ticket. Severities are P1, P2 and P3; 1 June 2026 is a Monday. */
import { describe, expect, test } from 'vitest';
import { RuleLoopError } from '../../../src/engine/ticket/index.ts';
import { type Row, tell } from './story.ts';

const desk = (rules: string, plus = '') => `contract "Desk" version "1" { zone Europe/Berlin }
facts { urgent yes or no
  big yes or no }
severities { P1 "all" when urgent
  P2 "some" when big
  P3 "one" otherwise }
event first "the first thing"
event second "the second thing"
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
plan Basic { targets { resolve
  P1 | 4 h in B
  P2 | 8 h in B
  P3 | 16 h in B } }
plan Plus extends Basic { ${plus} }
${rules}
on raise count from the change
on lower count from the change
`;

const opened = (severity: string, plan = 'Basic'): Row => [
  '2026-06-01T09:00Z',
  'opened',
  { severity, plan, urgent: 'no', big: 'no' },
];
const FIRST: Row = ['2026-06-01T10:00Z', 'first'];
const SECOND: Row = ['2026-06-01T11:00Z', 'second'];
const NAMES = ['P1', 'P2', 'P3'];

/** The severity that a ticket has come to, from each of the three. */
function from(rules: string, ...rows: readonly Row[]): readonly (string | undefined)[] {
  return NAMES.map((severity) => NAMES[tell(desk(rules), [opened(severity), FIRST, ...rows]).severity]);
}

describe('a rule', () => {
  test('sets a severity, raises no ticket to a lower one, and lowers none to a higher', () => {
    expect(from('rule "sets" on first then severity P2')).toEqual(['P2', 'P2', 'P2']);
    expect(from('rule "raises" on first then raise to P2')).toEqual(['P1', 'P2', 'P2']);
    expect(from('rule "lowers" on first then lower to P2')).toEqual(['P2', 'P2', 'P3']);
  });
  test('goes by steps from the severity that the ticket has, once', () => {
    expect(from('rule "raises" on first then raise P2 to P1 or P3 to P2')).toEqual(['P1', 'P1', 'P2']);
    expect(from('rule "lowers" on first then lower P1 to P2 or P2 to P3')).toEqual(['P2', 'P3', 'P3']);
  });
  test('caps a severity of its own event, and leaves what is less severe', () => {
    expect(from('rule "caps" on first then severity at most P2')).toEqual(['P2', 'P2', 'P3']);
  });
  test('takes the severity that the facts make, which is a correction', () => {
    const rules =
      'rule "facts" on first then severity by facts\nrule "told" on corrected then tell "the lead"';
    expect(from(rules)).toEqual(['P3', 'P3', 'P3']);
    const told = tell(desk(rules), [opened('P1'), FIRST]);
    expect(told.notices.map(({ to, by, kind }) => [to, by, kind])).toEqual([['the lead', 'told', 'rule']]);
    expect(told.changes).toEqual([{ at: Date.parse('2026-06-01T10:00Z'), from: 0, to: 2, rule: 'facts' }]);
    expect(tell(desk(rules), [opened('P3'), FIRST]).notices).toEqual([]);
  });
  test('sets off those that wait for the change that it makes, and no others', () => {
    const rules = `rule "raises" on first then raise P2 to P1
rule "raised" on raised then tell "one"
rule "lowered" on lowered then tell "two"`;
    const names = (severity: string) =>
      tell(desk(rules), [opened(severity), FIRST]).notices.map(({ to }) => to);
    expect([names('P2'), names('P3')]).toEqual([['one'], []]);
  });
  test('tells somebody when it fires', () => {
    const { notices } = tell(desk('rule "tells" on first then tell customer, tell "the lead"'), [
      opened('P3'),
      FIRST,
    ]);
    const at = Date.parse('2026-06-01T10:00Z');
    expect(notices).toEqual([
      { at, to: 'customer', by: 'tells', kind: 'rule' },
      { at, to: 'the lead', by: 'tells', kind: 'rule' },
    ]);
  });
  test('closes a ticket, and has it wait for the customer', () => {
    expect(tell(desk('rule "ends" on first then close'), [opened('P3'), FIRST])).toMatchObject({
      isClosed: true,
      closed: Date.parse('2026-06-01T10:00Z'),
    });
    const { states, clocks } = tell(desk('rule "asks" on first then wait'), [opened('P3'), FIRST]);
    expect([states, clocks[0]?.status]).toEqual([[0], 'paused']);
  });
  test('that closes what is closed sets off nothing that waits for closing', () => {
    const rules = 'rule "ends" on first then close\nrule "told" on closed then tell "the archive"';
    expect(tell(desk(rules), [opened('P3'), FIRST, [SECOND[0], 'first']]).notices).toHaveLength(1);
  });
  test('of a plan is for that plan and those that extend it', () => {
    const text = desk('', 'rule "of plus" on first then severity P1');
    expect(tell(text, [opened('P3', 'Plus'), FIRST]).severity).toBe(0);
    expect(tell(text, [opened('P3'), FIRST]).severity).toBe(2);
  });
  test('is for tickets of its condition, as they are by then', () => {
    const rules = `rule "raises" on first then severity P1
rule "if it is one" on first when severity = P1 then tell "one"
rule "if it is three" on first when severity = P3 then tell "two"`;
    expect(tell(desk(rules), [opened('P3'), FIRST]).notices.map(({ to }) => to)).toEqual(['one']);
  });
  test('that sets itself off again and again at one instant is told by its name', () => {
    const rules = 'rule "up" on lowered then raise to P1\nrule "down" on raised then lower to P3';
    const raised: Row = ['2026-06-01T10:00Z', 'raised', { severity: 'P1' }];
    expect(() => tell(desk(rules), [opened('P2'), raised])).toThrow(RuleLoopError);
    expect(() => tell(desk(rules), [opened('P2'), raised])).toThrow(
      'is set off again and again at one instant',
    );
  });
});

describe('a rule that needs consent', () => {
  const half = 'rule "half" on first then lower to P3, if customer agrees, silence refuses';
  const agrees: Row = ['2026-06-01T12:00Z', 'agreed'];
  const refuses: Row = ['2026-06-01T12:00Z', 'refused'];
  const asked = Date.parse('2026-06-01T10:00Z');
  const answered = Date.parse('2026-06-01T12:00Z');

  test('asks the customer, and does nothing until there is an answer', () => {
    const told = tell(desk(half), [opened('P1'), FIRST]);
    expect(told.severity).toBe(0);
    expect(told.consents).toEqual([{ rule: 'half', asked, answer: 'open', at: null }]);
    expect(told.notices).toEqual([{ at: asked, to: 'customer', by: 'half', kind: 'consent' }]);
  });
  test('does what it says when the customer agrees, and nothing when the customer refuses', () => {
    const agreed = tell(desk(half), [opened('P1'), FIRST, agrees]);
    expect([agreed.severity, agreed.consents]).toEqual([
      2,
      [{ rule: 'half', asked, answer: 'agreed', at: answered }],
    ]);
    const refused = tell(desk(half), [opened('P1'), FIRST, refuses]);
    expect([refused.severity, refused.consents]).toEqual([
      0,
      [{ rule: 'half', asked, answer: 'refused', at: answered }],
    ]);
  });
  test('asks once until it is answered, and again after that', () => {
    const rows: readonly Row[] = [
      opened('P1'),
      FIRST,
      [SECOND[0], 'first'],
      refuses,
      ['2026-06-01T13:00Z', 'first'],
    ];
    expect(tell(desk(half), rows).consents.map(({ answer }) => answer)).toEqual(['refused', 'open']);
  });
  test('is answered with all others that wait, each of which does what it says', () => {
    const both = `${half}\nrule "other" on second then tell "the lead", if customer agrees, silence refuses`;
    const told = tell(desk(both), [opened('P1'), FIRST, SECOND, agrees]);
    expect(told.consents.map(({ rule, answer }) => [rule, answer])).toEqual([
      ['half', 'agreed'],
      ['other', 'agreed'],
    ]);
    expect([told.severity, told.notices.at(-1)?.to]).toEqual([2, 'the lead']);
  });
  test('of which silence agrees is answered by itself alone when its own time is over', () => {
    const both = `rule "half" on first then lower to P3, if customer agrees, silence agrees after 2 h
rule "other" on second then tell "the lead", if customer agrees, silence agrees after 2 h`;
    const told = tell(desk(both), [opened('P1'), FIRST, SECOND], '2026-06-01T12:30Z');
    expect(told.consents.map(({ rule, answer, at }) => [rule, answer, at])).toEqual([
      ['half', 'agreed', answered],
      ['other', 'open', null],
    ]);
    expect(told.severity).toBe(2);
    // What the customer says before is what counts.
    expect(
      tell(desk(both), [opened('P1'), FIRST, ['2026-06-01T11:59Z', 'refused']], '2026-06-02T00:00Z').severity,
    ).toBe(0);
  });
});
