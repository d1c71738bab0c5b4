import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTS } from '../../../src/simulate/answers/answers.ts';
import { DeskLog } from '../../../src/simulate/answers/desk-log.ts';
import { ALL_TIME, openTimeOf, type OpenTime } from '../../../src/simulate/answers/open-time.ts';
import { addParts, type TimeMeasure, type WhoWorks } from '../../../src/simulate/answers/ticket-parts.ts';
import { pathsInLog } from '../../../src/simulate/answers/ticket-paths.ts';
import type { DeskWork } from '../../../src/simulate/desk/desk-model.ts';
import { intersection, union, type Edges } from '../../../src/time/interval-set.ts';
import { randomDesk } from '../desk/random-desk.ts';
import { openIn, runSmallDesk, type SmallTeam, type SmallTicket } from '../desk/small-desk.ts';

const HOUR = 3_600_000;

interface Shift extends Omit<SmallTeam, 'calendar'> {
  readonly stretches: readonly (readonly [number, number])[];
}

/** A small desk with its log, and what is asked of it. */
function watch(
  teams: readonly Shift[],
  tickets: readonly SmallTicket[],
  steps?: Parameters<typeof runSmallDesk>[2],
  rules?: Parameters<typeof runSmallDesk>[3],
) {
  const seen: { readonly log: DeskLog; readonly work: DeskWork }[] = [];
  const result = runSmallDesk(
    teams.map(({ stretches, ...team }) => ({ ...team, calendar: openIn(...stretches) })),
    tickets,
    steps,
    rules,
    (work, observer) => {
      const log = new DeskLog(tickets.length, work.steps.length, observer);
      seen.push({ log, work });
      return log;
    },
  );
  return { ...(seen[0] as (typeof seen)[number]), result };
}

const edgesOf = (stretches: readonly (readonly [number, number])[]): Edges =>
  stretches.flatMap(([from, to]) => [from * HOUR, to * HOUR]);

function measureOf(
  teams: readonly Shift[],
  work: DeskWork,
  counted: Edges | null,
  paused: readonly number[],
): TimeMeasure {
  const within = (edges: Edges): OpenTime =>
    openTimeOf(counted === null ? edges : intersection(edges, counted));
  const shifts = teams.map(({ stretches }) => edgesOf(stretches));
  return {
    all: counted === null ? ALL_TIME : openTimeOf(counted),
    ofGroup: (group) =>
      within((work.groups[group] ?? []).reduce<Edges>((all, team) => union(all, shifts[team] ?? []), [])),
    ofTeam: (team) => within(shifts[team] ?? []),
    isPaused: (step) => paused.includes(step),
  };
}

function partsOf(
  teams: readonly Shift[],
  { log, work }: { readonly log: DeskLog; readonly work: DeskWork },
  ticket: number,
  stop: number,
  counted: Edges | null = null,
  paused: readonly number[] = [],
): readonly number[] {
  const who: WhoWorks = {
    ...work,
    teams: teams.map(({ atClose = 'resume', stretches }) => ({
      atClose,
      open: openTimeOf(edgesOf(stretches)),
    })),
  };
  const into = new Float64Array(PARTS.length);
  addParts(
    pathsInLog(log, work.opened.length),
    ticket,
    work.opened[ticket] as number,
    stop,
    who,
    measureOf(teams, work, counted, paused),
    into,
  );
  return [...into];
}

/** The same hour by hour, from what the desk told: everything at a small desk happens at full hours. */
function partsByHour(
  teams: readonly Shift[],
  work: DeskWork,
  log: DeskLog,
  ticket: number,
  stop: number,
  counted: (hour: number) => boolean,
  paused: readonly number[],
): readonly number[] {
  const isOpen = (team: number, hour: number): boolean =>
    teams[team]?.stretches.some(([from, to]) => from <= hour && hour < to) === true;
  const told = [...log.ticket.subarray(0, log.length).keys()]
    .filter((i) => log.ticket[i] === ticket)
    .map((i) => ({
      at: (log.at[i] as number) / HOUR,
      does: log.does[i] as number,
      step: log.step[i] as number,
    }));
  const parts = { shut: 0, busy: 0, worked: 0, waited: 0 };
  for (let hour = (work.opened[ticket] as number) / HOUR; hour < stop / HOUR; hour += 1) {
    if (!counted(hour)) continue;
    const past = told.filter(({ at }) => at <= hour);
    const now = past.at(-1);
    const next = told[past.length];
    if (now !== undefined && now.does === -1) {
      if (!paused.includes(now.step)) parts.waited += HOUR;
    } else if (now !== undefined && now.does >= 0) {
      if (teams[now.does]?.atClose === 'finish' || isOpen(now.does, hour)) parts.worked += HOUR;
      else parts.shut += HOUR;
    } else if (next === undefined) parts.waited += HOUR;
    else {
      // In line for whoever may take it: those of the step, or those to whom it was last handed over in this step.
      let able = work.groups[work.groupOf(ticket, next.step)] ?? [];
      for (const [i, { at, does, step }] of past.entries()) {
        const before = past[i - 1];
        if (does !== -3 || step !== next.step || before === undefined) continue;
        if (teams[before.does]?.atClose === 'hand over' && !isOpen(before.does, at))
          able = work.groups[work.successorsOf(ticket, step, before.does)] ?? [];
      }
      if (able.some((team) => isOpen(team, hour))) parts.busy += HOUR;
      else parts.shut += HOUR;
    }
  }
  return PARTS.map((part) => parts[part]);
}

test('the parts of every ticket of random desks tile its time to each stop, as a walk over the hours finds them', () => {
  const seen = [0, 0, 0, 0];
  fc.assert(
    fc.property(randomDesk, fc.integer({ min: 0, max: 6 }), ({ teams, steps, tickets, rules }, from) => {
      const watched = watch(teams, tickets, steps, rules);
      const { log, work, result } = watched;
      // A promise that counts twelve hours of every day, and is paused while a ticket waits in its first step.
      const office = Array.from({ length: 30 }, (_, day) => [from + day * 24, from + 12 + day * 24] as const);
      const counts = (hour: number): boolean => office.some(([start, end]) => start <= hour && hour < end);
      for (const column of result.stopped) {
        column.forEach((stoppedHour, ticket) => {
          if (Number.isNaN(stoppedHour)) return;
          const stop = stoppedHour * HOUR;
          const elapsed = partsOf(teams, watched, ticket, stop);
          expect(elapsed.reduce((sum, ms) => sum + ms, 0)).toBe(stop - (work.opened[ticket] as number));
          expect(elapsed).toEqual(partsByHour(teams, work, log, ticket, stop, () => true, []));
          expect(partsOf(teams, watched, ticket, stop, edgesOf(office), [0])).toEqual(
            partsByHour(teams, work, log, ticket, stop, counts, [0]),
          );
          elapsed.forEach((ms, part) => (seen[part]! += ms > 0 ? 1 : 0));
        });
      }
    }),
    { numRuns: 1500, seed: 1961 },
  );
  expect(Math.min(...seen)).toBeGreaterThan(100);
}, 60_000);

test('a ticket that comes in the evening waits for the shift, then for an agent, then is worked', () => {
  const desk: readonly Shift[] = [
    {
      agents: 1,
      stretches: [
        [9, 17],
        [33, 41],
      ],
    },
  ];
  const watched = watch(desk, [
    { opened: 18, takes: [2], urgency: 0 },
    { opened: 20, takes: [3], urgency: 1 },
  ]);
  expect(watched.result.stopped).toEqual([[35, 38]]);
  expect(partsOf(desk, watched, 1, 38 * HOUR).map((ms) => ms / HOUR)).toEqual([13, 2, 3, 0]);
});

test('work that is gone on with on the next day is shut over night, and overtime is work', () => {
  const shifts = [
    [9, 17],
    [33, 41],
  ] as const;
  const over = (atClose: 'resume' | 'finish') => {
    const desk: readonly Shift[] = [{ agents: 1, stretches: shifts, atClose }];
    const watched = watch(desk, [{ opened: 15, takes: [4] }]);
    return partsOf(desk, watched, 0, (watched.result.stopped[0]?.[0] ?? NaN) * HOUR).map((ms) => ms / HOUR);
  };
  expect(over('resume')).toEqual([16, 0, 4, 0]);
  expect(over('finish')).toEqual([0, 0, 4, 0]);
});
