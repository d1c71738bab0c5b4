/** Traps 13 and 14: holidays, and whose clock it is. */
import { desk, same } from './desk.ts';
import { due, form, type Trap, trap } from './trap.ts';

const held = (holidays: string, sets = '') =>
  same('8 h in B', {
    hours: `${sets}\ncalendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00${holidays} }`,
  });
const OBSERVED = (rule: string) =>
  `holidays US { covers 2026..2027; every 07-04 "Independence Day" ${rule} }`;
const REGIONS = `regions by site {
  US "America" zone America/New_York
  HK "Hong Kong" zone Asia/Hong_Kong
}`;
/** With closures of which `DATA` holds one, announced on Thursday morning for that day and the next. */
const closing = (rules: string) => held(`; holidays none; closures "closures.jsonl" ${rules}`);
const owned = (zone: string, extra = '', holidays = 'none') =>
  same('4 h in B', {
    hours: `${extra}\n${REGIONS}\ncalendar B { zone ${zone}; open Mon..Fri 09:00-17:00; holidays ${holidays} }`,
  });

export const PLACES: readonly Trap[] = [
  trap(
    13,
    'Holidays',
    'Whose holidays, what of one that falls on a Saturday, of half a day, and do they close what is open round the clock? Does one that is announced on the day give open tickets time?',
    {
      open: [
        { contract: held(''), asks: ['calendar/no-holidays'] },
        { contract: held('; holidays Ruritania'), asks: ['calendar/no-holiday-file @ Ruritania'] },
        { contract: closing('with 2 days notice'), asks: ['time/bare-days @ 2 days'] },
        { contract: closing('without notice'), asks: ['assume/closure-in-flight', 'assume/late-closure'] },
      ],
      forms: [
        form(
          'holidays none',
          held('; holidays none'),
          due('2026-07-02T12:00+02:00', '2026-07-03T12:00+02:00'),
        ),
        form(
          'every 07-04, on the day itself',
          held('; holidays US', OBSERVED('')),
          due('2026-07-02T12:00+02:00', '2026-07-03T12:00+02:00'),
        ),
        form(
          'observed nearest weekday',
          held('; holidays US', OBSERVED('observed nearest weekday')),
          due('2026-07-02T12:00+02:00', '2026-07-06T12:00+02:00'),
        ),
        form(
          'from 14:00',
          held(
            '; holidays Eve',
            'holidays Eve { covers 2026..2027; every 12-24 from 14:00 "Christmas Eve" }',
          ),
          due('2026-12-24T12:00+01:00', '2026-12-25T15:00+01:00'),
        ),
        form(
          'round the clock but not on holidays',
          same('8 h in B', {
            hours: `${OBSERVED('observed nearest weekday')}
calendar B { zone Europe/Berlin; open Mon 00:00 .. Sun 24:00; holidays US }`,
          }),
          due('2026-07-02T20:00+02:00', '2026-07-04T04:00+02:00'),
        ),
        form(
          'closures … with 2 calendar days notice, late ones do not count',
          closing('with 2 calendar days notice, late ones do not count, tickets in flight see them'),
          due('2026-07-08T13:00+02:00', '2026-07-09T13:00+02:00'),
        ),
        form(
          'closures … without notice, late ones count from the end of the notice, tickets in flight see them',
          closing('without notice, late ones count from the end of the notice, tickets in flight see them'),
          due('2026-07-08T13:00+02:00', '2026-07-13T12:00+02:00'),
        ),
        form(
          '… tickets in flight keep old',
          closing('without notice, late ones count from the end of the notice, tickets in flight keep old'),
          due('2026-07-08T13:00+02:00', '2026-07-09T13:00+02:00'),
          due('2026-07-09T10:00+02:00', '2026-07-13T17:00+02:00'),
        ),
        form('24x7', same('8 h in 24x7'), due('2026-07-02T20:00+02:00', '2026-07-03T04:00+02:00')),
      ],
      differIn: ['calendars', 'plans', 'zones'],
    },
  ),
  trap(
    14,
    'Whose office hours?',
    'The customer is in Hong Kong and the provider in New York: whose hours and whose holidays count, and what if the region is not known?',
    {
      open: [
        {
          contract: `${owned('of region')}scenario "nowhere" { plan Basic; severity P3; opened 2026-06-19 09:00 in Asia/Hong_Kong; expect resolve by 2026-06-19 13:00 in Asia/Hong_Kong }`,
          asks: ['scenario/incomplete @ scenario "nowhere"'],
        },
        {
          contract: desk({
            hours: 'calendar B { zone of region; open Mon..Fri 09:00-17:00; holidays none }',
          }),
          asks: ['calendar/no-regions'],
        },
      ],
      forms: [
        form(
          'zone of region',
          owned('of region'),
          due('2026-06-19T09:00+08:00', '2026-06-19T13:00+08:00', { region: 'HK' }),
        ),
        form(
          'zone America/New_York, holidays US',
          owned('America/New_York', 'holidays US { covers 2026..2027; 2026-06-19 "Juneteenth" }', 'US'),
          due('2026-06-19T09:00+08:00', '2026-06-22T13:00-04:00', { region: 'HK' }),
        ),
        form(
          'zone America/New_York, holidays none',
          owned('America/New_York'),
          due('2026-06-19T09:00+08:00', '2026-06-19T13:00-04:00', { region: 'HK' }),
        ),
      ],
      differIn: ['calendars', 'plans', 'zones'],
    },
  ),
];
