import { error } from '../define.ts';
import { desk } from './examples.ts';

const price = 'price EUR 2 per user per month, at least 100 users, billed monthly';
const rate = 'rate EUR 120 per hour in Office | EUR 180 per hour outside';
const credit = 'credit of "monthly fee" by missed respond per month gives 5% for 1 to 2 | 10% for 3 or more';

/** Findings about prices, rates and credits. */
export const moneyDiagnostics = {
  'money/bound-of-another': error<{ unit: string | null; counted: string }>({
    message: ({ unit, counted }) =>
      unit === null
        ? `the price is for the plan as a whole, and \`${counted}\` are not what is paid for`
        : `the price is for each \`${unit}\`, and this counts \`${counted}\``,
    help: () => 'bound it in the unit of the price, or in money: `at least EUR 200`',
    page: {
      why: 'At least a hundred of what is not paid for bounds nothing.',
      wrong: desk('4 h', [price.replace('100 users', '100 servers')]),
      right: desk('4 h', [price]),
    },
  }),
  'money/rates-overlap': error<{ hours: string }>({
    message: ({ hours }) => `an hour \`${hours}\` has two rates`,
    help: () => 'name each calendar once, and `outside` once',
    page: {
      why: 'An hour that has two prices is billed by the one that the reader likes.',
      wrong: desk('4 h', [
        'rate EUR 120 per hour in Office | EUR 150 per hour in Office | EUR 180 per hour outside',
      ]),
      right: desk('4 h', [rate]),
    },
  }),
  'money/rates-leave-gap': error<{ calendars: readonly string[] }>({
    message: ({ calendars }) => `nothing says what an hour outside \`${calendars.join('`, `')}\` costs`,
    help: () => 'add `| EUR 180 per hour outside`',
    page: {
      why: 'Work outside hours happens; without a rate it is free, or disputed.',
      wrong: desk('4 h', ['rate EUR 120 per hour in Office']),
      right: desk('4 h', [rate]),
    },
  }),
  'money/credit-bands': error<{ from: number; next: number | null }>({
    message: ({ from, next }) =>
      next === null
        ? `the band from ${String(from)} comes after one that has no end`
        : `the band begins at ${String(from)} misses, and the one before leaves off at ${String(next)}`,
    help: ({ next }) =>
      next === null ? 'let the last band alone say `or more`' : `let it begin at ${String(next)}`,
    page: {
      why: 'A number of misses in no band gives nothing by accident; in two, it gives both or either.',
      wrong: desk('4 h', [credit.replace('3 or more', '4 or more')]),
      right: desk('4 h', [credit]),
    },
  }),
  'money/claim-unit': error<{ unit: string }>({
    message: ({ unit }) => `a number of \`${unit}\` is no date up to which a credit can be claimed`,
    help: () => 'write `claimed within 30 calendar days`, or weeks or months',
    page: {
      why: 'The claim ends on a date that both sides can find in a calendar.',
      wrong: desk('4 h', [`${credit}, claimed within 30 business days`]),
      right: desk('4 h', [`${credit}, claimed within 30 calendar days`]),
    },
  }),
};
