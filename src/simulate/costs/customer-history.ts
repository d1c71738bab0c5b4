import type { CustomerHistory } from '../../engine/money/index.ts';
import { beyondQuota, leftBeyond } from '../../engine/entitlement/beyond-quota.ts';
import type { LedgerEntry } from '../../engine/entitlement/ledger-model.ts';
import { ticketStory, type TicketStory } from '../../engine/money/index.ts';
import { keysOf, type TicketEvent, type Verdict } from '../../engine/ticket/index.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import type { TicketPaths } from '../answers/ticket-paths.ts';
import { FINISHED } from '../desk/desk-model.ts';
import { lifeOf, type Worked } from '../life/judge-lives.ts';
import type { PlanLives } from '../life/prepare-lives.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { Unstopped } from '../promises.ts';
import type { LostPromise } from './lost-promises.ts';
import type { CustomerSize } from './prepare-costs.ts';
import { piecesIn, type PiecesOf, stretchesOf } from './work-pieces.ts';

/** The tickets of one run as they were worked under one plan. */
export interface WorkedRun {
  readonly plan: PlanLives;
  readonly worked: Worked;
  readonly paths: TicketPaths;
  readonly fate: Uint8Array;
  readonly firstCounted: number;
  readonly unstoppedOf: (ticket: number) => Unstopped;
}

/** What became of the tickets of a run, as its customer's account has it. */
export interface CustomerTickets {
  /** The history, in which those that went beyond a quota are judged by what is left of their promises. */
  history(beyond: Beyond): CustomerHistory;
  /** From when on those have no promise. */
  lost(beyond: Beyond): readonly LostPromise[];
}

/** By the names of tickets, the entries by which they went beyond a quota. */
type Beyond = ReadonlyMap<string, readonly LedgerEntry[]>;

type Happenings = CustomerHistory['happenings'];

/**
 * The run as a history of one customer, of the kind that `track` draws up from a log: what its tickets used, and which
 * promises to it were broken. It holds the plan from the first day that counts. A ticket that is done is closed with its last
 * work, unless something closes it before. Credits are claimed as soon as they can be.
 */
export function customerHistory(
  prepared: PreparedSimulation,
  of: PlanPlan,
  run: WorkedRun,
  size: CustomerSize,
): CustomerTickets {
  const { span } = prepared;
  const piecesOf = piecesIn(run.paths);
  const happenings: Happenings[number][] = [];
  const told: {
    readonly name: string;
    readonly ticket: number;
    readonly verdict: Verdict;
    readonly is: ReturnType<ReturnType<typeof keysOf>>;
  }[] = [];
  let now = span.to;
  for (let ticket = run.firstCounted; ticket < run.worked.tickets.count; ticket += 1) {
    const events = eventsOf(prepared, run, ticket);
    const until = lastOf(events, run.unstoppedOf(ticket));
    now = Math.max(now, ...events.map(({ at }) => at));
    const verdict = prepared.lives.machine.judge(events, until);
    if (verdict === null) throw new Error('a simulated ticket is opened');
    const name = String(ticket).padStart(8, '0');
    const keyAt = keysOf(prepared.engine, events, verdict);
    told.push({ name, ticket, verdict, is: keyAt(Infinity) });
    if (verdict.refused !== null) continue;
    for (const each of happeningsOf(prepared, piecesOf, ticket, events, verdict))
      happenings.push({ ticket: name, cause: null, ...each, ...keyAt(each.at) });
  }
  const common = {
    start: span.countedFrom,
    end: null,
    now,
    happenings,
    bought: packsBought(of, size, span.countedFrom),
    events: [],
    outages: [],
    stated: [],
    claims: daysFrom(span.countedFrom, now),
    size,
    factOf: size.factOf,
  };
  return {
    history: (beyond) => ({
      ...common,
      tickets: told.map(({ name, verdict, is }): TicketStory => {
        const judged = beyondQuota(verdict, beyond.get(name) ?? []);
        return ticketStory(name, judged, is, [], (broken) => broken);
      }),
    }),
    lost: (beyond) =>
      told.flatMap(({ name, ticket, verdict }) => {
        const left = leftBeyond(verdict, beyond.get(name) ?? []);
        return left === null ? [] : [{ ticket, at: left.at, status: STATUSES[left.is] }];
      }),
  };
}

const STATUSES = {
  'best effort': 'best effort',
  'no promise': 'not offered',
  refused: 'not offered',
} as const;

function eventsOf(
  { lives }: PreparedSimulation,
  { plan, worked, fate }: WorkedRun,
  ticket: number,
): readonly TicketEvent[] {
  const events = lifeOf(lives, plan, worked, ticket);
  const closed = lives.program.events.get('closed');
  if (fate[ticket] !== FINISHED || closed === undefined) return events;
  if (events.some(({ kind }) => kind === closed)) return events;
  const steps = worked.steps.length;
  const ended = worked.times.ended.subarray(ticket * steps, (ticket + 1) * steps);
  const at = ended.reduce(
    (last, end) => (Number.isNaN(end) ? last : Math.max(last, end)),
    Math.max(...events.map((event) => event.at)),
  );
  return [...events, { at, kind: closed, sets: null, state: -1 }];
}

/** Up to when a ticket is looked at: `NaN` for its last event. */
function lastOf(events: readonly TicketEvent[], unstopped: Unstopped): InstantMs {
  if (unstopped.kind === 'unmeasured') return NaN;
  return Math.max(unstopped.instant, ...events.map(({ at }) => at));
}

type TicketHappening = Pick<Happenings[number], 'at' | 'event' | 'activity' | 'work'>;

/** What a plan may count of a ticket, work before what happens as it ends. */
function happeningsOf(
  { lives, costs, desk }: PreparedSimulation,
  piecesOf: PiecesOf,
  ticket: number,
  events: readonly TicketEvent[],
  { closed }: Verdict,
): readonly TicketHappening[] {
  const works = piecesOf(ticket).map((piece): TicketHappening => {
    const team = desk.teams[piece.team];
    if (team === undefined) throw new Error('work is done by a team');
    const work = stretchesOf(piece, team);
    return { at: piece.to, event: 'work ended', activity: costs.activities[piece.step] ?? null, work };
  });
  const told = events.flatMap(({ at, kind }): readonly TicketHappening[] => {
    const event = lives.program.eventNames[kind];
    if (event === undefined || event === 'state' || event === 'resumed') return [];
    return [{ at, event, activity: null, work: [] }];
  });
  // A rule, or time, has closed it, which no event says.
  const isSaid = told.some(({ event, at }) => event === 'closed' && at === closed);
  const closings =
    closed === null || isSaid ? [] : [{ at: closed, event: 'closed', activity: null, work: [] }];
  return [...works, ...told, ...closings].toSorted((a, b) => a.at - b.at);
}

/** The packs that the customer books are there from its first day on. */
function packsBought({ packs }: PlanPlan, size: CustomerSize, at: InstantMs): CustomerHistory['bought'] {
  return [...size.packs].flatMap(([text, count]) => {
    const pack = packs.find((each) => each.text === text);
    if (pack === undefined) return [];
    const amount = String(Number(pack.gives.amount) * count);
    return [{ kind: 'bought', at, thing: pack.gives.thing, amount, pack: text } as const];
  });
}

function daysFrom(from: InstantMs, to: InstantMs): readonly InstantMs[] {
  const days = Math.floor((to - from) / MS_PER_DAY) + 2;
  return Array.from({ length: days }, (_, day) => from + day * MS_PER_DAY);
}
