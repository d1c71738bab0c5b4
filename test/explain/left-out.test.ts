/** What `due` says beside its deadlines: what may still move them at the opening of this ticket, and nothing else. */
import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { answerDue } from '../../src/cli/ticket/due-answer.ts';
import { readTicket } from '../../src/cli/ticket/read-ticket.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { checkText } from '../check/findings.ts';

const CONTRACT = `contract "Desk" version "1" {
  effective  2026-01-01 until 2026-12-31 in Europe/Berlin
  currency   EUR
  binds      by opened
}
facts {
  described  yes or no
  contact    yes or no
  planned    yes or no
  far        yes or no
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
}
regions by site {
  Here   zone Europe/Berlin  holidays none
  There  zone Asia/Tokyo     holidays none
}
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  limited   Sat 09:00-12:00 admits P1, others best effort
  holidays  none
}
calendar Maintenance {
  zone      Europe/Berlin
  open      Wed 10:00-12:00
  holidays  none
}
state "with an agent" "somebody works on it"
clock respond { starts on opened; stops on reply; pauses never }
clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
on raise count from the change, a breach stays a breach
on lower keep elapsed, a breach stays a breach
escalate resolve at 50% to "team lead"

plan Basic {
  targets {
        respond       | resolve
    P1  4 h in Office | 2 calendar days in Office at same time, received outside hours as received, day of receipt does not count, ending outside hours stays
    P2  8 h in Office | best effort
  }
  attain 90% of respond per month of tickets closed, except none, overall
  price  EUR 10 per month, billed monthly
  credit 5% of "the monthly fee" per missed respond
}
`;

/** The sentences about a ticket under the contract with more in it. */
function besides(
  more: { readonly plan?: string; readonly file?: string },
  ...flags: readonly string[]
): readonly string[] {
  const text = CONTRACT.replace('  attain', () => `  ${more.plan ?? ''}\n  attain`) + (more.file ?? '');
  const { contract, findings } = checkText(text);
  expect(findings.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
  const plan = lower(contract);
  const said = {
    opened: '2026-06-12T16:00',
    severity: 'P1',
    region: 'Here',
    ...Object.fromEntries(flags.filter((flag) => !flag.startsWith('fact ')).map((flag) => flag.split(' '))),
  } as { opened: string; severity: string };
  const fact = flags.flatMap((flag) => (flag.startsWith('fact ') ? [flag.slice(5)] : []));
  const ticket = readTicket(plan, { ...said, fact, holidays: [] });
  return answerDue(loadPlan(plan), 0, ticket, null).leftOut;
}

describe('beside the deadlines of a ticket', () => {
  it('nothing is said of what follows from later events, or touches the invoice alone', () => {
    const plan = `incidents 10 per month, over billed, used when opened, one incident per ticket
  rollover incidents up to 2 in all, oldest first, carried once
  charge call 1 incident, on reply
  rate EUR 100 per hour
  surcharge "travel" EUR 80 per visit
  include "updates"
  advice "call us"
  requires "logs"`;
    const file = `rule "handed on" on "handed over" then raise to P1
rule "told" on opened then tell customer
`;
    expect(besides({ plan, file }, 'severity P2')).toEqual([
      'in limited hours of `Office` it has best effort, and its clocks only stand still here',
    ]);
    expect(besides({ plan, file })).toEqual([]);
  });

  it('a refusal is told where the facts make it certain, and the facts that decide where they do not', () => {
    const plan = 'eligible when contact else refuse "only contacts may ask"';
    expect(besides({ plan })).toEqual(['it may be refused, by `contact`']);
    expect(besides({ plan }, 'fact contact=no')).toEqual(['it is refused: "only contacts may ask"']);
    expect(besides({ plan }, 'fact contact')).toEqual([]);
  });

  it('an exclusion is too, and one in words is for people', () => {
    const plan =
      'exclude "planned work" when planned\n  exclude "far places" when far\n  exclude "acts of God" for P2';
    expect(besides({ plan })).toEqual(['it may be excluded, by `planned`, `far`']);
    expect(besides({ plan }, 'fact planned', 'fact far=no')).toEqual(['it is excluded: "planned work"']);
    expect(besides({ plan }, 'severity P2', 'fact planned=no', 'fact far=no')).toContain(
      'excluded, for people to judge: "acts of God"',
    );
  });

  it('what is required is told with what follows without it', () => {
    expect(besides({ plan: 'requires "logs" when far else clock pauses' }, 'fact far')).toEqual([
      'without "logs" its clocks pause',
    ]);
    expect(besides({ plan: 'requires "logs" when far else clock pauses' }, 'fact far=no')).toEqual([]);
  });

  it('a quota beyond which the promise is lost', () => {
    const plan = 'incidents 10 per month, over refused or billed, used when opened, one incident per ticket';
    expect(besides({ plan })).toEqual(['beyond 10 incidents per month it is refused']);
  });

  it('a rule that holds from the opening on, where it would change this ticket', () => {
    const file = `rule "undescribed" on opened when not described then severity at most P2
rule "far" on opened when far then severity P1
`;
    expect(besides({ file })).toEqual(['the rule "undescribed" may make it P2, by `described`']);
    expect(besides({ file }, 'fact described=no')).toEqual(['the rule "undescribed" makes it P2']);
    expect(besides({ file }, 'fact described')).toEqual([]);
    expect(besides({ file }, 'severity P2', 'fact far')).toContain('the rule "far" makes it P1');
  });

  it('hours that are taken out of a clock, and states in which alone it counts', () => {
    const file = (clock: string) =>
      `metric notice "the customer is told"\nclock notice { starts on opened; stops on notice; reopen never; ${clock} }\n`;
    const plan = 'targets for P1 { notice; all | 6 h in Office }';
    expect(besides({ plan, file: file('pauses during Maintenance') })).toEqual([
      '`notice` stands still in the hours of `Maintenance`, which are not taken out here',
    ]);
    expect(besides({ plan, file: file('pauses during Maintenance') }, 'severity P2').join()).not.toContain(
      'notice',
    );
    expect(besides({ plan, file: file('pauses during Maintenance unless far') }, 'fact far')).toEqual([]);
    expect(besides({ plan, file: file('pauses never; counts only while "with an agent"') })).toEqual([
      '`notice` counts only while "with an agent"',
    ]);
  });

  it('an option that puts another promise in place of one that is shown', () => {
    const plan = 'option "Faster" EUR 5 per month, billed monthly, gives respond 1 h for P1';
    expect(besides({ plan })).toEqual(['with the option "Faster" `respond` is `1 h`']);
    expect(besides({ plan }, 'severity P2').join()).not.toContain('Faster');
  });

  it('a plan that cannot be bought where the ticket comes from', () => {
    expect(besides({ plan: 'available in region There' })).toEqual(['`Basic` cannot be bought in Here']);
    expect(besides({ plan: 'available in region Here' })).toEqual([]);
  });

  it('a ticket from before the contract, and from after it, to the second', () => {
    expect(besides({}, 'opened 2025-12-31T23:59:59')).toEqual([
      'it is opened before 2026-01-01, when the contract takes effect',
    ]);
    expect(besides({}, 'opened 2026-01-01T00:00')).toEqual([]);
    expect(besides({}, 'opened 2026-12-31T23:59:59')).toEqual([]);
    expect(besides({}, 'opened 2027-01-01T00:00')).toEqual([
      'it is opened after 2026-12-31, when the contract ends',
    ]);
  });

  it('a promise that comes again and again', () => {
    expect(besides({ plan: 'targets for P1 { update; all | every 2 h until resolve }' })).toEqual([
      '`update` comes again and again, and the first is shown',
    ]);
  });
});
