import { assumption, error } from '../define.ts';
import { addBehind, takeOut, writeInstead } from '../fix.ts';
import { desk } from './examples.ts';

const price = 'price EUR 2 per user per month, at least 100 users, billed monthly';
const steps =
  'price EUR 10 per user per month, EUR 8 beyond 50 users, EUR 6 beyond 200 users, billed monthly';
const rate = 'rate EUR 120 per hour in Office | EUR 180 per hour outside, split at edge';
const credit = 'credit of "monthly fee" by missed respond per month gives 5% for 1 to 2 | 10% for 3 or more';

const AVAILABILITY =
  'availability 99.9% per month of real time, outage from "a failed check" to "a good one", counted per started 1 min';

const shortfall = (bands: string): string =>
  `credit of "monthly fee" by availability per month gives ${bands}`;

const KINDS = { money: 'an amount', share: 'a share' } as const;

const WINDOW = AVAILABILITY.replace('per month', 'in any 24 h');

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
  'money/point-of-thousands': error<{ amount: string; currency: string }>({
    message: ({ amount, currency }) => `\`${currency} ${amount}\` may be thousands or thousandths`,
    help: ({ amount, currency }) =>
      `write \`${currency} ${amount.replace('.', '')}\` where the point parts thousands, and \`${currency} ${amount}0\` where thousandths are meant`,
    fixes: ({ amount }, place) => [writeInstead(place, amount.replace('.', ''))],
    page: {
      why: 'In half of the world the point parts thousands, and in the other half it is what cents stand behind: read so here, the price would be a thousandth of what is meant.',
      wrong: desk('4 h', ['price EUR 1.400 per month, billed monthly']),
      right: desk('4 h', ['price EUR 1400 per month, billed monthly']),
    },
  }),
  'money/step-of-another': error<{ price: 'money' | 'share'; step: 'money' | 'share' }>({
    message: ({ price, step }) => `the price is ${KINDS[price]}, and this step of it is ${KINDS[step]}`,
    help: ({ price }) =>
      price === 'money'
        ? 'state what each costs from there on: `EUR 8 beyond 50 users`'
        : 'state the share from there on: `7% beyond EUR 10000`',
    page: {
      why: 'The steps of a price are the same price for more; what is of another kind is a surcharge or an option.',
      wrong: desk('4 h', [steps.replace('EUR 6', '5%')]),
      right: desk('4 h', [steps]),
    },
  }),
  'money/step-uncounted': error<{ price: 'money' | 'share'; unit: string | null; counted: string }>({
    message: ({ price, unit, counted }) =>
      price === 'share'
        ? `the price is a share of money, and this step counts \`${counted}\``
        : unit === null
          ? `the price is for the plan as a whole, and \`${counted}\` is nothing that is paid for`
          : `the price is for each \`${unit}\`, and this step counts \`${counted}\``,
    help: ({ price, unit }) =>
      price === 'share'
        ? 'name a sum: `7% beyond EUR 10000`'
        : unit === null
          ? 'state the price for each: `price EUR 10 per user per month, EUR 8 beyond 50 users`'
          : `count what is paid for: \`beyond 50 ${unit}s\``,
    page: {
      why: 'Where a step lies can be found only by counting what the price is paid for.',
      wrong: desk('4 h', [steps.replace('200 users', '200 servers')]),
      right: desk('4 h', [steps]),
    },
  }),
  'money/steps-unordered': error<{ beyond: string; before: string }>({
    message: ({ beyond, before }) => `the step beyond ${beyond} comes after the one beyond ${before}`,
    help: () => 'order the steps by what they lie beyond, the smallest first, each once',
    page: {
      why: 'Each step holds from where it begins to where the next one does, as a reader goes down the list.',
      wrong: desk('4 h', [steps.replace('200 users', '20 users')]),
      right: desk('4 h', [steps]),
    },
  }),
  'money/rates-overlap': error<{ hours: string; at: string | null }>({
    message: ({ hours, at }) =>
      at === null ? `an hour \`${hours}\` has two rates` : `work on ${at} has two rates: ${hours}`,
    help: () => 'let the calendars of the bands share no hour: `calendar Evening = Late except Office`',
    page: {
      why: 'An hour that has two prices is billed by the one that the reader likes.',
      wrong: desk('4 h', [
        'rate EUR 120 per hour in Office | EUR 150 per hour in Office | EUR 180 per hour outside, split at edge',
      ]),
      right: desk('4 h', [rate]),
    },
  }),
  'money/rates-leave-gap': error<{ calendars: readonly string[]; at: string }>({
    message: ({ calendars, at }) =>
      `nothing says what work on ${at} costs, outside \`${calendars.join('`, `')}\``,
    help: () => 'add `| EUR 180 per hour outside`',
    page: {
      why: 'Work outside hours happens; without a rate it is free, or disputed.',
      wrong: desk('4 h', ['rate EUR 120 per hour in Office']),
      right: desk('4 h', [rate]),
    },
  }),
  'money/parts-of-one-rate': error<{ parts: string }>({
    message: ({ parts }) => `the rate is the same at all hours, so \`${parts}\` says nothing`,
    help: () => 'take it out, or say what other hours cost: `| EUR 180 per hour outside`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Work is in parts only where it crosses from one rate into another.',
      wrong: desk('4 h', ['rate EUR 120 per hour, split at edge']),
      right: desk('4 h', ['rate EUR 120 per hour']),
    },
  }),
  'assume/rate-parts': assumption<Record<never, never>>({
    message: () => 'work that goes on from the hours of one rate into those of another is paid for in parts',
    help: () => 'state it: `, split at edge`, `, by start` or `, whole`',
    fixes: (_, place) => ['split at edge', 'by start', 'whole'].map((how) => addBehind(place, `, ${how}`)),
    page: {
      why: 'Two hours that begin an hour before closing cost 120 and 180, twice 120, or twice 180.',
      wrong: desk('4 h', [rate.replace(', split at edge', '')]),
      right: desk('4 h', [rate]),
    },
  }),
  'money/cap-of-another': error<{ isService: boolean }>({
    message: ({ isService }) =>
      isService
        ? 'a credit in money is not capped by a length of time'
        : 'a credit in time is capped by a length of time',
    help: ({ isService }) =>
      isService ? 'write `at most EUR 500 per month`, or a share' : 'write `at most 10 hours per month`',
    page: {
      why: 'What limits a credit is so much of what it gives.',
      wrong: desk('4 h', ['credit 2 hours of "free support" per missed respond, at most EUR 500 per month']),
      right: desk('4 h', ['credit 2 hours of "free support" per missed respond, at most 10 hours per month']),
    },
  }),
  'money/service-unit': error<{ unit: string }>({
    message: ({ unit }) => `a number of \`${unit}\` is no length of service that can be added up`,
    help: () => 'write hours, or calendar days, weeks, months or years',
    page: {
      why: 'Service that is given back is counted in hours of work, or runs until a date.',
      wrong: desk('4 h', ['credit 2 business days of "free support" per missed respond']),
      right: desk('4 h', ['credit 2 hours of "free support" per missed respond']),
    },
  }),
  'money/band-upside-down': error<{ from: string; to: string }>({
    message: ({ from, to }) => `the band begins at ${from}% and ends at ${to}%, which is not above it`,
    help: () => 'write the lower figure first: `from 95% to 99.8%`',
    page: {
      why: 'A band from its upper end down to its lower one holds no figure, and gives nothing.',
      wrong: desk('4 h', [AVAILABILITY, shortfall('5% from 99.9% to 95% | 10% below 95%')]),
      right: desk('4 h', [AVAILABILITY, shortfall('5% from 95% to 99.9% | 10% below 95%')]),
    },
  }),
  'money/shortfall-overlap': error<{ figure: string }>({
    message: ({ figure }) => `the band above begins at ${figure}%, and this one reaches up to it`,
    help: ({ figure }) => `end it \`below ${figure}%\`, or \`to below ${figure}%\``,
    page: {
      why: 'A figure in two bands gives what each side reads into it.',
      wrong: desk('4 h', [AVAILABILITY, shortfall('5% from 95% to 99.9% | 10% below 96%')]),
      right: desk('4 h', [AVAILABILITY, shortfall('5% from 95% to 99.9% | 10% below 95%')]),
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
    help: () =>
      'write `claimed within 30 calendar days`, weeks or months, or `claimed within 10 business days in Office`',
    page: {
      why: 'The claim ends on a date that both sides can find in a calendar.',
      wrong: desk('4 h', [`${credit}, claimed within 30 h`]),
      right: desk('4 h', [`${credit}, claimed within 30 calendar days`]),
    },
  }),
  'money/claim-calendar': error<{ unit: string }>({
    message: ({ unit }) => `\`${unit}\` are dates like any other, which no calendar opens or closes`,
    help: () => 'take `in …` out, or count business days: `claimed within 10 business days in Office`',
    page: {
      why: 'A calendar says which dates are business days; thirty calendar days are thirty whatever it says.',
      wrong: desk('4 h', [`${credit}, claimed within 30 calendar days in Office`]),
      right: desk('4 h', [`${credit}, claimed within 30 business days in Office`]),
    },
  }),
  'money/beyond-no-outage': error<Record<never, never>>({
    message: () => '`beyond` says how much is free, and here is nothing of which a part could be',
    help: () =>
      'of an outage or a delay a time is free: `beyond 4 h`; of credits per miss so many: `beyond 2 missed per month`, or a share: `beyond 5% of tickets due per month`',
    page: {
      why: 'Time that runs on can have a part that is free, and so can the misses of a month; bands say for themselves where they begin.',
      wrong: desk('4 h', ['credit 5% of "monthly fee" per missed respond, beyond 4 h']),
      right: desk('4 h', ['credit 5% of "monthly fee" per missed respond, beyond 2 missed per month']),
    },
  }),
  'money/counted-no-delay': error<Record<never, never>>({
    message: () =>
      '`counted as promised` says in which hours a delay is counted, and this is no credit for one',
    help: () =>
      'take it out, or write `credit EUR 50 per started 4 h of delay of respond, counted as promised`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'A miss happens at one instant, and an outage is of no promise: neither has hours in which it was promised.',
      wrong: desk('4 h', ['credit EUR 50 per missed respond, counted as promised']),
      right: desk('4 h', ['credit EUR 50 per started 4 h of delay of respond, counted as promised']),
    },
  }),
  'money/counted-twice': error<Record<never, never>>({
    message: () => 'the delay is `counted as promised`, and its steps are of days or name hours of their own',
    help: () => 'write plain hours: `per started 4 h of delay of respond, counted as promised`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Steps in the hours of the promise and in those of a calendar are two ways to count one delay.',
      wrong: desk('4 h', [
        'credit EUR 50 per started 4 h in Office of delay of respond, counted as promised',
      ]),
      right: desk('4 h', ['credit EUR 50 per started 4 h of delay of respond, counted as promised']),
    },
  }),
  'money/credit-of-no-ticket': error<Record<never, never>>({
    message: () => 'an outage or the availability of a service is of no ticket, so it is `for` none',
    help: () => 'take `for …` out; a case of the customer is said by `when`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Severities, regions and channels are those of tickets; an outage has none of them.',
      wrong: desk('4 h', ['credit EUR 50 per outage for P1']),
      right: desk('4 h', ['credit EUR 50 per outage']),
    },
  }),
  'money/earned-back-periods': error<{ unit: string | null; said: string }>({
    message: ({ unit, said }) =>
      unit === null
        ? 'only a credit for a period is earned back by the periods after it'
        : `the credit is for a ${unit}, and is earned back by periods of a ${said}`,
    help: ({ unit }) =>
      unit === null
        ? 'give it by bands of a month: `by attained respond per month gives 5% below 95%, earned back after 3 months kept`'
        : `count the same: \`earned back after 3 ${unit}s kept\``,
    page: {
      why: 'What is earned back is the credit of a bad period, by good ones of the same kind that follow it.',
      wrong: desk('4 h', ['credit 5% of "monthly fee" per missed respond, earned back after 3 months kept']),
      right: desk('4 h', [`${credit}, earned back after 3 months kept`]),
    },
  }),
  'money/shares-together': error<{ count: number; unit: string }>({
    message: ({ count, unit }) => `shares of ${count} ${unit}s are not added up`,
    help: ({ count, unit }) =>
      `write \`in ${count} ${unit}s in a row\`, or \`in 1 of ${count} ${unit}s\`; misses and credits are counted together`,
    page: {
      why: 'A share is of the tickets of one period; what three months come to together is neither their sum nor, where their tickets differ, their mean.',
      wrong: desk('4 h', [
        'attain 95% of respond per month of tickets closed, except none, overall',
        'right "to terminate" when attained respond below 80% in any 3 months',
      ]),
      right: desk('4 h', [
        'attain 95% of respond per month of tickets closed, except none, overall',
        'right "to terminate" when attained respond below 80% in 3 months in a row',
      ]),
    },
  }),
  'money/more-than-there-are': error<{ count: number; of: number; unit: string }>({
    message: ({ count, of, unit }) => `of ${of} ${unit}s ${count} cannot be bad`,
    help: ({ count, of, unit }) => `write \`in ${of} of ${count} ${unit}s\``,
    page: {
      why: 'A right that needs more bad periods than are looked at never arises.',
      wrong: desk('4 h', ['right "to terminate" when 3 or more missed respond in 12 of 4 months']),
      right: desk('4 h', ['right "to terminate" when 3 or more missed respond in 4 of 12 months']),
    },
  }),
  'money/points-only-count': error<Record<never, never>>({
    message: () => 'points are counted, and neither capped nor claimed, nor given for points',
    help: () =>
      'give caps and claims to the credit: `credit 1% of "the fee" per point, at most 10% per month`',
    page: {
      why: 'Points say how bad a period was; what follows from them, up to where and who has to ask for it, is said by the credits and rights that go by them.',
      wrong: desk('4 h', ['points 2 per missed respond, at most 10% per month']),
      right: desk('4 h', [
        'points 2 per missed respond',
        'credit 1% of "the fee" per point, at most 10% per month',
      ]),
    },
  }),
  'money/no-points': error<Record<never, never>>({
    message: () => 'nothing in the plan gives points',
    help: () =>
      'add `points 2 per missed respond`, or `points by attained respond per month gives 1 below 95%`',
    page: {
      why: 'What goes by points that no failure gives is never given.',
      wrong: desk('4 h', ['credit 1% of "the fee" per point, at most 10% per month']),
      right: desk('4 h', [
        'points 2 per missed respond',
        'credit 1% of "the fee" per point, at most 10% per month',
      ]),
    },
  }),
  'money/no-one-share': error<{ metric: string; unit: string; count: number }>({
    message: ({ metric, unit, count }) =>
      count === 0
        ? `the plan promises no share of \`${metric}\` per ${unit}`
        : `the plan promises ${count} shares of \`${metric}\` per ${unit}, and nobody could say which is meant`,
    help: ({ metric, unit, count }) =>
      count === 0
        ? `add \`attain 95% of ${metric} per ${unit} of tickets closed\``
        : 'keep one of them, or give the credit `per missed` promise',
    page: {
      why: 'Which tickets count, in which periods and which do not is what the promise of a share says, so a credit by the share that was attained needs one.',
      wrong: desk('4 h', ['credit of "monthly fee" by attained respond per month gives 5% below 95%']),
      right: desk('4 h', [
        'attain 95% of respond per month of tickets closed, except none, overall',
        'credit of "monthly fee" by attained respond per month gives 5% below 95%',
      ]),
    },
  }),
  'money/no-availability': error<{ service: string | null }>({
    message: ({ service }) =>
      service === null
        ? 'the plan promises no availability to fall short of'
        : `the plan promises no availability of \`${service}\``,
    help: () => 'add `availability 99.9% per month of real time, outage from "…" to "…"`',
    page: {
      why: 'How far a month fell short can be said only where the plan says what is measured, and when.',
      wrong: desk('4 h', ['credit of "monthly fee" by availability per month gives 10% below 99.9%']),
      right: desk('4 h', [
        AVAILABILITY,
        'credit of "monthly fee" by availability per month gives 10% below 99.9%',
      ]),
    },
  }),
  'money/shortfall-bands': error<{ below: string; percent: string }>({
    message: ({ below, percent }) =>
      `the band before gives ${percent}% below ${below}%, and this one neither begins lower nor gives more`,
    help: () =>
      'order the bands by falling availability and rising credit: `10% below 99.9% | 25% below 99%`',
    page: {
      why: 'Of the bands that a month falls below the last one holds, so each must lie below the one before and be worth more.',
      wrong: desk('4 h', [
        AVAILABILITY,
        'credit of "monthly fee" by availability per month gives 10% below 99% | 25% below 99.9%',
      ]),
      right: desk('4 h', [
        AVAILABILITY,
        'credit of "monthly fee" by availability per month gives 10% below 99.9% | 25% below 99%',
      ]),
    },
  }),
  'money/outage-undefined': error<Record<never, never>>({
    message: () => 'the availability does not say when an outage begins and ends',
    help: () => 'add `outage from "the first failed check" to "the first good one"`',
    page: {
      why: 'From the customer’s call or from the first failed check: the minutes between decide over the credit.',
      wrong: desk('4 h', ['availability 99.9% per month of real time, counted per started 1 min']),
      right: desk('4 h', [AVAILABILITY]),
    },
  }),
  'money/window-with-zone': error<{ window: string }>({
    message: ({ window }) =>
      `any \`${window}\` may begin at any instant, so there is no day for a zone to begin`,
    help: () => 'take `in …` out, or write a period: `per month of real time in Europe/Berlin`',
    page: {
      why: 'A zone says when a day or a month begins. A stretch that may begin at any instant has no such day.',
      wrong: desk('4 h', [WINDOW.replace('real time', 'real time in Europe/Berlin')]),
      right: desk('4 h', [WINDOW]),
    },
  }),
  'assume/outage-step': assumption<Record<never, never>>({
    message: () => 'how finely an outage is counted is not said: read as to the second',
    help: () => 'add `counted per started 1 min`',
    page: {
      why: 'Counted in begun quarters of an hour, an outage of a minute is fifteen.',
      wrong: desk('4 h', [AVAILABILITY.replace(', counted per started 1 min', '')]),
      right: desk('4 h', [AVAILABILITY]),
    },
  }),
};
