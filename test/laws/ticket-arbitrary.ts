/** Random contracts of one desk, and random histories of a ticket under them: what a change does to clocks that run. */
import * as fc from 'fast-check';
import { desk } from '../traps/desk.ts';

const cell = fc.constantFrom(
  '4 h in B',
  '8 h in B',
  '16 h in B',
  '6 h',
  '30 h',
  '4 h in Desk',
  '2 business days in B at close',
  'best effort',
);

const change = fc
  .record({
    basis: fc.constantFrom(
      'count from open',
      'count from the change',
      'count from described',
      'keep elapsed',
      'proportional',
      'keep old',
    ),
    earlier: fc.boolean(),
    floor: fc.boolean(),
    late: fc.constantFrom('deadline', 'change'),
    breach: fc.constantFrom('stays a breach', 'is forgotten'),
  })
  .map(({ basis, earlier, floor, late, breach }) => {
    if (basis === 'keep old') return basis;
    const more = [
      ...(earlier ? ['earlier of old and new'] : []),
      ...(floor ? ['never due less than 30 min after the change'] : []),
    ];
    return [basis, ...more, `late from the ${late}`, `a breach ${breach}`].join(', ');
  });

const reopen = fc.constantFrom(
  'never',
  'within 2 business days ending at close in B continues, met is withdrawn',
  'within 2 business days ending at close in B continues, met stands',
  'within 2 business days ending at close in B starts afresh, met stands',
  'within 2 business days ending at close in B starts afresh, met is withdrawn',
  'within 2 business days ending at close in B runs on, met is withdrawn',
);

const start = fc.constantFrom('opened', 'described', 'last of opened, described', 'opened then acknowledged');

const RULES = [
  'rule "partly restored" on restored partly then lower P1 to P3, if customer agrees, silence refuses',
  'rule "looked at" on acknowledged when severity = P3 then raise to P1, tell customer',
  'rule "by mail" when channel = phone then severity at most P3',
] as const;

export const contractText: fc.Arbitrary<string> = fc
  .record({
    p1: cell,
    p3: cell,
    raise: change,
    lower: change,
    channel: change,
    completion: fc.option(change),
    reopen,
    start,
    stops: fc.constantFrom('resolved', 'resolved, reply', 'resolved, reply at last'),
    pauses: fc.constantFrom(
      '',
      'pauses while waiting for customer, third party;',
      'counts only while "with an agent";',
    ),
    days: fc.constantFrom('', 'days skip dates paused;', 'days add time paused;'),
    every: fc.constantFrom(
      '',
      '',
      'every "customer reply", oldest message;',
      'every "customer reply", newest message;',
      'every "customer reply", oldest message, messages within 30 min are one;',
    ),
    rules: fc.subarray([...RULES]),
  })
  .map((given) =>
    desk({
      extra:
        'state "with an agent" "somebody works on it"\nchannel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
      p1: given.p1,
      p3: given.p3,
      clock: `starts on ${given.start}; stops on ${given.stops}; ${given.pauses} ${given.days} ${given.every} reopen ${given.reopen}`,
      rules: [
        `on raise ${given.raise}`,
        `on lower ${given.lower}`,
        `on change of channel ${given.channel}`,
        ...(given.completion === null ? [] : [`on completion ${given.completion}`]),
        ...given.rules,
      ].join('\n'),
    }),
  );

export interface Told {
  readonly at: number;
  readonly event: string;
  readonly severity?: string;
  readonly channel?: string;
  readonly state?: string;
}

const OPENED = Date.parse('2026-03-26T07:00:00Z');
const HALF_HOUR = 1_800_000;

const happening: fc.Arbitrary<Omit<Told, 'at'>> = fc.oneof(
  fc.constantFrom<Omit<Told, 'at'>>(
    { event: 'raised', severity: 'P1' },
    { event: 'lowered', severity: 'P3' },
    { event: 'described', severity: 'P1' },
    { event: 'changed', channel: 'phone' },
    { event: 'changed', channel: 'web' },
  ),
  fc.constantFrom<Omit<Told, 'at'>>(
    { event: 'described' },
    { event: 'acknowledged' },
    { event: 'restored partly' },
    { event: 'agreed' },
    { event: 'reply' },
    { event: 'customer reply' },
    { event: 'resolved' },
    { event: 'reopened' },
    { event: 'closed' },
  ),
  fc.constantFrom<Omit<Told, 'at'>>(
    { event: 'waiting for customer' },
    { event: 'third party' },
    { event: 'with an agent' },
    { event: 'resumed' },
    { event: 'resumed', state: 'third party' },
    { event: 'state', state: 'waiting for customer' },
  ),
);

/** Mostly on half hours, so that events fall on edges, on deadlines and on each other; the clock goes forward on the way. */
export const history: fc.Arbitrary<readonly Told[]> = fc
  .tuple(
    fc.record({
      severity: fc.constantFrom('P1', 'P3'),
      channel: fc.constantFrom('web', 'phone'),
      hours: fc.integer({ min: 0, max: 48 }),
    }),
    fc.array(
      fc.tuple(
        happening,
        fc.oneof(
          { weight: 5, arbitrary: fc.integer({ min: 0, max: 240 }).map((n) => n * HALF_HOUR) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 240 * HALF_HOUR }) },
        ),
      ),
      { maxLength: 9 },
    ),
  )
  .map(([{ severity, channel, hours }, rest]) => {
    const opened = OPENED + hours * HALF_HOUR;
    return [
      { at: opened, event: 'opened', severity, channel },
      ...rest.map(([what, after]) => ({ ...what, at: opened + after })),
    ];
  });
