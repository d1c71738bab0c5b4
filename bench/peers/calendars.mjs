/**
 * The calendars that everybody is asked about, as plain data: hours by ISO weekday (Monday is 1), `24:00` for the end of
 * the day, and dates that are closed every year. Simple enough for every library, and each with what goes wrong.
 */
const HOLIDAYS = ['01-01', '01-15', '02-15', '05-25', '06-19', '07-04', '09-07', '10-12', '11-11', '12-25'];
const WEEKDAYS = [1, 2, 3, 4, 5];
const ALL_DAYS = [...WEEKDAYS, 6, 7];

const daily = (days, hours) =>
  Object.fromEntries(ALL_DAYS.map((day) => [day, days.includes(day) ? hours : null]));

export const CALENDARS = [
  {
    name: 'New York, Monday to Friday 09:00-17:00, ten holidays a year',
    short: 'office',
    zone: 'America/New_York',
    week: daily(WEEKDAYS, ['09:00', '17:00']),
    holidays: HOLIDAYS,
  },
  {
    name: 'New York, open around the clock',
    short: '24 h',
    zone: 'America/New_York',
    week: daily(ALL_DAYS, ['00:00', '24:00']),
    holidays: [],
  },
  {
    name: 'New York, every night 00:00-08:00',
    short: 'nights',
    zone: 'America/New_York',
    week: daily(ALL_DAYS, ['00:00', '08:00']),
    holidays: [],
  },
  {
    name: 'Cairo, every night 00:00-08:00',
    short: 'Cairo',
    zone: 'Africa/Cairo',
    week: daily(ALL_DAYS, ['00:00', '08:00']),
    holidays: [],
  },
  {
    name: 'Lord Howe, every night 00:00-08:00',
    short: 'Lord Howe',
    zone: 'Australia/Lord_Howe',
    week: daily(ALL_DAYS, ['00:00', '08:00']),
    holidays: [],
  },
];

/** Instants that are asked about lie in these years. */
export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2029;

/** For libraries that want every holiday with its year; answers may lie a month beyond the questions. */
export function datesOf({ holidays }) {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 3 }, (_, i) => FIRST_YEAR - 1 + i);
  return years.flatMap((year) => holidays.map((date) => `${year}-${date}`));
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The calendar as a contract. */
export function contractOf(calendar) {
  const { zone, week, holidays } = calendar;
  const open = DAYS.flatMap((day, i) => {
    const hours = week[i + 1];
    return hours === null ? [] : [`  open ${day} ${hours.join('-')}`];
  });
  const set =
    holidays.length === 0
      ? []
      : [
          'holidays Closed {',
          '  source "the same dates every year"',
          `  covers ${FIRST_YEAR - 1}..${LAST_YEAR + 1}`,
          ...datesOf(calendar).map((date) => `  ${date} "closed"`),
          '}',
        ];
  return [
    `contract "Peers" version "1" { effective ${FIRST_YEAR}-01-01 in ${zone} }`,
    ...set,
    'calendar C {',
    `  zone ${zone}`,
    ...open,
    `  holidays ${holidays.length === 0 ? 'none' : 'Closed'}`,
    '}',
    '',
  ].join('\n');
}
