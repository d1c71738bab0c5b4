import { assumption, didYouMean, error } from '../define.ts';
import {
  addAtEnd,
  addBehind,
  addToClause,
  insertAt,
  spellAs,
  takeOut,
  takeOutRepeated,
  writeInstead,
} from '../fix.ts';
import { byArrival, desk, EXACT_DAYS } from './examples.ts';

/** An attainment that ends so. */
const attained = (terms: string) =>
  desk('4 h', [`attain 90% of respond per month of tickets closed, overall${terms}`]);

const attain = 'attain 90% of respond per month of tickets closed, except none, overall';
const inOffice = 'in Office at close';

/** Currencies whose name leaves no choice of country. */
const CODES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  yen: 'JPY',
  zloty: 'PLN',
  usd: 'USD',
  gbp: 'GBP',
  chf: 'CHF',
};

const ADVERBS: Readonly<Record<string, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
};

/** Findings about plans: their cells, clauses, prices, and what they leave open. */
export const planDiagnostics = {
  'plan/extends-itself': error<{ plan: string; through: readonly string[] }>({
    message: ({ plan, through }) =>
      `the plan \`${plan}\` extends itself${through.length > 0 ? `, through ${through.map((name) => `\`${name}\``).join(', ')}` : ''}`,
    help: () => 'take out the `extends` of the lowest plan, which builds on none',
    page: {
      why: 'A plan that takes everything over from itself takes over nothing.',
      wrong: desk('4 h').replace('plan Basic', 'plan Basic extends Basic'),
      right: desk('4 h'),
    },
  }),
  'plan/clause-twice': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` is said twice`,
    help: () => 'keep the one that holds',
    fixes: (_, place, related) => [takeOutRepeated(place, related)],
    page: {
      why: 'Of two answers to one question nobody knows which holds.',
      wrong: desk('4 h', ['price on request', 'price EUR 10 per month, billed monthly']),
      right: desk('4 h', ['price EUR 10 per month, billed monthly']),
    },
  }),
  'plan/except-none-and-some': error<Record<never, never>>({
    message: () => 'no tickets are left out, and some are',
    help: () => 'write `except none`, or name those that are left out: `except cancelled and duplicates`',
    page: {
      why: 'Whether duplicates count decides whether nine of ten tickets were in time.',
      wrong: attained(', except none and duplicates'),
      right: attained(', except duplicates'),
    },
  }),
  'assume/counted-tickets': assumption<Record<never, never>>({
    message: () => 'every ticket of the period counts: cancelled, duplicate and merged ones as well',
    help: () => 'state it: `, except none`, or `, except cancelled and duplicates`',
    fixes: (_, place) =>
      ['none', 'cancelled and duplicates'].map((names) => addBehind(place, `, except ${names}`)),
    page: {
      why: 'Thirty duplicates of one ticket that was in time make a bad month look good.',
      wrong: attained(''),
      right: attained(', except cancelled and duplicates'),
    },
  }),
  'assume/attained-by': assumption<Record<never, never>>({
    message: () => 'it is attained by the tickets of all severities together',
    help: () => 'state it: `, overall`, or `, per severity`',
    fixes: (_, place) => ['overall', 'per severity'].map((of) => addBehind(place, `, ${of}`)),
    page: {
      why: 'Two hundred questions answered in time hide that of three standstills each was late.',
      wrong: attained(', except none').replace(', overall', ''),
      right: attained(', except none'),
    },
  }),
  'plan/cells-and-columns': error<{ cells: number; columns: number; rows: number }>({
    message: ({ cells, columns, rows }) =>
      `${rows === 1 ? 'the row has' : 'the rows have'} ${cells} ${cells === 1 ? 'cell' : 'cells'} for ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    help: () =>
      'write one cell a column, with `|` between them; an empty cell is `not offered`, `best effort` or `unknown`',
    page: {
      why: 'A cell that is missing could be a promise forgotten, none made, or a column shifted; these are different things.',
      wrong: desk('4 h').replace('respond\n    P1', 'respond | resolve\n    P1'),
      right: desk('4 h'),
    },
  }),
  'plan/target-twice': error<{ metrics: readonly string[]; row: string; crossing: readonly string[] }>({
    message: ({ metrics, row, crossing }) =>
      `${metrics.map((metric) => `\`${metric}\``).join(' and ')} ${metrics.length === 1 ? 'has' : 'have'} two values for ${crossing.length === 0 ? `\`${row}\`` : `a ticket of ${crossing.map((name) => `\`${name}\``).join(' and ')}`}`,
    help: ({ crossing }) =>
      crossing.length === 0
        ? 'keep one; a value for some tickets only is narrowed with `for`, and a better plan `extends` this one'
        : 'neither line is the narrower; name both kinds in the one that is to hold',
    page: {
      why: 'Of two values some tools take the first, some the shorter, some the longer. A contract has one.',
      wrong: desk('4 h\n    P1  8 h'),
      right: desk('4 h\n    P2  8 h'),
    },
  }),
  'plan/arrivals-overlap': error<{
    of: 'target' | 'coverage';
    name: string;
    at: string;
    said: readonly [string, string];
  }>({
    message: ({ of, name, at, said }) =>
      of === 'target'
        ? `a ticket opened on ${at} is promised both \`${said[0]}\` and \`${said[1]}\` to \`${name}\``
        : `a ticket opened on ${at} has \`${name}\` covered both in \`${said[0]}\` and in \`${said[1]}\``,
    help: ({ of }) =>
      `let the calendars of the two ${of === 'target' ? 'tables' : 'lines'} share no hour: \`calendar Evening = Late except Office\`, or \`when opened outside\` the other`,
    page: {
      why: 'Where the hours of two tables overlap, a ticket that comes in both has two promises.',
      wrong: byArrival('in Late'),
      right: byArrival('outside Office'),
    },
  }),
  'plan/day-rule-on-hours': error<{ amount: string }>({
    message: ({ amount }) => `\`${amount}\` is a time by the clock, and this is a rule for days`,
    help: () => 'take it out, or count in `business days`',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Hours run out where they run out; only a count of dates needs to say where its last day ends.',
      wrong: desk('4 h in Office at close'),
      right: desk('4 h in Office'),
    },
  }),
  'plan/business-hours-undefined': error<{ unit: string; plan: string; calendar: string }>({
    message: ({ unit, plan }) => `nothing says which calendar the \`${unit}\` of \`${plan}\` are counted in`,
    // What a plan forgot to say once is one mistake, however many cells need it.
    saidOnce: true,
    help: ({ unit, calendar }) =>
      unit === 'business hours'
        ? `write \`16 h in ${calendar}\`, or once for the plan: \`business hours in ${calendar}\``
        : `add \`in ${calendar} at close\` behind the days, or once for the plan: \`business days in ${calendar} at close\``,
    page: {
      why: 'Under a plan that answers round the clock, two business hours may mean two hours or Monday morning: a difference of days.',
      wrong: desk('4 business hours'),
      right: desk('4 business hours', ['business hours in Office']),
    },
  }),
  'plan/business-without-calendar': error<{ unit: string }>({
    message: ({ unit }) => `\`business ${unit}\` names no calendar`,
    help: ({ unit }) => `write \`business ${unit} in Office\``,
    page: {
      why: 'Business hours and days are those of a calendar.',
      wrong: desk('4 h', ['business days at close']),
      right: desk('4 h', [`business days ${inOffice}`]),
    },
  }),
  'plan/days-without-calendar': error<{ amount: string }>({
    message: ({ amount }) => `nothing says in which calendar's zone \`${amount}\` are counted`,
    help: ({ amount }) => `write \`${amount} in Office at …\``,
    page: {
      why: 'A date begins at another instant in every zone, so a count of dates needs the calendar whose dates count.',
      wrong: desk('3 calendar days at 17:00'),
      right: desk(
        '3 calendar days in Office at 17:00, received outside hours as received, day of receipt does not count',
      ),
    },
  }),
  'plan/days-round-the-clock': error<{ unit: string }>({
    message: ({ unit }) => `\`24x7\` has no zone, so \`${unit}\` cannot be counted in it`,
    help: () => 'write hours (`48 h`), or a calendar with a zone',
    page: {
      why: 'A day is a date of some zone. Round the clock is everywhere at once.',
      wrong: desk('2 business days in 24x7 at close'),
      right: desk('48 h'),
    },
  }),
  'plan/day-end-missing': error<{ unit: string }>({
    message: ({ unit }) =>
      `the count of ${unit.endsWith('s') ? unit : `${unit}s`} does not say where its last day ends`,
    help: () => 'add `at same time`, `at close` or `at 17:00`',
    // The end stands behind the calendar, and before what else is said of the count.
    fixes: (_, place) => {
      const { source, span } = place;
      const comma = source.text.slice(span.start, span.end).indexOf(',');
      const at = comma === -1 ? span.end : span.start + comma;
      return [' at close', ' at same time'].map((end) => insertAt(place, at, end));
    },
    page: {
      why: 'Two business days from Thursday 15:00 end on Monday at 15:00, at 17:00 or at midnight.',
      wrong: desk(
        '2 business days in Office, received outside hours at next opening, day of receipt does not count',
      ),
      right: desk(EXACT_DAYS),
    },
  }),
  'plan/unknown-period': error<{ period: string; nearest: string | null }>({
    message: ({ period }) => `\`${period}\` is no period`,
    help: ({ nearest }) => didYouMean(nearest) ?? 'periods are `day`, `week`, `month`, `quarter`, `year`',
    fixes: ({ nearest }, place) => spellAs(place, nearest),
    page: {
      why: 'Quotas, shares and prices count by a period that both sides can see begin and end.',
      wrong: desk('4 h', [attain.replace('month', 'fortnight')]),
      right: desk('4 h', [attain]),
    },
  }),
  'plan/no-fiscal-year': error<{ period: string }>({
    message: ({ period }) =>
      `\`${period}\` goes by a fiscal year, and the contract does not say when that begins`,
    help: () => 'write `fiscal year from 04-01` in the contract, with the day that is meant',
    page: {
      why: 'A fiscal year begins in January, April, July or October, by country and company; what was missed falls into other quarters.',
      wrong: desk('4 h', [attain.replace('month', 'fiscal quarter')]),
      right: desk(
        '4 h',
        [attain.replace('month', 'fiscal quarter')],
        'zone Europe/Berlin\n  fiscal year from 04-01',
      ),
    },
  }),
  'plan/no-fiscal-unit': error<{ unit: string }>({
    message: ({ unit }) => `there is no fiscal ${unit}`,
    help: ({ unit }) => `write \`per ${unit}\`; months, quarters and years may be fiscal ones`,
    page: {
      why: 'A fiscal year has months and quarters of its own; days and weeks are those of the calendar.',
      wrong: desk(
        '4 h',
        [attain.replace('month', 'fiscal week')],
        'zone Europe/Berlin\n  fiscal year from 04-01',
      ),
      right: desk('4 h', [attain.replace('month', 'week')], 'zone Europe/Berlin\n  fiscal year from 04-01'),
    },
  }),
  'plan/attained-by-nothing': error<{ name: string; nearest: string | null }>({
    message: ({ name }) => `no ticket has a \`${name}\` by which it could be counted`,
    help: ({ nearest }) =>
      didYouMean(nearest) ??
      'name `severity`, `region`, `channel`, `type` or a fact that the contract declares, such as `site text` under `facts`',
    fixes: ({ nearest }, place) => spellAs(place, nearest),
    page: {
      why: 'A share at each site needs to know of every ticket at which site it was.',
      wrong: attained(', per sight, except none').replace(', overall', ''),
      right: attained(', per severity, except none').replace(', overall', ''),
    },
  }),
  'plan/period-without-start': error<{ period: string }>({
    message: ({ period }) =>
      `\`${period}\` counts from the day the contract took effect, and the contract does not name it`,
    help: () =>
      'write `effective 2026-01-01 in Europe/Berlin` in the contract, or leave `contract` out for calendar periods',
    page: {
      why: 'A contract month begins on the day of the month on which the contract began.',
      wrong: desk('4 h', [
        'incidents 4 per contract month, over refused, used when opened, one incident per ticket',
      ]),
      right: desk(
        '4 h',
        ['incidents 4 per contract month, over refused, used when opened, one incident per ticket'],
        'effective 2026-01-01 in Europe/Berlin',
      ),
    },
  }),
  'plan/period-without-zone': error<{ what: string }>({
    message: ({ what }) => `nothing says in which zone ${what} begins`,
    help: () => 'write `zone Europe/Berlin` in the contract, or `in Europe/Berlin` in the clause',
    page: {
      why: 'A ticket at 00:30 on the first in Berlin is still last month in London, and uses last month’s quota.',
      wrong: desk(
        '4 h',
        ['incidents 4 per month, over refused, used when opened, one incident per ticket'],
        'currency EUR',
      ),
      right: desk(
        '4 h',
        ['incidents 4 per month in Europe/Berlin, over refused, used when opened, one incident per ticket'],
        'currency EUR',
      ),
    },
  }),
  'plan/impossible-share': error<{ share: string }>({
    message: ({ share }) => `${share}% cannot be promised`,
    help: () => 'a share lies above 0% and up to 100%',
    page: {
      why: 'A share of tickets lies between none and all.',
      wrong: desk('4 h', [attain.replace('90', '190')]),
      right: desk('4 h', [attain]),
    },
  }),
  'plan/attain-without-period': error<{ metric: string }>({
    message: ({ metric }) => `the share of \`${metric}\` has no period`,
    help: ({ metric }) => `write \`attain 90% of ${metric} per month of tickets closed\``,
    fixes: ({ metric }, place) => {
      const at = place.source.text.slice(place.span.start, place.span.end).indexOf(metric);
      return at === -1 ? [] : [insertAt(place, place.span.start + at + metric.length, ' per month')];
    },
    page: {
      why: 'Nine tickets with one late miss 90 % in a month and keep it in a year.',
      wrong: desk('4 h', ['attain 90% of respond of tickets closed']),
      right: desk('4 h', [attain]),
    },
  }),
  'plan/attain-without-population': error<{ metric: string }>({
    message: ({ metric }) => `the share of \`${metric}\` does not say which tickets are counted`,
    help: ({ metric }) =>
      `write \`attain 90% of ${metric} per month of tickets closed\` (or \`opened\`, or \`due\`)`,
    fixes: (_, place) => ['closed', 'opened', 'due'].map((event) => addBehind(place, ` of tickets ${event}`)),
    page: {
      why: 'A ticket opened in May and closed in June counts in May, in June, or in both.',
      wrong: desk('4 h', ['attain 90% of respond per month']),
      right: desk('4 h', [attain]),
    },
  }),
  'plan/quota-without-period': error<{ thing: string }>({
    message: ({ thing }) => `the number of \`${thing}\` has no period`,
    help: ({ thing }) => `write \`${thing} 4 per month, over refused\``,
    page: {
      why: 'Four incidents a month and four in all are different purchases.',
      wrong: desk('4 h', ['incidents 4, over refused']),
      right: desk('4 h', ['incidents 4 per month, over refused, used when opened, one incident per ticket']),
    },
  }),
  'plan/quota-without-over': error<{ thing: string }>({
    message: ({ thing }) => `nothing says what happens when the \`${thing}\` are used up`,
    help: () => 'add `, over refused`, `, over billed`, `, over best effort` or `, over no promise`',
    fixes: (_, place) =>
      ['refused', 'billed', 'best effort', 'no promise'].map((over) => addToClause(place, `, over ${over}`)),
    page: {
      why: 'The fifth incident of a month may be refused, billed, or worked without a promise; the customer will ask.',
      wrong: desk('4 h', ['incidents 4 per month']),
      right: desk('4 h', ['incidents 4 per month, over refused, used when opened, one incident per ticket']),
    },
  }),
  'plan/not-a-currency': error<{ currency: string }>({
    message: ({ currency }) => `\`${currency}\` is no currency code`,
    help: () => 'write three capital letters of ISO 4217, such as `EUR` or `USD`',
    fixes: ({ currency }, place) => {
      const code = CODES[currency.toLowerCase()];
      if (code !== undefined) return [writeInstead(place, code, 'safe')];
      return /^[a-z]{3}$/i.test(currency) ? [writeInstead(place, currency.toUpperCase())] : [];
    },
    page: {
      why: 'A dollar is American, Canadian or Australian; the code says which.',
      wrong: desk('4 h', ['price Euro 10 per month, billed monthly']),
      right: desk('4 h', ['price EUR 10 per month, billed monthly']),
    },
  }),
  'plan/other-currency': error<{ currency: string; contract: string }>({
    message: ({ currency, contract }) => `the price is in ${currency}, the contract in ${contract}`,
    help: ({ contract }) => `write the price in ${contract}`,
    fixes: ({ contract }, place) => [writeInstead(place, contract)],
    page: {
      why: 'One contract is billed in one currency; a rate between two is nowhere agreed.',
      wrong: desk('4 h', ['price USD 10 per month, billed monthly'], 'currency EUR'),
      right: desk('4 h', ['price EUR 10 per month, billed monthly'], 'currency EUR'),
    },
  }),
  'assume/received-outside-hours': assumption<{ calendar: string; saidAt: number | null }>({
    message: ({ calendar }) =>
      `a ticket received outside \`${calendar}\` is taken as received at the next opening`,
    help: () =>
      'state it: `, received outside hours at next opening` or `, received outside hours as received`',
    fixes: ({ saidAt }, place) =>
      ['at next opening', 'as received'].map((how) =>
        insertAt(place, saidAt ?? place.span.end, `, received outside hours ${how}`),
      ),
    page: {
      why: 'Taken as received on Saturday, the next business day is Monday; taken as received on Monday morning, it is Tuesday.',
      wrong: desk('2 business days in Office at close, day of receipt does not count'),
      right: desk(EXACT_DAYS),
    },
  }),
  'assume/day-of-receipt': assumption<{ calendar: string; saidAt: number | null }>({
    message: ({ calendar }) => `days in \`${calendar}\` are counted from the day after receipt`,
    help: () => 'state it: `, day of receipt does not count` or `, day of receipt counts`',
    fixes: ({ saidAt }, place) =>
      ['does not count', 'counts'].map((how) =>
        insertAt(place, saidAt ?? place.span.end, `, day of receipt ${how}`),
      ),
    page: {
      why: 'Whether the day of receipt is day one moves every deadline by a day.',
      wrong: desk('2 business days in Office at close, received outside hours at next opening'),
      right: desk(EXACT_DAYS),
    },
  }),
  'assume/ending-outside-hours': assumption<{ calendar: string; saidAt: number | null }>({
    message: ({ calendar }) => `a deadline that falls outside \`${calendar}\` stays where it falls`,
    help: () =>
      'state it: `, ending outside hours stays`, `, ending outside hours at next opening` or `, ending outside hours at previous close`',
    fixes: ({ saidAt }, place) =>
      ['stays', 'at next opening', 'at previous close'].map((how) =>
        insertAt(place, saidAt ?? place.span.end, `, ending outside hours ${how}`),
      ),
    page: {
      why: 'Same time two days later may lie after closing, where nobody works.',
      wrong: desk(EXACT_DAYS.replace('at close', 'at same time')),
      right: desk(`${EXACT_DAYS.replace('at close', 'at same time')}, ending outside hours stays`),
    },
  }),
  'assume/clock': assumption<{ metric: string }>({
    message: ({ metric }) =>
      `the clock of \`${metric}\` runs from \`opened\` to the event \`${metric}\`, without a pause, and a ticket that comes back is a new one`,
    help: ({ metric }) =>
      `state it: \`clock ${metric} { starts on opened; stops on … ; pauses while … ; reopen … }\``,
    fixes: ({ metric }, place) => {
      const clock = `clock ${metric} {\n  starts  on opened\n  stops   on ${metric}\n  pauses  never\n  reopen  never\n}`;
      return [addAtEnd(place, clock, `add \`clock ${metric} { … }\` as it is read now`)];
    },
    page: {
      why: 'An automatic mail or a real answer, with or without the time spent waiting for the customer: this decides more verdicts than the target does.',
      wrong: desk('4 h').replace(/clock [^]*?}\n\n/, ''),
      right: desk('4 h'),
    },
  }),
  'assume/billed': assumption<{ per: string }>({
    message: ({ per }) => `the price is billed every ${per}, as it is quoted`,
    help: () => 'state it: `, billed monthly` or `, billed yearly`',
    // As it is read comes first; who bills by the month most often means the year.
    fixes: ({ per }, place) =>
      [...new Set([ADVERBS[per] ?? 'monthly', 'yearly'])].map((how) => addToClause(place, `, billed ${how}`)),
    page: {
      why: 'A price a month billed by the year is twelve times the first invoice.',
      wrong: desk('4 h', ['price EUR 10 per month']),
      right: desk('4 h', ['price EUR 10 per month, billed monthly']),
    },
  }),
};
