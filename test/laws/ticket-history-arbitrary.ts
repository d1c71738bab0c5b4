/** Random histories of a ticket under the contracts of `ticket-contract-arbitrary.ts`. */
import * as fc from 'fast-check';

export interface Told {
  readonly at: number;
  readonly event: string;
  readonly plan?: string;
  readonly severity?: string;
  readonly channel?: string;
  readonly type?: string;
  readonly state?: string;
  readonly facts?: Readonly<Record<string, boolean | string>>;
}

const OPENED = Date.parse('2026-03-26T07:00:00Z');
const HALF_HOUR = 1_800_000;

type Happening = Omit<Told, 'at'>;

/** What says something of the ticket. */
const saying = fc.constantFrom<Happening>(
  { event: 'raised', severity: 'P1' },
  { event: 'raised', severity: 'P2' },
  { event: 'lowered', severity: 'P3' },
  { event: 'corrected', severity: 'P2' },
  { event: 'described', severity: 'P1' },
  { event: 'described', facts: { urgent: true } },
  { event: 'changed', channel: 'phone' },
  { event: 'changed', channel: 'web' },
  { event: 'changed', plan: 'Plus' },
  { event: 'changed', plan: 'Basic' },
  { event: 'changed', type: 'wish' },
  { event: 'changed', type: 'bug' },
  { event: 'changed', facts: { urgent: true } },
  { event: 'changed', facts: { urgent: false } },
  { event: 'changed', facts: { place: 'test' } },
  { event: 'changed', facts: { place: 'live', urgent: true } },
  { event: 'changed', channel: 'phone', facts: { place: 'test' } },
);

/** What happens to it. */
const plain = fc.constantFrom<Happening>(
  { event: 'described' },
  { event: 'acknowledged' },
  { event: 'restored partly' },
  { event: 'agreed' },
  { event: 'refused' },
  { event: 'reply' },
  { event: 'customer reply' },
  { event: 'call' },
  { event: 'update' },
  { event: 'handed over' },
  { event: 'resolved' },
  { event: 'reopened' },
  { event: 'closed' },
  { event: 'cancelled' },
);

const states = fc.constantFrom<Happening>(
  { event: 'waiting for customer' },
  { event: 'third party' },
  { event: 'with an agent' },
  { event: 'resumed' },
  { event: 'resumed', state: 'third party' },
  { event: 'state', state: 'waiting for customer' },
);

/** Whether an event does nothing but change the state; those of one instant keep the order of their lines. */
export function changesState({ event }: Told): boolean {
  return ['state', 'resumed', 'waiting for customer', 'third party', 'with an agent'].includes(event);
}

const happening = fc.oneof(saying, plain, states);

/** Mostly on half hours, so that events fall on edges, on deadlines and on each other; the clock goes forward on the way. */
const later = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 240 }).map((n) => n * HALF_HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 240 * HALF_HOUR }) },
);

export const history: fc.Arbitrary<readonly Told[]> = fc
  .tuple(
    fc.record({
      plan: fc.constantFrom('Basic', 'Basic', 'Plus'),
      severity: fc.constantFrom('P1', 'P2', 'P3'),
      channel: fc.constantFrom('web', 'phone'),
      type: fc.option(fc.constantFrom('bug', 'wish')),
      place: fc.constantFrom('live', 'test'),
      urgent: fc.option(fc.boolean()),
      language: fc.option(fc.constantFrom('English', 'French'), { freq: 1 }),
      hours: fc.integer({ min: 0, max: 48 }),
    }),
    fc.array(fc.tuple(happening, later), { maxLength: 10 }),
  )
  .map(([{ plan, severity, channel, type, place, urgent, language, hours }, rest]) => {
    const opened = OPENED + hours * HALF_HOUR;
    return [
      {
        at: opened,
        event: 'opened',
        plan,
        severity,
        channel,
        ...(type === null ? {} : { type }),
        facts: { place, ...(urgent === null ? {} : { urgent }), ...(language === null ? {} : { language }) },
      },
      ...rest.map(([what, after]) => ({ ...what, at: opened + after })),
    ];
  });

/** How long after the last event a ticket is judged: mostly while clocks run, at times long after. */
export const wait: fc.Arbitrary<number> = fc.constantFrom(0, 1, 4, 7, 30, 100).map((n) => n * 3_600_000);
