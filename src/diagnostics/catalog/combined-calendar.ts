import { error } from '../define.ts';
import { takeOutRepeated } from '../fix.ts';

const worldwide = `calendar Berlin {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

calendar Tokyo {
  zone      Asia/Tokyo
  open      Mon..Fri 09:00-17:00
  holidays  none
}

calendar Desks = Berlin or Tokyo

clock respond {
  starts  on opened
  stops   on reply
}

plan Standard {
  targets {
         respond
    all  2 business days in Desks at close, received outside hours as received, day of receipt does not count
  }
}
`;

const dated = worldwide.replace('Berlin or Tokyo', 'Berlin or Tokyo {\n  dates  of Europe/Berlin\n}');

const follows = `calendar FollowTheSun {
  open      Mon 08:00 in Asia/Tokyo .. Fri 17:00 in America/New_York
  dates     of America/New_York
  holidays  none
}
`;

/** Findings about calendars put together from others, and whose dates count in them. */
export const combinedCalendarDiagnostics = {
  'calendar/dates-of-twice': error<Record<never, never>>({
    message: () => 'the calendar says twice whose dates count',
    fixes: (_, place, related) => [takeOutRepeated(place, related)],
    help: () => 'keep one of the two lines',
    page: {
      why: 'A day is a date of one zone; counted by two, a count of days would have two ends.',
      wrong: worldwide.replace(
        'Berlin or Tokyo',
        'Berlin or Tokyo {\n  dates  of Europe/Berlin\n  dates  of Asia/Tokyo\n}',
      ),
      right: dated,
    },
  }),
  'calendar/whose-dates': error<{ calendar: string; zones: readonly string[] }>({
    message: ({ calendar, zones }) =>
      `days are counted in \`${calendar}\`, whose hours lie in ${zones.map((zone) => `\`${zone}\``).join(' and ')}`,
    help: ({ calendar, zones }) =>
      `say whose dates count: \`calendar ${calendar} = … { dates of ${zones.find((zone) => zone.includes('/')) ?? 'Europe/Berlin'} }\``,
    page: {
      why: 'When it is Monday noon in New York it is Tuesday in Tokyo. A count of days needs one zone whose dates are counted and whose midnight ends them.',
      wrong: worldwide,
      right: dated,
    },
  }),
  'calendar/between-zones-here': error<{ window: string }>({
    message: ({ window }) => `\`${window}\` is read in zones of its own, and this line in the calendar's`,
    help: () => 'write it in an `open` line of the calendar itself, outside seasons and limited hours',
    page: {
      why: "A season and limited hours belong to dates and times of the calendar's own zone. A window between zones is a stretch from one instant to another, which no single date holds.",
      wrong: follows.replace(
        '  holidays',
        '  season    2026-06-01 .. 2026-08-31 {\n    open  Tue 08:00 in Asia/Tokyo .. Thu 17:00 in America/New_York\n  }\n  holidays',
      ),
      right: follows,
    },
  }),
  'calendar/combined-and-hours': error<{ calendar: string }>({
    message: ({ calendar }) =>
      `the calendar \`${calendar}\` is put together from others and has lines of its own`,
    help: () =>
      'give the hours a calendar of their own and join it, such as `= Office or Weekend`; beside `=` only `dates of Europe/Berlin` can stand',
    page: {
      why: 'A combined calendar is what its parts are. A line beside them would have no zone and no place in the order of layers.',
      wrong: worldwide.replace(
        'Berlin or Tokyo',
        'Berlin or Tokyo {\n  dates   of Europe/Berlin\n  closed  2026-12-24\n}',
      ),
      right: dated,
    },
  }),
};
