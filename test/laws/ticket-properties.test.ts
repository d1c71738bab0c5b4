/** What must be so of every history, whatever the contract; the reference is not asked. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineTracker } from '../../src/cli/track/track-lines.ts';
import { desk } from '../traps/desk.ts';
import { LAW, runs } from './against-reference.ts';
import { contractText } from './ticket-contract-arbitrary.ts';
import { byMachine, judge, ticketCaseOf } from './ticket-case.ts';
import { history, type Told, wait } from './ticket-history-arbitrary.ts';

const HOUR = 3_600_000;
const endOf = (told: readonly Told[]) => Math.max(...told.map(({ at }) => at));

const basis = fc.constantFrom(
  'count from open',
  'count from the change',
  'keep elapsed',
  'proportional',
  'keep old',
);

/** One clock that pauses, and no rules: what moves its deadline is pauses, and changes of severity. */
const pausing = (cells: readonly string[], days: readonly string[]) =>
  fc
    .record({
      p1: fc.constantFrom(...cells),
      p3: fc.constantFrom(...cells),
      raise: basis,
      lower: basis,
      days: fc.constantFrom(...days),
    })
    .map(({ p1, p3, raise, lower, days: does }) =>
      desk({
        p1,
        p3,
        clock: `starts on opened; stops on resolved; pauses while waiting for customer; ${does} reopen within 40 h continues, met is withdrawn`,
        rules: `on raise ${raise}\non lower ${lower}`,
      }),
    );

const HOURS = ['4 h in B', '8 h in B', '20 h in B', 'later of 4 h in B and 9 h in B'];
const DATES = [
  '2 business days in B at close',
  '1 business day in B at same time, received outside hours as received',
];

const OPENED = Date.parse('2026-03-26T07:00:00Z');

/** What happens to a ticket but pauses. */
const plainHistory: fc.Arbitrary<readonly Told[]> = fc
  .tuple(
    fc.constantFrom('P1', 'P3'),
    fc.array(
      fc.tuple(
        fc.constantFrom<Omit<Told, 'at'>>(
          { event: 'raised', severity: 'P1' },
          { event: 'lowered', severity: 'P3' },
          { event: 'resolved' },
          { event: 'reopened' },
        ),
        fc.integer({ min: 1, max: 200 }),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([severity, rest]) => [
    { at: OPENED, event: 'opened', severity },
    ...rest.map(([what, halves]) => ({ ...what, at: OPENED + halves * (HOUR / 2) })),
  ]);

/** A pause beside a history, recorded where it belongs in time. */
function paused(told: readonly Told[], from: number, to: number): readonly Told[] {
  return [...told, { at: from, event: 'waiting for customer' }, { at: to, event: 'resumed' }];
}

describe('the verdict of a ticket', LAW, () => {
  it('does not change by a pause outside the hours of its promise', () => {
    fc.assert(
      fc.property(
        pausing([...HOURS, ...DATES], ['', 'days add time paused;']),
        plainHistory,
        // The night after the opening, and the weekend on which the clock goes forward.
        fc.constantFrom(
          ['2026-03-26T16:00:00Z', '2026-03-27T08:00:00Z'],
          ['2026-03-27T16:00:00Z', '2026-03-30T07:00:00Z'],
        ),
        fc.integer({ min: 0, max: 14 * HOUR }),
        fc.integer({ min: 1, max: 60 * HOUR }),
        (text, told, [closes, opens], after, length) => {
          const both = ticketCaseOf(text);
          const from = Date.parse(closes) + after;
          const to = Math.min(from + length, Date.parse(opens));
          fc.pre(!told.some(({ at }) => at >= from && at <= to));
          const end = Math.max(endOf(told), to) + HOUR;
          expect(byMachine(both, paused(told, from, to), end)).toEqual(byMachine(both, told, end));
        },
      ),
      runs(200),
    );
  });

  it('does not change by a pause that begins at the deadline in force or after it', () => {
    fc.assert(
      fc.property(
        pausing([...HOURS, ...DATES, '6 h'], ['', 'days skip dates paused;', 'days add time paused;']),
        plainHistory,
        fc.integer({ min: 0, max: 30 * HOUR }),
        fc.integer({ min: 1, max: 60 * HOUR }),
        (text, told, after, length) => {
          const both = ticketCaseOf(text);
          const [clock] = judge(both.program, told, OPENED)?.clocks ?? [];
          const from = (clock?.due ?? NaN) + after;
          const then = judge(both.program, told, from)?.clocks[0];
          // Another promise may be in force by then; its deadline has passed as well.
          fc.pre(then?.due !== null && then !== undefined && then.due <= from);
          const to = from + length;
          fc.pre(!told.some(({ at }) => at === from));
          const end = Math.max(endOf(told), to) + HOUR;
          expect(byMachine(both, paused(told, from, to), end)).toEqual(byMachine(both, told, end));
        },
      ),
      runs(200),
    );
  });

  it('is that of the last event where several of one kind happen at one instant', () => {
    const [first, second] = [
      { event: 'raised', severity: 'P1' },
      { event: 'raised', severity: 'P2' },
    ];
    const states = ['waiting for customer', 'third party'];
    fc.assert(
      fc.property(contractText, history, fc.boolean(), (text, told, isSwapped) => {
        const { program } = ticketCaseOf(text.replace(/^(rule|escalate) .*$/gm, ''));
        const at = endOf(told) + HOUR;
        const said = isSwapped ? [second, first] : [first, second];
        const named = isSwapped ? states.toReversed() : states;
        const verdict = judge(
          program,
          [
            ...told.filter(({ event }) => event !== 'closed' && event !== 'cancelled'),
            ...said.map((each) => ({ ...each, at })),
            ...named.map((state) => ({ at, event: 'state', state })),
          ],
          at,
        );
        fc.pre(verdict !== null && verdict.refused === null);
        const { severity, states: on } = verdict;
        expect(program.versions[0]?.plan.severities[severity]?.name).toBe(said[1]?.severity);
        const known = named.slice(1).filter((state) => program.states.has(state));
        expect(on.map((state) => program.stateNames[state])).toEqual(known);
      }),
      runs(100),
    );
  });

  it('is the same for events that are recorded late, in whatever order', () => {
    fc.assert(
      fc.property(contractText, history, wait, fc.infiniteStream(fc.nat()), (text, told, more, random) => {
        const both = ticketCaseOf(text);
        const late = new Map(told.map(({ at }) => [at, random.next().value]));
        const shuffled = [...told].sort((a, b) => (late.get(a.at) ?? 0) - (late.get(b.at) ?? 0));
        const at = endOf(told) + more;
        expect(byMachine(both, shuffled, at)).toEqual(byMachine(both, told, at));
      }),
      runs(150),
    );
  });

  it('is the same where its history is split over two runs of `track`, at whatever instant', () => {
    fc.assert(
      fc.property(
        contractText,
        fc.array(history, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (text, histories, place, closes) => {
          const { program } = ticketCaseOf(text);
          const lines = histories
            .flatMap((told, i) => {
              const open = told.filter(({ event }) => event !== 'closed' && event !== 'cancelled');
              const last: Told = { at: endOf(told) + HOUR, event: 'closed' };
              return (closes ? [...open, last] : open).map((each) => ({ ...each, ticket: `T${i}` }));
            })
            .sort((a, b) => a.at - b.at)
            .map(({ at, facts, ...says }) =>
              JSON.stringify({ ...says, ...facts, at: new Date(at).toISOString() }),
            );
          const isNext = lines.map((line, i) => i === 0 || timeOf(line) !== timeOf(lines[i - 1]));
          const places = isNext.flatMap((is, i) => (is ? [i] : []));
          const split = places[place % places.length] ?? 0;
          const whole = track(program, [], lines);
          const first = track(program, [], lines.slice(0, split));
          const second = track(program, first.open, lines.slice(split));
          expect(new Map([...first.verdicts, ...second.verdicts])).toEqual(whole.verdicts);
          expect([...second.open].sort()).toEqual([...whole.open].sort());
        },
      ),
      runs(100),
    );
  });
});

function timeOf(line: string | undefined): unknown {
  return line === undefined ? null : (JSON.parse(line) as { at: unknown }).at;
}

/** The last verdict on each ticket, and the lines that are left for the next run. */
function track(
  program: ConstructorParameters<typeof LineTracker>[0],
  carried: readonly string[],
  lines: readonly string[],
) {
  const tracker = new LineTracker(program, {
    at: NaN,
    isGrouped: false,
    keepsLines: true,
    book: null,
    complain: (place, problem) => {
      throw new Error(`${place}: ${problem}`);
    },
  });
  for (const line of carried) tracker.carry(line, 'before');
  for (const [i, line] of lines.entries()) tracker.take(Buffer.from(`${line}\n`), 0, i + 1);
  tracker.end();
  const verdicts = new Map(
    Buffer.from(tracker.takeWritten())
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [(JSON.parse(line) as { ticket: string }).ticket, line] as const),
  );
  return { verdicts, open: tracker.openLines };
}
