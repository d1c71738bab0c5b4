import { assumption, didYouMean, error } from '../define.ts';
import { insertAt, spellAs, writeInstead } from '../fix.ts';
import { foreignFixes, foreignHelp } from '../foreign-form.ts';
import { desk, EXACT_DAYS, OFFICE } from './examples.ts';

const scenario = `${desk('4 h')}
scenario "a Monday" {
  plan      Basic
  severity  P1
  opened    Mon 2026-06-01 09:00
  expect    respond by Mon 2026-06-01 13:00
}
`;

/** `Office hours` are hours of a calendar. */
function ofCalendar(unit: string): string | null {
  const name = /^(?<name>\S+) (?:h|hours?)$/.exec(unit)?.groups?.['name'];
  return name === undefined ? null : `where \`${name}\` is a calendar, write \`h in ${name}\``;
}

/** Findings about zones, dates, times and units. */
export const timeDiagnostics = {
  'time/zone-abbreviation': error<{ zone: string; candidates: readonly string[] }>({
    message: ({ zone }) => `\`${zone}\` is an abbreviation, and no name of a zone`,
    help: ({ candidates }) => `write ${candidates.map((c) => `\`${c}\``).join(' or ')}`,
    fixes: ({ candidates }, place) =>
      candidates.map((zone) => writeInstead(place, zone, candidates.length === 1 ? 'safe' : 'suggested')),
    page: {
      why: 'EST may be UTC-5 all year or New York with summer time, IST India, Ireland or Israel. An hour off in July is a missed promise; only the names of the IANA time-zone database say which hours are meant.',
      wrong: OFFICE.replace('Europe/Berlin', 'CET'),
      right: OFFICE,
    },
  }),
  'time/unknown-zone': error<{ zone: string; nearest: string | null }>({
    message: ({ zone }) => `there is no time zone \`${zone}\``,
    help: ({ nearest }, place) =>
      didYouMean(nearest) ??
      foreignHelp(place, 'zone') ??
      'write a name of the IANA database such as `Europe/Berlin`, or `fixed +03:00`',
    fixes: ({ nearest }, place) => (nearest === null ? foreignFixes(place, 'zone') : spellAs(place, nearest)),
    page: {
      why: 'Hours are read in a zone of the IANA time-zone database, which knows its summer times of past years.',
      wrong: OFFICE.replace('Europe/Berlin', 'Europe/Berlino'),
      right: OFFICE,
    },
  }),
  'time/impossible-date': error<{ date: string }>({
    message: ({ date }) => `\`${date}\` is no date`,
    help: () => 'dates are `YYYY-MM-DD`, days of every year `MM-DD`',
    page: {
      why: 'A date that does not exist would never apply, and nobody would notice.',
      wrong: OFFICE.replace('holidays  none', 'holidays  none\n  closed    2026-02-30'),
      right: OFFICE.replace('holidays  none', 'holidays  none\n  closed    2026-02-28'),
    },
  }),
  'time/year-outside': error<{ year: number; first: number; last: number }>({
    message: ({ year, first, last }) => `the year ${year} lies outside ${first}..${last}`,
    help: () => 'write a year of four digits, the one that is meant',
    page: {
      why: 'Nothing is worked out for the years before 1970 and after 2099, so a date there is a slip of the hand.',
      wrong: OFFICE.replace('holidays  none', 'holidays  none\n  closed    0206-12-31'),
      right: OFFICE.replace('holidays  none', 'holidays  none\n  closed    2026-12-31'),
    },
  }),
  'time/impossible-time': error<{ time: string }>({
    message: ({ time }) => `\`${time}\` is no time of day`,
    help: () =>
      'times run from 00:00 to 24:00; a window past midnight ends at the earlier time: `22:00-06:00`',
    page: {
      why: 'A day runs from 00:00 to 24:00 on the wall clock.',
      wrong: OFFICE.replace('17:00', '25:00'),
      right: OFFICE,
    },
  }),
  'time/empty-window': error<{ window: string }>({
    message: ({ window }) => `\`${window}\` is empty`,
    help: () =>
      'for the whole day write `00:00-24:00`; a window past midnight ends at the earlier time, as in `22:00-06:00`',
    fixes: (_, place) => [writeInstead(place, '00:00-24:00')],
    page: {
      why: 'Windows hold their start and not their end, so one that ends where it starts holds nothing, or the author meant the whole day.',
      wrong: OFFICE.replace('09:00-17:00', '09:00-09:00'),
      right: OFFICE,
    },
  }),
  'time/range-backwards': error<{ from: string; to: string }>({
    message: ({ from, to }) => `the range ends (\`${to}\`) before it begins (\`${from}\`)`,
    help: () => 'write the lesser one first',
    page: {
      why: 'Ranges of dates include both ends and run forward.',
      wrong: OFFICE.replace('holidays  none', 'holidays  none\n  closed    2026-12-31 .. 2026-12-24'),
      right: OFFICE.replace('holidays  none', 'holidays  none\n  closed    2026-12-24 .. 2026-12-31'),
    },
  }),
  'time/turn-too-short': error<{ turn: string; dates: number }>({
    message: ({ turn, dates }) =>
      dates === 1
        ? `\`${turn}\` is no turn of whole days, two at least`
        : `\`${turn}\` is no turn of whole days that is as long as the ${dates} dates that come back with it`,
    help: () =>
      'write a whole number of weeks, or of days, in which each date stands once: `every 2 weeks from 2026-01-10 .. 2026-01-11`',
    page: {
      why: 'What comes back before it is over would stand for the same date twice; what comes back every day is every date.',
      wrong: OFFICE.replace(
        'holidays  none',
        'holidays  none\n  closed    every 1 weeks from 2026-01-05 .. 2026-01-16',
      ),
      right: OFFICE.replace(
        'holidays  none',
        'holidays  none\n  closed    every 4 weeks from 2026-01-05 .. 2026-01-16',
      ),
    },
  }),
  'assume/of-each-month': assumption<{ day: string }>({
    message: ({ day }) => `\`${day}\` is one in each month, not one in so many weeks`,
    help: ({ day }) =>
      `state it: \`${day} of each month\`; every other week is \`every 2 weeks from 2026-01-04\`, with its first date`,
    fixes: (_, place) => [insertAt(place, place.span.end, ' of each month')],
    page: {
      why: 'The second Sunday of each month comes twelve times a year, every second Sunday twenty-six times.',
      wrong: OFFICE.replace('holidays  none', 'holidays  none\n  closed    every second Fri'),
      right: OFFICE.replace('holidays  none', 'holidays  none\n  closed    every second Fri of each month'),
    },
  }),
  'time/wrong-weekday': error<{ date: string; written: string; actual: string }>({
    message: ({ date, written, actual }) => `${date} is a ${actual}, not a ${written}`,
    help: ({ actual }) => `write \`${actual.slice(0, 3)}\`, or correct the date`,
    fixes: ({ actual }, place) => [writeInstead(place, actual.slice(0, 3))],
    page: {
      why: 'The weekday before a date is there to be checked: a slip in either would test another day than the author meant.',
      wrong: scenario.replace('Mon 2026-06-01 09:00', 'Tue 2026-06-01 09:00'),
      right: scenario,
    },
  }),
  'time/no-zone': error<{ what: string }>({
    message: ({ what }) => `${what} is a local time, and nothing says in which zone`,
    help: () =>
      'add `in Europe/Berlin` (or the zone that is meant), or name one in the contract: `zone Europe/Berlin`',
    page: {
      why: 'The same wall-clock time is another instant in every zone.',
      wrong: scenario.replace('  zone  Europe/Berlin\n', ''),
      right: scenario,
    },
  }),
  'time/bare-days': error<{ amount: string }>({
    message: ({ amount }) => `\`${amount} days\` may be business days or calendar days`,
    help: ({ amount }, { source, span }) =>
      /^\s*notice\b/.test(source.text.slice(span.end))
        ? `write \`${amount} calendar days notice\` or \`${amount} business days notice\``
        : `write \`${amount} business days in … at …\` or \`${amount} calendar days in … at …\``,
    page: {
      why: 'From a Thursday afternoon, two days may end on Friday, Saturday, Monday or a week later. A count of days says what a day is and where it ends.',
      wrong: desk('2 days'),
      right: desk(EXACT_DAYS),
    },
  }),
  'time/unknown-unit': error<{ unit: string; nearest: string | null }>({
    message: ({ unit }) => `\`${unit}\` is no unit of time`,
    help: ({ unit, nearest }, place) =>
      didYouMean(nearest) ??
      foreignHelp(place, 'unit') ??
      ofCalendar(unit) ??
      'the units are `s`, `min`, `h`, `business hours`, `business days`, `calendar days`, `weeks`, `months`, `years`',
    // A single letter may be short for several units, and so may the word that is nearest to a single one.
    fixes: ({ unit, nearest }, place) =>
      nearest === null
        ? foreignFixes(place, 'unit')
        : [writeInstead(place, nearest, Math.min(unit.length, nearest.length) > 2 ? 'safe' : 'suggested')],
    page: {
      why: 'Hours are elapsed time, days are dates; each unit has one meaning.',
      wrong: desk('4 hrz'),
      right: desk('4 h'),
    },
  }),
  'time/not-whole': error<{ amount: string; unit: string }>({
    message: ({ amount, unit }) =>
      `\`${amount} ${unit}\` is no whole number of ${unit.includes('day') || /week|month|year/.test(unit) ? unit : 'seconds'}`,
    help: () => 'write a whole number, or a smaller unit',
    page: {
      why: 'Dates are counted whole, and time is exact to the second.',
      wrong: desk('1.5 business days in Office at close'),
      right: desk(EXACT_DAYS),
    },
  }),
  'time/too-long': error<{ amount: string; unit: string; years: number }>({
    message: ({ amount, unit, years }) =>
      `\`${amount} ${unit}\` is longer than the ${years} years for which time is worked out`,
    help: () => 'write the length that is meant; a promise without one is `best effort`',
    page: {
      why: 'Nothing is worked out for the years before 1970 and after 2099, so what takes longer can never be due.',
      wrong: desk('100000000 h'),
      right: desk('100 h'),
    },
  }),
  'time/zero': error<{ amount: string; isPromise: boolean }>({
    message: ({ amount }) => `\`${amount}\` is no time at all`,
    help: ({ isPromise }) =>
      isPromise
        ? 'a promise without a duration is `at once`, `best effort` or `not offered`'
        : 'write how long it is, or leave out what says so',
    page: {
      why: 'A budget of nothing is used up before anyone can answer.',
      wrong: desk('0 h'),
      right: desk('best effort'),
    },
  }),
};
