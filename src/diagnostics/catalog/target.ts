import { error } from '../define.ts';
import { desk } from './examples.ts';

/** A desk that promises P1 a `respond` and something else. */
const two = (metric: string, respond: string, other: string) =>
  `${desk('4 h').replace('        respond\n    P1  4 h', `        respond | ${metric}\n    P1  ${respond} | ${other}`)}
clock ${metric} {
  starts  on opened
  stops   on ${metric === 'report' ? 'closed' : 'resolved'}
  pauses     never
  reopen  never
}
`;

/** Findings about what a cell promises: limits that are picked, ended, given a length or counted from something else. */
export const targetDiagnostics = {
  'target/pick-of-limits': error<{ pick: string; range: boolean }>({
    message: ({ pick, range }) =>
      range ? `the ${pick} of several limits cannot be a range` : `nothing is named to be ${pick} than this`,
    help: ({ pick, range }) =>
      range ? 'write one amount for each limit' : `write \`${pick} of 4 h and 2 h in Office\``,
    page: {
      why: 'Of two limits one decides. A range has an aim as well, and which of two aims is meant cannot be told.',
      wrong: desk('later of 4 h'),
      right: desk('later of 4 h and 2 h in Office'),
    },
  }),
  'target/end-of-nothing': error<{ unit: string }>({
    message: ({ unit }) => `\`${unit}\` has no end to count to`,
    help: () =>
      'write `end of week`, `month`, `quarter` or `year`, and `same business day in Office at close` for the end of a day',
    page: {
      why: 'The last date of a period must be one that both sides read off a calendar.',
      wrong: desk('end of sprint in Office at close, received outside hours as received'),
      right: desk('end of week in Office at close, received outside hours as received'),
    },
  }),
  'target/day-length': error<{ amount: string }>({
    message: ({ amount }) =>
      `a length of day in hours is for business days, and here \`${amount}\` are counted`,
    help: () => 'write `2 business days in Office of 8 h`, or take the length out',
    page: {
      why: 'Days of a calendar can be turned into its hours where the contract says how many a day has; hours, weeks and months have a length already or have none.',
      wrong: desk('4 h in Office of 8 h'),
      right: desk('0.5 business days in Office of 8 h'),
    },
  }),
  'target/not-counted-back': error<{ isRule: boolean }>({
    message: ({ isRule }) =>
      isRule
        ? 'a count back has no receipt to make a rule for'
        : 'only amounts of time are counted back from something',
    help: ({ isRule }) =>
      isRule ? 'take it out' : 'write `3 business days in Office at close before …`, or hours',
    page: {
      why: 'A count back begins where it is counted from. When the ticket was received does not enter into it.',
      wrong: two('report', '8 h', 'next business day in Office at close before respond is due'),
      right: two('report', '8 h', '2 h in Office before respond is due'),
    },
  }),
  'target/mean-at-most': error<{ isMean: boolean }>({
    message: ({ isMean }) =>
      isMean ? 'nothing says what the mean is at most' : 'only a mean is at most a time',
    help: ({ isMean }) =>
      isMean
        ? 'write `attain mean of resolve at most 6 h per month of tickets closed`'
        : 'write `within`: `attain 95% of respond within 4 h per month of tickets closed`',
    page: {
      why: 'A share counts tickets that keep a time; a mean is a time itself.',
      wrong: desk('4 h', ['attain mean of respond per month of tickets closed, except none, overall']),
      right: desk('4 h', [
        'attain mean of respond at most 6 h per month of tickets closed, except none, overall',
      ]),
    },
  }),
  'target/not-a-count': error<{ count: string }>({
    message: ({ count }) => `\`${count}\` tickets cannot be counted`,
    help: () => 'write a whole number, or a share such as `95%`',
    page: {
      why: 'Tickets are whole.',
      wrong: desk('4 h', [
        'attain at most 2.5 late of respond per month of tickets closed, except none, overall',
      ]),
      right: desk('4 h', [
        'attain at most 2 late of respond per month of tickets closed, except none, overall',
      ]),
    },
  }),
  'target/below-and-else': error<{ lacks: string }>({
    message: ({ lacks }) =>
      lacks === 'else'
        ? 'nothing says what holds from that number of tickets on'
        : 'nothing says from which number of tickets on this holds',
    help: () => 'write `below 40 tickets, else 95%`',
    page: {
      why: 'Two late of thirty tickets are seven percent, two of three hundred are none to speak of: a count needs the size it is meant for, and what holds beyond.',
      wrong: desk('4 h', [
        'attain at most 2 late of respond per month of tickets closed below 40 tickets, except none, overall',
      ]),
      right: desk('4 h', [
        'attain at most 2 late of respond per month of tickets closed below 40 tickets, else 95%, except none, overall',
      ]),
    },
  }),
  'target/relative-to-nothing': error<{ metric: string }>({
    message: ({ metric }) => `the plan promises no \`${metric}\` to count from`,
    help: ({ metric }) =>
      `add a column for \`${metric}\`, or count from an event: \`1 h after ${metric}\` without \`is due\``,
    page: {
      why: 'A deadline that is counted from another one needs that other one.',
      wrong: desk('1 h after resolve is due'),
      right: two('resolve', '1 h after resolve is due', '4 h'),
    },
  }),
  'target/relative-to-itself': error<{ metric: string; anchor: string }>({
    message: ({ metric, anchor }) =>
      metric === anchor
        ? `\`${metric}\` is counted from its own deadline`
        : `\`${metric}\` is counted from when \`${anchor}\` is due, which is counted from \`${metric}\``,
    help: () => 'give one of them a time of its own',
    page: {
      why: 'Deadlines that wait for each other never come.',
      wrong: desk('1 h before respond is due'),
      right: two('resolve', '1 h before resolve is due', '4 h'),
    },
  }),
};
