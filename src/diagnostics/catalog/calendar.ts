import { didYouMean, error, warning } from '../define.ts';
import { addFirstClause, insertAt, spellAs, takeOut, takeOutRepeated } from '../fix.ts';

const office = `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

const company = `holidays Company {
  source  "the provider's own days"
  covers  2025..2028
  2026-12-24  from 14:00  "Christmas Eve"
}
`;

const regional = `regions by site {
  EMEA  zone Europe/London
  APJ   zone Asia/Kolkata
}

calendar Support {
  zone      of region
  open      Mon..Fri 08:00-17:00
  holidays  none
}
`;

const regionalHolidays = regional
  .replace('holidays  none', 'holidays  of region')
  .replace('Europe/London', 'Europe/London holidays none')
  .replace('Asia/Kolkata', 'Asia/Kolkata holidays none');

const chosen = `calendar Support {
  use  Office
  use  24x7 for phone
}

${office}`;

const nights = `
calendar Nights {
  zone      Europe/Berlin
  open      Mon..Fri 22:00-06:00
  holidays  none
}
`;

function season(dates: string, opens = '09'): string {
  return `  season    ${dates} {\n    open  Mon..Fri ${opens}:00-15:00\n  }\n`;
}

/** Findings about hours, holidays and regions. */
export const calendarDiagnostics = {
  'calendar/no-zone': error<{ calendar: string }>({
    message: ({ calendar }) => `the calendar \`${calendar}\` names no zone`,
    help: () => 'write `zone Europe/Berlin` (or the zone that is meant), or `zone of region`',
    page: {
      why: 'The same office hours are other instants in every zone; a promise in hours that name no zone cannot be kept or missed.',
      wrong: office.replace('  zone      Europe/Berlin\n', ''),
      right: office,
    },
  }),
  'calendar/zone-twice': error<Record<never, never>>({
    message: () => 'the calendar names a second zone',
    fixes: (_, place, related) => [takeOutRepeated(place, related)],
    help: () => 'a calendar has one zone; join two calendars with `calendar Both = First or Second`',
    page: {
      why: 'Hours are read in one zone. Hours of two zones are two calendars, joined by `or`.',
      wrong: office.replace('  open ', '  zone      Europe/Paris\n  open '),
      right: office,
    },
  }),
  'calendar/no-holidays': error<{ calendar: string }>({
    message: ({ calendar }) => `the calendar \`${calendar}\` does not say which holidays close it`,
    help: () => 'write `holidays none`, `holidays US`, or `holidays of region`',
    fixes: (_, place) => addFirstClause(place, 'holidays  none'),
    page: {
      why: 'A holiday that one side counts and the other does not moves a deadline by a day. That there are none must be said too.',
      wrong: office.replace('  holidays  none\n', ''),
      right: office,
    },
  }),
  'calendar/holidays-none-and-some': error<{ calendar: string }>({
    message: ({ calendar }) =>
      `the calendar \`${calendar}\` says both that holidays close it and that none do`,
    help: () => 'keep one of the two lines',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Several holiday sets add up; `none` says that there are none to add.',
      wrong: office.replace('holidays  none', 'holidays  none\n  holidays  Company') + `\n${company}`,
      right: office.replace('none', 'Company') + `\n${company}`,
    },
  }),
  'calendar/no-holiday-file': error<{ set: string; nearest: string | null }>({
    message: ({ set }) => `there is no holiday set \`${set}\`, here or in a file \`holidays/${set}.plan\``,
    saidOnce: true,
    help: ({ set, nearest }) => {
      if (nearest !== null) return didYouMean(nearest);
      if (/^(?:yes|no|all|public|bank|national|excluded|included|observed|closed)$/i.test(set)) {
        return 'name the set that is meant, such as `holidays US`, or write `holidays none`';
      }
      if (!/^[A-Z]{2}(?:-|$)/.test(set)) {
        return `declare \`holidays ${set} { … }\`; the sets of countries are called by their codes, such as \`US\` or \`DE-BY\``;
      }
      const [country = '', ...state] = set.split('-');
      const flags = state.length > 0 ? ` --state ${state.join('-')}` : '';
      return `make the file with \`surety holidays ${country}${flags} --years 2025..2030\` and read it through, or declare \`holidays ${set} { … }\``;
    },
    fixes: ({ nearest }, place) => spellAs(place, nearest),
    page: {
      why: 'Holidays are part of what was agreed, so they are a file that both sides can read, beside the contract or in a folder `holidays` above it, and never looked up when a deadline is worked out.',
      wrong: office.replace('none', 'Atlantis'),
      right: `${company}\n${office.replace('none', 'Company')}`,
    },
  }),
  'calendar/holidays-cover-nothing': error<{ set: string }>({
    message: ({ set }) => `the holiday set \`${set}\` does not say which years it covers`,
    help: () => 'write `covers 2025..2030`: the years for which every holiday is listed',
    page: {
      why: 'Without the years nobody can tell a day that is no holiday from a day that nobody has looked up.',
      wrong: company.replace('  covers  2025..2028\n', ''),
      right: company,
    },
  }),
  'calendar/holiday-outside-years': error<{ date: string; from: number; to: number }>({
    message: ({ date, from, to }) => `${date} lies outside the years ${from}..${to} that the set covers`,
    help: ({ date }) =>
      `list the year's other holidays too and extend \`covers\` to ${date.slice(0, 4)}, or take the day out`,
    page: {
      why: 'A year with one holiday listed looks complete and is not.',
      wrong: company.replace('2026-12-24', '2032-12-24'),
      right: company,
    },
  }),
  'calendar/holiday-twice': error<{ date: string }>({
    message: ({ date }) => `${date} is listed twice`,
    help: () => 'keep one line',
    fixes: (_, place, related) => [takeOutRepeated(place, related)],
    page: {
      why: 'Two lines for one date may close it for different hours.',
      wrong: company.replace('}', '  2026-12-24  "Christmas Eve"\n}'),
      right: company,
    },
  }),
  'calendar/on-before-dates': error<{ wants: boolean }>({
    message: ({ wants }) =>
      wants ? 'hours of dates follow `on`' : '`on` stands only before dates that are named and given hours',
    help: ({ wants }) =>
      wants
        ? 'write `on` before the dates: `open on 2026-12-30 10:00-15:00`'
        : 'take out `on`: dates that begin with `every`, and dates without hours, stand by themselves',
    fixes: ({ wants }, place) => [
      wants ? { ...insertAt(place, place.span.start, 'on '), applicability: 'safe' } : takeOut(place, 'safe'),
    ],
    page: {
      why: 'A line is written in one way, so that two lines which say the same look the same, and a date is told from a window of the week by its first word.',
      wrong: office.replace('  holidays', '  open      2026-12-30 10:00-15:00\n  holidays'),
      right: office.replace('  holidays', '  open      on 2026-12-30 10:00-15:00\n  holidays'),
    },
  }),
  'calendar/never-open': error<{ calendar: string; isCut: boolean }>({
    message: ({ calendar, isCut }) =>
      `the calendar \`${calendar}\` never opens${isCut ? ', since nothing is left of its parts' : ''}`,
    help: ({ isCut }) =>
      isCut
        ? 'take less away; hours that are to add up are joined by `or`'
        : 'write when it is open, such as `open Mon..Fri 09:00-17:00`',
    page: {
      why: 'A clock in hours that never come never runs out, so its promise is worth nothing.',
      wrong: office.replace('  open      Mon..Fri 09:00-17:00\n', ''),
      right: office,
    },
  }),
  'calendar/refers-to-itself': error<{ calendar: string; through: readonly string[] }>({
    message: ({ calendar, through }) =>
      `the calendar \`${calendar}\` is made of itself${through.length > 0 ? ` (through ${through.map((name) => `\`${name}\``).join(', ')})` : ''}`,
    help: () => 'a calendar is made of other calendars',
    page: {
      why: 'Hours that are defined by themselves are not defined.',
      wrong: `${office}calendar Cover = Office or Cover\n`,
      right: `${office}calendar Cover = 24x7 except Office\n`,
    },
  }),
  'calendar/24x5-without-bounds': error<Record<never, never>>({
    message: () => '`24x5` does not say where its five days begin and end',
    help: () => 'declare a calendar with a zone and `open 24x5 Mon 00:00 .. Fri 24:00`, and use its name',
    page: {
      why: 'Five days from Monday 00:00 in Sydney are other hours than five days from Sunday 17:00 in New York; up to two days of difference for a ticket at the weekend.',
      wrong: `${office}calendar Cover = Office or 24x5\n`,
      right: `${office}calendar Weekdays {\n  zone      Europe/Berlin\n  open      24x5 Mon 00:00 .. Fri 24:00\n  holidays  none\n}\n\ncalendar Cover = Office or Weekdays\n`,
    },
  }),
  'calendar/24x5-not-five-days': error<{ window: string }>({
    message: ({ window }) => `\`${window}\` does not last five days`,
    help: () => 'write `24x5 Mon 00:00 .. Fri 24:00`, or another window of 120 hours, or leave `24x5` out',
    page: {
      why: '`24x5` is a claim about the window that follows, and it is checked.',
      wrong: office.replace('Mon..Fri 09:00-17:00', '24x5 Mon 00:00 .. Fri 18:00'),
      right: office.replace('Mon..Fri 09:00-17:00', '24x5 Mon 00:00 .. Fri 24:00'),
    },
  }),
  'calendar/overlapping-hours': warning<{ first: string; second: string; day: string }>({
    message: ({ first, second, day }) => `\`${second}\` overlaps \`${first}\` on ${day}`,
    help: () => 'the hours are counted once; write windows that follow each other',
    page: {
      why: 'Overlapping windows of one line are counted once, which is seldom what two windows were written for.',
      wrong: office.replace('09:00-17:00', '09:00-13:00, 12:00-17:00'),
      right: office.replace('09:00-17:00', '09:00-13:00, 14:00-17:00'),
    },
  }),
  'calendar/dates-twice': error<{ dates: string }>({
    message: ({ dates }) => `\`${dates}\` has two lines`,
    help: () =>
      'keep one; several windows of one date stand in one line: `open on 2026-06-05 09:00-12:00, 14:00-16:00`',
    page: {
      why: 'A dated line says what holds on its date instead of everything else; two of them cannot both.',
      wrong: office.replace(
        'holidays  none',
        'holidays  none\n  closed    2026-06-05\n  open      on 2026-06-05 09:00-12:00',
      ),
      right: office.replace('holidays  none', 'holidays  none\n  open      on 2026-06-05 09:00-12:00'),
    },
  }),
  'calendar/dates-meet': error<{ date: string }>({
    message: ({ date }) => `two lines give ${date} other hours`,
    help: ({ date }) =>
      `let one of them leave out ${date}; an exception within the dates of another line goes below that line`,
    page: {
      why: 'A dated line says what holds on its dates instead of everything else. Where two of them cross, a reader cannot tell which. A line whose dates lie within those of a line above it is an exception to that line, and one that is narrower by `for` wins on its own dates.',
      wrong: office.replace(
        'holidays  none',
        'holidays  none\n  closed    2026-12-24 .. 2026-12-28\n  open      on 2026-12-28 .. 2026-12-30 10:00-14:00',
      ),
      right: office.replace(
        'holidays  none',
        'holidays  none\n  closed    2026-12-24 .. 2026-12-31\n  open      on 2026-12-28 .. 2026-12-30 10:00-14:00',
      ),
    },
  }),
  'calendar/seasons-meet': error<{ date: string }>({
    message: ({ date }) => `two seasons with other hours hold on ${date}`,
    help: () =>
      'let one end before the other begins (both ends of a range of dates are inside it), or put the one that lies within the other below it',
    page: {
      why: 'On each date one week holds. Where two seasons cross, a reader cannot tell which. A season that lies within one above it is an exception to that one.',
      wrong: office.replace(
        '}',
        `${season('2026-06-01 .. 2026-08-31')}${season('2026-08-31 .. 2026-09-30', '10')}}`,
      ),
      right: office.replace(
        '}',
        `${season('2026-06-01 .. 2026-08-30')}${season('2026-08-31 .. 2026-09-30', '10')}}`,
      ),
    },
  }),
  'calendar/dates-in-season': error<Record<never, never>>({
    message: () => 'a season has windows of the week, and this line has dates',
    help: () => 'move the line out of the season into the calendar: dates win over seasons anyway',
    page: {
      why: 'The layers have one order: a dated line over a holiday over a season over the week.',
      wrong: office.replace(
        '}',
        '  season    "summer" every 07-01 .. 08-31 {\n    open     Mon..Fri 09:00-15:00\n    limited  on 2026-07-04 10:00-12:00 admits phone, others stop\n  }\n}',
      ),
      right: office.replace(
        '}',
        '  season    "summer" every 07-01 .. 08-31 {\n    open     Mon..Fri 09:00-15:00\n    limited  Sat 10:00-12:00 admits phone, others stop\n  }\n}',
      ),
    },
  }),
  'calendar/hours-on-no-holidays': error<{ calendar: string }>({
    message: ({ calendar }) => `\`${calendar}\` has hours for holidays, and says that there are none`,
    help: () => 'name the holidays, such as `holidays US`, or take the line out',
    page: {
      why: 'Hours on days that never come are promised to nobody; most often the holidays were forgotten.',
      wrong: office.replace('}', '  on holidays open 10:00-12:00\n}'),
      right: `${company}\n${office.replace('none', 'Company').replace('}', '  on holidays open 10:00-12:00\n}')}`,
    },
  }),
  'calendar/dated-hours-past-midnight': error<{ window: string }>({
    message: ({ window }) => `\`${window}\` runs past midnight, and a dated line speaks of its date alone`,
    help: () => 'end it at 24:00 and give the next date a line of its own',
    page: {
      why: 'The part after midnight belongs to the next date, which has hours of its own.',
      wrong: office.replace('holidays  none', 'holidays  none\n  open      on 2026-06-05 20:00-02:00'),
      right: office.replace('holidays  none', 'holidays  none\n  open      on 2026-06-05 20:00-24:00'),
    },
  }),
  'calendar/use-and-hours': error<{ calendar: string }>({
    message: ({ calendar }) =>
      `the calendar \`${calendar}\` both uses other calendars and has lines of its own`,
    help: () => 'keep the `use` lines here, and give the hours a calendar of their own to be used',
    page: {
      why: 'A calendar of `use` lines is another calendar for other tickets; hours beside them would belong to none.',
      wrong: chosen.replace('}\n', '  holidays  none\n}\n'),
      right: chosen,
    },
  }),
  'calendar/use-leaves-out': error<{ calendar: string; left: string }>({
    message: ({ calendar, left }) => `the calendar \`${calendar}\` says nothing for ${left}`,
    help: () => 'add a line without `for`, such as `use Office`, for all that no other line names',
    page: {
      why: 'A ticket without a calendar has no deadline, and none is guessed.',
      wrong: chosen.replace('  use  Office\n', ''),
      right: chosen,
    },
  }),
  'calendar/use-twice': error<{ calendars: readonly [string, string]; tickets: string }>({
    message: ({ calendars: [first, second], tickets }) =>
      `both \`${first}\` and \`${second}\` are used for ${tickets}`,
    help: () => 'narrow one of the lines, or join the calendars with `or`',
    page: {
      why: 'A narrower line replaces a wider one; of two equally narrow ones neither does, and the deadline would be either.',
      wrong: chosen.replace('}\n', '  use  Nights for phone\n}\n') + nights,
      right: chosen + nights,
    },
  }),
  'calendar/region-without-zone': error<{ calendar: string; region: string }>({
    message: ({ calendar, region }) =>
      `\`${calendar}\` takes its zone from the region, and the region \`${region}\` has none`,
    help: ({ region }) =>
      `write \`${region} zone Europe/London\` (or the zone that is meant) under \`regions\``,
    page: {
      why: 'Hours in the zone of the region need a zone for every region.',
      wrong: regional.replace('APJ   zone Asia/Kolkata', 'APJ   "Asia and Japan"'),
      right: regional,
    },
  }),
  'calendar/region-without-holidays': error<{ calendar: string; region: string }>({
    message: ({ calendar, region }) =>
      `\`${calendar}\` takes its holidays from the region, and the region \`${region}\` names none`,
    help: ({ region }) => `write \`${region} … holidays none\` or a holiday set under \`regions\``,
    page: {
      why: 'That a region has no holidays must be said, since one forgotten moves deadlines by a day.',
      wrong: regionalHolidays.replace('Europe/London holidays none', 'Europe/London'),
      right: regionalHolidays,
    },
  }),
  'calendar/no-regions': error<{ calendar: string }>({
    message: ({ calendar }) => `\`${calendar}\` depends on the region, and the contract declares no regions`,
    help: () => 'declare them: `regions by site { EMEA zone Europe/London }`',
    page: {
      why: 'Hours that depend on the region need the list of regions and what decides which a ticket is in.',
      wrong: regional.replace(/^regions[^]*?}\n\n/, ''),
      right: regional,
    },
  }),
};
