import { assumption, error, warning } from '../define.ts';
import { addAtEnd, addBehind, addFirstClause, takeOut } from '../fix.ts';
import { desk } from './examples.ts';

const facts = `facts {
  environment  one of production, test
  described    yes or no
}

`;

/** A desk with facts and declarations of one line behind it. */
const deskWith = (...lines: readonly string[]) => `${facts}${desk('4 h')}\n${lines.join('\n')}\n`;

/** A desk whose two severities have promises of their own. */
const unequal = (...lines: readonly string[]) =>
  `${desk('4 h').replace('P1  4 h\n', 'P1  4 h\n    P2  8 h\n')}\n${lines.join('\n')}\n`;

/** A desk that promises more by telephone. */
const byChannel = (...lines: readonly string[]) =>
  `channel phone\nchannel email\n\n${desk('4 h', ['targets for phone {', '      respond', '  P1  1 h', '}'])}\n${lines.join('\n')}\n`;

/** A desk with holidays, and a plan that has none. */
const roundTheClock = (clause: string) =>
  `${desk('4 h in Office', [], `zone  Europe/Berlin\n${clause}`.trimEnd()).replace('holidays  none', 'holidays  Company')}
plan Better extends Basic {
  coverage  receive in 24x7
}

holidays Company {
  covers  2026..2027
  every   12-25  "Christmas"
}
`;

const versioned = (header: string) =>
  desk('4 h', [], header).replace('contract "Desk"', 'contract "Desk" version "2"');

const RAISE = 'on raise  count from the change';
const LOWER = 'on lower  keep old';

/** Findings about rules, escalation, and what a change does to clocks that run. */
export const conductDiagnostics = {
  'rule/no-trigger': error<{ rule: string }>({
    message: ({ rule }) => `nothing says when the rule \`${rule}\` fires`,
    help: () =>
      'write `on opened`, `after 3 business days in Office in waiting`, or a cap: `severity at most P2`',
    page: {
      why: 'A cap holds at all times. Anything else is done once, when something happens.',
      wrong: deskWith('rule "test"  when environment = test then severity P2'),
      right: deskWith('rule "test"  when environment = test then severity at most P2'),
    },
  }),
  'rule/stages-without-state': error<{ rule: string }>({
    message: ({ rule }) => `the rule \`${rule}\` goes on, and begins with no time in a state`,
    help: () => 'begin it with one: `after 3 h in waiting for customer then …, after 4 more h then …`',
    page: {
      why: 'A stage that follows another is counted from its end, for as long as the ticket stays in the state.',
      wrong: deskWith('rule "silent"  on opened then tell customer, after 3 more h then close'),
      right: deskWith('rule "silent"  after 3 h in silence then tell customer, after 3 more h then close'),
    },
  }),
  'rule/stage-never-reached': warning<{ rule: string }>({
    message: ({ rule }) => `this stage of the rule \`${rule}\` is never reached: the ticket is closed before`,
    help: () => 'leave it out, or close the ticket in the last stage',
    page: {
      why: 'A ticket that is closed is no longer in the state in which the stages follow each other.',
      wrong: deskWith('rule "silent"  after 3 h in silence then close, after 3 more h then tell customer'),
      right: deskWith('rule "silent"  after 3 h in silence then tell customer, after 3 more h then close'),
    },
  }),
  'rule/no-predicates': error<{ severity: string }>({
    message: ({ severity }) => `no facts say which tickets are of severity \`${severity}\``,
    help: () =>
      'give each severity a `when …`, the last perhaps `otherwise`, or name the severity that is meant',
    page: {
      why: 'A severity is found by facts only where each of them has a condition over facts.',
      wrong: deskWith('rule "wrong severity"  on reviewed then severity by facts', 'event reviewed'),
      right: deskWith('rule "wrong severity"  on reviewed then severity by facts', 'event reviewed')
        .replace('"nobody can work"', '"nobody can work"  when environment = production')
        .replace('"anything else"', '"anything else"    otherwise'),
    },
  }),
  'rule/never-fires': warning<{ rule: string }>({
    message: ({ rule }) => `no ticket meets the condition of the rule \`${rule}\``,
    help: () => 'the condition contradicts itself; `or` may be meant for `and`',
    page: {
      why: 'A rule that can never fire says something else than its author meant.',
      wrong: deskWith(
        'rule "odd"  on opened when environment = test and environment = production then close',
      ),
      right: deskWith('rule "odd"  on opened when environment = test and not described then close'),
    },
  }),
  'rule/conflict': warning<{ first: string; second: string; clash: string; found: string | null }>({
    message: ({ first, second, clash, found }) =>
      `\`${first}\` and \`${second}\` fire together${found === null ? '' : ` where ${found}`}, and ask for ${clash}`,
    help: () => 'narrow one with `when`, or leave one of them out',
    page: {
      why: 'Of two rules for one event nobody knows which holds, and the deadline hangs on it.',
      wrong: deskWith(
        'rule "bare"  on opened when not described then severity P2',
        'rule "live"  on opened when environment = production then severity P1',
      ),
      right: deskWith(
        'rule "bare"  on opened when not described then severity P2',
        'rule "live"  on opened when environment = production and described then severity P1',
      ),
    },
  }),
  'rule/wrong-direction': error<{ verb: string; from: string; to: string }>({
    message: ({ verb, from, to }) =>
      from === to ? `\`${from}\` to itself is no step` : `\`${from}\` to \`${to}\` does not ${verb} a ticket`,
    help: ({ verb, from, to }) =>
      from === to
        ? 'name the severity it comes to'
        : `write \`${verb} ${to} to ${from}\`, or \`${verb === 'raise' ? 'lower' : 'raise'} ${from} to ${to}\``,
    page: {
      why: 'Severities are listed from the most severe; raising goes up that list and lowering goes down.',
      wrong: deskWith('rule "partly restored"  on restored partly then lower P2 to P1'),
      right: deskWith('rule "partly restored"  on restored partly then lower P1 to P2'),
    },
  }),
  'rule/steps-backwards': error<{ percent: string; before: string }>({
    message: ({ percent, before }) => `${percent}% does not come after ${before}%`,
    help: () => 'list the steps in the order in which they are reached, from above 0%',
    page: {
      why: 'A ladder is climbed from the bottom; a step out of order is a share or a person mistaken.',
      wrong: deskWith('escalate respond at 75% to "team lead", at 50% to "head of support"'),
      right: deskWith('escalate respond at 50% to "team lead", at 75% to "head of support"'),
    },
  }),
  'change/nothing-new': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` keeps the old deadline, so there is no new one to bound`,
    help: () => 'leave the bound out, or count the new promise: `count from open`, `count from the change`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'A floor, or the earlier of two, means something only where a new deadline is counted.',
      wrong: unequal('on raise  keep old, earlier of old and new', LOWER),
      right: unequal('on raise  count from the change, earlier of old and new', LOWER),
    },
  }),
  'contract/old-tzdata': error<{ least: string; here: string }>({
    message: ({ least, here }) =>
      `the contract is to be read with time-zone data ${least} or later, and ${here} is at hand`,
    help: () =>
      'update Node.js, which brings the data, or name the version that the contract was checked with',
    page: {
      why: 'Countries change their clocks at short notice. A deadline counted with older data may be an hour off.',
      wrong: desk('4 h', [], 'zone    Europe/Berlin\n  tzdata  at least 2999a'),
      right: desk('4 h', [], 'zone    Europe/Berlin\n  tzdata  at least 2020a'),
    },
  }),
  'contract/language-level': error<{ level: string }>({
    message: ({ level }) => `this version reads language 1, and the file asks for ${level}`,
    help: () => 'write `language 1`, or use a version of Surety that reads the file’s level',
    page: {
      why: 'A file written for a later level may use words that mean nothing here.',
      wrong: desk('4 h', [], 'zone      Europe/Berlin\n  language  2'),
      right: desk('4 h', [], 'zone      Europe/Berlin\n  language  1'),
    },
  }),
  'assume/on-raise': assumption<Record<never, never>>({
    message: () =>
      'a ticket that is raised is promised from its opening, as if it had been of that severity all along',
    help: () =>
      'state it: `on raise count from open`, `count from the change`, `keep elapsed`, `proportional` or `keep old`',
    fixes: (_, place) =>
      ['count from open, late from the deadline', 'count from the change', 'keep old'].map((basis) =>
        addAtEnd(place, `on raise  ${basis}`),
      ),
    page: {
      why: 'A ticket raised after five hours is late at once, or has four hours left, or keeps the old deadline: the basis decides.',
      wrong: unequal(LOWER),
      right: unequal(RAISE, LOWER),
    },
  }),
  'assume/on-lower': assumption<Record<never, never>>({
    message: () => 'a ticket that is lowered is promised from its opening, and a breach stays a breach',
    help: () =>
      'state it: `on lower count from open`, `count from the change`, `keep elapsed`, `proportional` or `keep old`, and `a breach stays a breach` or `a breach is forgotten`',
    fixes: (_, place) =>
      ['count from open, a breach stays a breach', 'keep elapsed, a breach stays a breach', 'keep old'].map(
        (basis) => addAtEnd(place, `on lower  ${basis}`),
      ),
    page: {
      why: 'Counted again from the opening, a promise missed at one severity may look kept at the next.',
      wrong: unequal(RAISE),
      right: unequal(RAISE, LOWER),
    },
  }),
  'assume/on-change': assumption<{ of: 'channel' | 'type' | 'a fact' }>({
    message: ({ of }) =>
      `a ticket ${of === 'a fact' ? 'whose promise hangs on a fact that changes' : `that changes its ${of}`} is promised what the new one is, and the hours before are counted as they were then`,
    help: ({ of }) =>
      `state it: \`on change of ${of} keep elapsed, late from the change, a breach stays a breach\`, or \`count from open\`, \`count from the change\`, \`keep old\``,
    fixes: ({ of }, place) =>
      [
        'keep elapsed, late from the change, a breach stays a breach',
        'count from the change, a breach stays a breach',
        'keep old',
      ].map((basis) => addAtEnd(place, `on change of ${of}  ${basis}`)),
    page: {
      why: 'Sent by mail on Friday evening and taken up by telephone on Saturday, a ticket is late at once, has four hours left, or waits for Monday.',
      wrong: byChannel(),
      right: byChannel('on change of channel  keep elapsed, late from the change, a breach stays a breach'),
    },
  }),
  'assume/late-from': assumption<{ clause: string }>({
    message: ({ clause }) =>
      `a ticket whose new deadline lies before the change is late from that deadline on (\`${clause}\`)`,
    help: () =>
      'state it: `, late from the deadline` or `, late from the change`, or a floor: `, never due less than 30 min after the change`',
    fixes: (_, place) => ['deadline', 'change'].map((from) => addBehind(place, `, late from the ${from}`)),
    page: {
      why: 'Raised at 15:30 with a deadline of 14:00, a ticket is late since 14:00 or since 15:30: reports and credits differ.',
      wrong: unequal('on raise  count from open', LOWER),
      right: unequal('on raise  count from open, late from the change', LOWER),
    },
  }),
  'assume/breach-stays': assumption<{ clause: string }>({
    message: ({ clause }) => `a promise missed before the change stays missed (\`${clause}\`)`,
    help: () => 'state it: `, a breach stays a breach` or `, a breach is forgotten`',
    fixes: (_, place) =>
      ['stays a breach', 'is forgotten'].map((how) => addBehind(place, `, a breach ${how}`)),
    page: {
      why: 'Under the longer promise of the lower severity the ticket may look as if it had never been late.',
      wrong: unequal(RAISE, 'on lower  keep elapsed'),
      right: unequal(RAISE, 'on lower  keep elapsed, a breach stays a breach'),
    },
  }),
  'assume/silence': assumption<Record<never, never>>({
    message: () => 'a customer who does not answer has not agreed',
    help: () => 'state it: `, silence refuses` or `, silence agrees after 2 h in Office`',
    fixes: (_, place) => [addBehind(place, ', silence refuses')],
    page: {
      why: 'A severity that may be lowered only with consent stays as it is while nobody answers, or falls after a while.',
      wrong: deskWith('rule "better"  on reply then lower P1 to P2, if customer agrees'),
      right: deskWith('rule "better"  on reply then lower P1 to P2, if customer agrees, silence refuses'),
    },
  }),
  'assume/stretch-end': assumption<{ words: string }>({
    message: ({ words }) => `\`${words}\` end at the time of day at which they began`,
    help: () => 'state it: `3 business days ending at same time` or `3 business days ending at close`',
    page: {
      why: 'Three days of silence end at the same time of day or as the office closes, hours apart.',
      wrong: deskWith('rule "silent"  after 3 business days in Office in silence then close'),
      right: deskWith('rule "silent"  after 3 business days ending at close in Office in silence then close'),
    },
  }),
  'assume/holidays-under-24x7': assumption<{ calendar: string }>({
    message: ({ calendar }) => `holidays that close \`${calendar}\` do not close \`24x7\``,
    help: () =>
      'state it in the contract: `holidays do not close 24x7`; where they do, use a calendar such as `24x7 except Holidays`',
    fixes: (_, place) => addFirstClause(place, 'holidays  do not close 24x7'),
    page: {
      why: 'One plan rests on Christmas Day and the other, round the clock, is read as resting as well or as not.',
      wrong: roundTheClock(''),
      right: roundTheClock('  holidays  do not close 24x7\n'),
    },
  }),
  'assume/version-binding': assumption<Record<never, never>>({
    message: () => 'a ticket is bound to the version in force when it was opened, and keeps it',
    help: () =>
      'state it: `binds by opened` (or `purchased`), or `tickets in flight keep old`, `count from open`, `count from the change`, `proportional`',
    page: {
      why: 'On the day a new version takes effect every open ticket has two deadlines, and somebody must say which holds.',
      wrong: versioned('effective  2026-01-01 in Europe/Berlin'),
      right: versioned('effective  2026-01-01 in Europe/Berlin\n  binds      by opened'),
    },
  }),
};
