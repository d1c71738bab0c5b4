/** Traps 18, 19, 25 to 29 and 32: what counts, what is used up, and which of several promises holds. */
import { desk, same } from './desk.ts';
import { appointment, boughtTwice, month, nineOfTen, worked } from './count.ts';
import { due, form, type Trap, trap } from './trap.ts';

const replies = (clause: string) =>
  same('4 h in B', { clock: 'starts on opened; stops on resolved; pauses never; reopen never' })
    .replace('    resolve\n', '    reply\n')
    .replace(
      /clock resolve \{[^}]*\}/,
      `clock reply { starts on "customer reply"; stops on reply; ${clause} }`,
    );
const responds = (clock: string) =>
  same('1 h in B')
    .replace('    resolve\n', '    respond\n')
    .replace(/clock resolve \{[^}]*\}/, clock);
const INCIDENTS = 'incidents 20 per year, over refused, used when opened, one incident per ticket';
const rolled = (clause: string) =>
  same('4 h in B', {
    header: 'effective 2026-03-01 in Europe/Berlin\n  binds by opened',
    plan: `${INCIDENTS.replace('20 per year', 'prepaid per contract year')}\n  rollover incidents ${clause}`,
  });
const charged = (clause: string) =>
  same('4 h in B', { plan: `${INCIDENTS}\n  charge appointment ${clause}` });
const MOSCOW = 'calendar B { zone Europe/Moscow; open Mon..Fri 10:00-19:00; holidays none }';
const banked = (clause: string) =>
  same('4 h in B', {
    hours: MOSCOW,
    plan: `hours 120 per year, over refused, used when work ends, outside B at 2x ${clause}`,
  });
const paid = (clause: string) =>
  same('4 h in B', {
    hours: MOSCOW,
    header: 'zone Europe/Berlin\n  currency EUR',
    plan: `rate EUR 120 per hour in B | EUR 240 per hour outside${clause}`,
  });
const evenings = (whole: string, odd: string) => [
  worked('2026-06-11T18:00+03:00', '2026-06-11T20:30+03:00', whole),
  worked('2026-06-11T18:10+03:00', '2026-06-11T20:20+03:00', odd),
];
const handed = (clause: string) =>
  charged(`2 incidents first 1 h, then 1 incident per started 30 min, on conclusion${clause}`).replace(
    '  charge appointment',
    '  charge handover 1 incident, on reply\n  charge appointment',
  );
const attained = (clause: string) =>
  same('4 h in B', { plan: `attain ${clause}${clause.includes('per severity') ? '' : ', overall'}` });
const second = (cell: string) =>
  `${same('8 h in B')}plan Better extends Basic {
  targets {
    resolve
    all | ${cell}
  }
}
`;

export const COUNTS: readonly Trap[] = [
  trap(
    18,
    'The next answer',
    'A customer writes twice before anybody answers: does the clock run from the first message or the last, and are messages that follow each other at once one?',
    {
      open: [{ contract: replies(''), asks: ['assume/every-message @ "customer reply"'] }],
      forms: [
        'every "customer reply", oldest message',
        'every "customer reply", newest message',
        'every "customer reply", oldest message, messages within 3 min are one',
      ].map((clause) => form(clause, replies(clause))),
      differIn: ['clocks'],
    },
  ),
  trap(
    19,
    'What is a response?',
    'An automatic mail, a note, an assignment, a call, a letter: which of them is the answer that was promised?',
    {
      open: [{ contract: responds(''), asks: ['assume/clock @ respond'] }],
      forms: [
        ['stops on reply', 'stops on reply'],
        ['stops on reply, call', 'stops on reply, call'],
        ['stops on assigned', 'stops on assigned'],
        ['stops not on "automatic reply"', 'stops on reply; stops not on "automatic reply"'],
      ].map(([says, clause]) =>
        form(says ?? '', responds(`clock respond { starts on opened; ${clause ?? ''} }`)),
      ),
      differIn: ['clocks'],
    },
  ),
  trap(
    25,
    'What is left over',
    'Units that were not used are carried into the next year: are the old ones used first, and may they be carried again?',
    {
      open: [
        { contract: rolled('up to 15 per year, carried once'), asks: ['entitlement/rollover-order'] },
        { contract: rolled('up to 15 per year, oldest first'), asks: ['assume/carried'] },
        { contract: rolled('up to 15, oldest first, carried once'), asks: ['assume/rollover-cap @ 15'] },
      ],
      forms: [
        ['up to 15 per contract year, oldest first, carried once', '15 and 10'],
        ['up to 15 per contract year, newest first, carried once', '15 and 0'],
        ['up to 15 per contract year, oldest first, carried again', '15 and 10'],
        ['up to 15 per contract year, newest first, carried again', '15 and 10'],
        ['up to 15 in all, oldest first, carried again', '15 and 10'],
      ].map(([clause = '', comes = '']) =>
        form(`rollover incidents ${clause}`, rolled(clause), boughtTwice(comes)),
      ),
      differIn: ['plans'],
    },
  ),
  trap(
    26,
    'What uses a unit, and when',
    'How much is an appointment of eighty minutes, when is a unit used, and what when none is left?',
    {
      open: [
        {
          contract: same('4 h in B', { plan: INCIDENTS.replace(', used when opened', '') }),
          asks: ['assume/used-when'],
        },
        { contract: same('4 h in B', { plan: 'incidents 20 per year' }), asks: ['plan/quota-without-over'] },
        {
          contract: charged('2 incidents first 1 h, then 1 incident per started 30 min'),
          asks: ['assume/charged-on'],
        },
        { contract: handed(''), asks: ['assume/charges-together'] },
      ],
      forms: [
        ...(
          [
            ['2 incidents first 1 h, then 1 incident per started 30 min, on conclusion', '3', '2'],
            ['1 incident per started 30 min, on conclusion', '3', '1'],
            ['2 incidents per 1 h, on conclusion', '2.67', '0.67'],
            ['2 incidents per 1 h, at least 1 h, on conclusion', '2.67', '2'],
            ['2 incidents per 1 h, on opened', '2.67', '0.67'],
          ] as const
        ).map(([clause, long, short]) =>
          form(
            `charge appointment ${clause}`,
            charged(clause),
            appointment(80, `${long} incidents`),
            appointment(20, `${short} incidents`),
          ),
        ),
        ...(
          [
            [', besides handover', '3 incidents'],
            [', instead of handover', '2 incidents'],
          ] as const
        ).map(([clause, comes]) =>
          form(`charge appointment …${clause}`, handed(clause), appointment(60, comes)),
        ),
        ...(
          [
            ['in Europe/Berlin, over refused, used when opened', 'January', 'February'],
            ['in UTC, over refused, used when opened', 'January', 'January'],
            ['in Europe/Berlin, over refused, used when closed', 'February', 'February'],
          ] as const
        ).map(([clause, before, after]) =>
          form(
            `incidents 20 per month ${clause}`,
            same('4 h in B', { plan: `incidents 20 per month ${clause}, one incident per ticket` }),
            month('2026-01-31T23:50+01:00', before),
            month('2026-02-01T00:30+01:00', after),
          ),
        ),
      ],
      differIn: ['plans', 'zones'],
    },
  ),
  trap(
    27,
    'Double outside hours',
    'Work crosses the end of hours after which it counts twice: is it split there, counted by its start, or twice as a whole, and does it draw hours or bill money?',
    {
      open: [
        { contract: banked(', not rounded'), asks: ['assume/off-hours-parts'] },
        { contract: banked('split at edge'), asks: ['assume/hours-rounding @ hours'] },
        {
          contract: banked('split at edge, rounded up to 15 min'),
          asks: ['assume/rounding-order @ rounded up to 15 min'],
        },
        { contract: paid(''), asks: ['assume/rate-parts'] },
      ],
      forms: [
        ...(
          [
            ['split at edge, not rounded', '4 h', '3.5 h'],
            ['by start, not rounded', '2.5 h', '2.17 h'],
            ['whole, not rounded', '5 h', '4.33 h'],
            ['split at edge, rounded up to 15 min before splitting', '4 h', '3.67 h'],
            ['split at edge, rounded up to 15 min after splitting', '4 h', '4 h'],
          ] as const
        ).map(([clause, whole, odd]) =>
          form(`outside B at 2x ${clause}`, banked(clause), ...evenings(whole, odd)),
        ),
        ...(
          [
            ['split at edge', 'EUR 480.00', 'EUR 420.00'],
            ['by start', 'EUR 300.00', 'EUR 260.00'],
            ['whole', 'EUR 600.00', 'EUR 520.00'],
            ['rounded up to 15 min before splitting, split at edge', 'EUR 480.00', 'EUR 440.00'],
            ['rounded up to 15 min after splitting, split at edge', 'EUR 480.00', 'EUR 480.00'],
          ] as const
        ).map(([clause, whole, odd]) =>
          form(
            `rate EUR 120 per hour in B | EUR 240 per hour outside, ${clause}`,
            paid(`, ${clause}`),
            ...evenings(whole, odd),
          ),
        ),
      ],
      differIn: ['plans', 'currency'],
    },
  ),
  trap(
    28,
    'Nine of ten',
    'Ninety per cent of which tickets, counted in which month, of each severity or of all, and is one late ticket of nine a miss?',
    {
      settled:
        'A share is an exact fraction and is never rounded: 89.96 % is less than 90 %. Which tickets and which month the contract has to say.',
      open: [
        { contract: attained('90% of resolve per month'), asks: ['plan/attain-without-population'] },
        { contract: attained('90% of resolve of tickets closed'), asks: ['plan/attain-without-period'] },
        {
          contract: attained('90% of resolve per month of tickets closed'),
          asks: ['assume/counted-tickets @ attain 90% of resolve per month of tickets closed, overall'],
        },
        {
          contract: same('4 h in B', {
            plan: 'attain 90% of resolve per month of tickets closed, except none',
          }),
          asks: ['assume/attained-by @ attain 90% of resolve per month of tickets closed, except none'],
        },
      ],
      forms: (
        [
          ['90% of resolve per month of tickets opened, except none', '2026-05 8 of 9 missed'],
          ['90% of resolve per month of tickets closed, except none', '2026-06 8 of 9 missed'],
          ['90% of resolve per month of tickets due, except none', '2026-06 8 of 9 missed'],
          ['90% of resolve per year of tickets closed, except none', '2026-01 8 of 9 missed'],
          [
            '90% of resolve per month of tickets closed, except cancelled and duplicates',
            '2026-06 8 of 8 kept',
          ],
          [
            '90% of resolve per month of tickets closed, per severity, except none',
            '2026-06 of P1 0 of 1 missed, 2026-06 of P3 8 of 8 kept',
          ],
          [
            '90% of resolve per month of tickets closed, at least 20 tickets, except none',
            '2026-06 8 of 9 not judged',
          ],
          ['88.88% of resolve per month of tickets closed, except none', '2026-06 8 of 9 kept'],
          ['88.89% of resolve per month of tickets closed, except none', '2026-06 8 of 9 missed'],
          [
            'at most 1 late of resolve per month of tickets closed below 20 tickets, else 90%, except none',
            '2026-06 8 of 9 kept',
          ],
        ] as const
      ).map(([clause, comes]) =>
        form(
          `attain ${clause}`,
          attained(clause),
          nineOfTen(
            'nine tickets of May, closed in June, one of P1 late and a duplicate',
            { inTime: 8, late: 1, more: { is: ['duplicates'] } },
            comes,
          ),
        ),
      ),
      differIn: ['plans'],
      rejected: [
        {
          reading: 'a share that is rounded before it is compared',
          contract: attained('90% of resolve per month of tickets closed, rounded, except none'),
          code: 'syntax/unexpected',
        },
      ],
    },
  ),
  trap(
    29,
    'Two promises for one ticket',
    'A plan includes another and states a value of its own: which holds?',
    {
      settled:
        'The plan’s own line, for exactly the tickets that it names; of several that match, the narrowest. A plan that promises less than the one it includes is a warning that names both.',
      open: [{ contract: second('16 h in B'), asks: ['lint/worse-than-inherited'] }],
      forms: [
        form('plan Better extends Basic', second('4 h in B')),
        form('plan Better extends Basic, which says nothing else', second('8 h in B')),
      ],
      differIn: ['plans'],
    },
  ),
  trap(
    32,
    'The better plan that is later',
    'A higher severity, or a higher plan, with a promise that may fall due later.',
    {
      open: [
        {
          contract: desk({ p1: '16 h in B', p3: '4 h in B' }),
          asks: ['lint/slower-when-more-severe'],
        },
        { contract: second('16 h in B'), asks: ['lint/worse-than-inherited'] },
      ],
      forms: [
        form(
          '4 h before 16 h',
          desk(),
          due('2026-06-02T10:00+02:00', '2026-06-02T14:00+02:00', { severity: 'P1' }),
        ),
      ],
    },
  ),
];
