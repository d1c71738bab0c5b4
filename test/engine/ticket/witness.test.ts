/** What a witness is told of one ticket, in the order in which it is done. Calendar B is Monday to Friday 09:00-17:00. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  prepareProgram,
  readEvent,
  ticketMachine,
  type TicketEvent,
  type Witness,
} from '../../../src/engine/ticket/index.ts';
import { desk, same } from '../../traps/desk.ts';
import { instant, planOf, type Row } from './story.ts';

/** One line for each that is told, with the time of day in UTC. */
function told(contract: string, rows: readonly Row[], until?: string): readonly string[] {
  const program = prepareProgram([loadPlan(planOf(contract))]);
  const events = rows.map(
    ([at, event, says = {}]) => readEvent(program, { at: instant(at), event, says }) as TicketEvent,
  );
  const lines: string[] = [];
  let now = '';
  const say = (line: string) => lines.push(`${now} ${line}`);
  const witness: Witness = {
    instant: (at) => {
      now = new Date(at).toISOString().slice(8, 16);
    },
    rule: ({ rule }, stage, outcome) => say(`rule ${rule.name} ${stage}: ${outcome}`),
    began: (metric, run) => say(`${program.metrics[metric] ?? ''} ${run.occurrence} began`),
    changed: (metric, before, after, line, of) =>
      say(
        `${program.metrics[metric] ?? ''} changed for ${of} by ${line.basis.kind}, ${before?.promises ?? 'none'} > ${after?.promises ?? 'none'}`.replaceAll(
          /-Infinity \{.*?"seconds":(\d+).*?\}/g,
          (_, seconds: string) => `${Number(seconds) / 3600} h`,
        ),
      ),
    paused: (_, pauses, isHeld) =>
      say(`paused ${pauses.map(({ holds }) => holds).join()}${isHeld ? ' held' : ''}`),
    reopened: (metric, ended) =>
      say(`${program.metrics[metric] ?? ''} reopened, over ${new Date(ended).toISOString().slice(8, 16)}`),
    judged: (metric, run, verdict) =>
      say(`${program.metrics[metric] ?? ''} ${run.occurrence} ${verdict.status}`),
  };
  ticketMachine(program).judge(events, until === undefined ? NaN : instant(until), witness);
  return lines;
}

const OPENED: Row = ['2026-06-01T09:00Z', 'opened', { severity: 'P3', plan: 'Basic' }];

describe('a rule', () => {
  const extra = 'facts { urgent yes or no }';
  test('is told to have fired, or why it has not', () => {
    const contract = desk({
      extra,
      rules: `rule "all" on reply then tell "one"
rule "urgent" on reply when urgent then tell "one"
on raise keep old
on lower keep old`,
    }).replace(
      '\nrule "all"',
      '\nplan Plus extends Basic { rule "of plus" on reply then tell "one" }\nrule "all"',
    );
    expect(told(contract, [OPENED, ['2026-06-01T10:00Z', 'reply']])).toEqual([
      '01T09:00 resolve 1 began',
      '01T10:00 rule of plus 0: of another plan',
      '01T10:00 rule all 0: fired',
      '01T10:00 rule urgent 0: condition does not hold',
      '01T10:00 resolve 1 running',
    ]);
  });
  test('that waits for the customer is told to have asked, once, and to have fired when it is answered', () => {
    const contract = desk({
      rules: `rule "half" on reply then tell "one", if customer agrees, silence refuses
on raise keep old
on lower keep old`,
    });
    expect(
      told(contract, [
        OPENED,
        ['2026-06-01T10:00Z', 'reply'],
        ['2026-06-01T11:00Z', 'reply'],
        ['2026-06-01T12:00Z', 'agreed'],
        ['2026-06-01T13:00Z', 'reply'],
        ['2026-06-01T14:00Z', 'refused'],
      ]),
    ).toEqual([
      '01T09:00 resolve 1 began',
      '01T10:00 rule half 0: asked',
      '01T11:00 rule half 0: asked before',
      '01T12:00 rule half 0: fired',
      '01T13:00 rule half 0: asked',
      '01T14:00 resolve 1 running',
    ]);
  });
  test('that goes on in stages is told by the stage', () => {
    const contract = same('8 h', {
      rules: 'rule "slow" after 1 h in waiting for customer then tell "one", after 1 more h then tell "two"',
    });
    expect(
      told(contract, [OPENED, ['2026-06-01T10:00Z', 'waiting for customer']], '2026-06-01T13:00Z'),
    ).toEqual([
      '01T09:00 resolve 1 began',
      '01T11:00 rule slow 0: fired',
      '01T12:00 rule slow 1: fired',
      '01T13:00 resolve 1 running',
    ]);
  });
  test('that caps the severity is told whenever a severity is asked for', () => {
    const contract = desk({
      extra,
      rules: `rule "cap" when not urgent then severity at most P3
rule "cap of the urgent" when urgent then severity at most P3
on raise keep old
on lower keep old`,
    }).replace(
      '\nrule "cap"',
      '\nplan Plus extends Basic { rule "cap of plus" when urgent then severity at most P3 }\nrule "cap"',
    );
    expect(
      told(contract, [['2026-06-01T09:00Z', 'opened', { severity: 'P1', plan: 'Basic', urgent: 'no' }]]),
    ).toEqual([
      '01T09:00 rule cap of plus 0: of another plan',
      '01T09:00 rule cap 0: fired',
      '01T09:00 rule cap of the urgent 0: condition does not hold',
      '01T09:00 resolve 1 began',
      '01T09:00 resolve 1 running',
    ]);
  });
});

describe('a clock', () => {
  test('is told to change with the line by which it does, and as it was and comes to be', () => {
    const contract = desk({ p1: '4 h', p3: '8 h', rules: 'on raise proportional\non lower keep old' });
    expect(
      told(contract, [
        OPENED,
        ['2026-06-01T10:00Z', 'raised', { severity: 'P1' }],
        ['2026-06-01T11:00Z', 'lowered', { severity: 'P3' }],
      ]),
    ).toEqual([
      '01T09:00 resolve 1 began',
      '01T10:00 resolve changed for raise by proportional, 8 h > 4 h',
      '01T11:00 resolve changed for lower by keep old, 4 h > 8 h',
      '01T11:00 resolve 1 running',
    ]);
  });
  test('is told by which of its lines it pauses, and whether it is held', () => {
    const contract = same('8 h', {
      extra: 'state "with an agent" "somebody works on it"',
      clock:
        'starts on opened; stops on resolved; pauses while waiting for customer; pauses while third party; counts only while "with an agent"; reopen never',
    });
    expect(
      told(contract, [
        OPENED,
        ['2026-06-01T10:00Z', 'third party'],
        ['2026-06-01T11:00Z', 'with an agent'],
        ['2026-06-01T12:00Z', 'waiting for customer'],
      ]),
    ).toEqual([
      '01T09:00 resolve 1 began',
      '01T09:00 paused false,false held',
      '01T10:00 paused false,true held',
      '01T11:00 paused false,false',
      '01T12:00 paused true,false held',
      '01T12:00 resolve 1 paused',
    ]);
  });
  test('is told when it is over, taken up again or begun once more', () => {
    const reopened = (does: string) =>
      told(
        same('8 h', {
          clock: `starts on opened; stops on resolved; pauses never; reopen within 40 h ${does}`,
        }),
        [OPENED, ['2026-06-01T10:00Z', 'resolved'], ['2026-06-01T12:00Z', 'reopened']],
      ).slice(1);
    expect(reopened('continues, met is withdrawn')).toEqual([
      '01T12:00 resolve reopened, over 01T10:00',
      '01T12:00 resolve 1 running',
    ]);
    expect(reopened('continues, met stands')).toEqual([
      '01T12:00 resolve 1 met',
      '01T12:00 resolve reopened, over 01T10:00',
      '01T12:00 resolve 2 running',
    ]);
    expect(reopened('starts afresh, met stands')).toEqual([
      '01T12:00 resolve 1 met',
      '01T12:00 resolve 2 began',
      '01T12:00 resolve 2 running',
    ]);
    expect(reopened('starts afresh, met is withdrawn')).toEqual([
      '01T12:00 resolve 1 began',
      '01T12:00 resolve 1 running',
    ]);
  });
  test('that nothing has started is told where it is promised', () => {
    const contract = same('8 h', {
      clock: 'starts on described; stops on resolved; pauses never; reopen never',
    });
    expect(told(contract, [OPENED])).toEqual(['01T09:00 resolve 1 not started']);
  });
});
