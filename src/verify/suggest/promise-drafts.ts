import type { TicketFact } from '../../check/scenario-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { CompiledPlan, PlanLimit, PlanPlan, PlanPromise, PlanSelector } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND, SECONDS_PER_MINUTE } from '../../time/units.ts';
import type { Draft, DraftEvent, DraftRow } from './draft.ts';
import { factsOfSelector } from './facts-for.ts';
import type { Ground } from './ground.ts';
import type { Difference } from './what-differs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours after Monday began at which an ordinary ticket may come: in the morning, before the weekend, in it, at night. */
const OPENINGS = [10, 9, 24 + 14, 4 * 24 + 16, 5 * 24 + 12, 3, 6 * 24 + 22] as const;

/** Tickets for each cell that an altered plan has otherwise, at ordinary times and at those that cells name. */
export function* cellDrafts(ground: Ground, altered: CompiledPlan, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  for (const index of differs.plans) {
    const [own, other] = [plan.plans[index], altered.plans[index]];
    if (own === undefined || other === undefined) continue;
    const known = new Set(own.targets);
    for (const target of other.targets.filter((each) => !known.has(each))) {
      const hours = [...OPENINGS, ...timesIn(target.promise)];
      for (const ticket of ticketsOf(plan, own, target.when)) {
        for (const hour of hours) {
          yield { ...ticket, opened: ground.at(ticket.region, hour), rows: [], until: null };
        }
        const starts = startsOf(plan, own, target.metric);
        if (starts.length > 0) yield* started(ground, ticket, starts);
      }
    }
  }
}

/** At a time of day that a count of days names, a second before it and a second after, on several days. */
function timesIn(promise: PlanPromise): readonly number[] {
  const limits = promise.kind === 'word' ? [] : 'hard' in promise ? [promise.hard, promise.soft] : [promise];
  const times = limits.flatMap((limit) => (limit === null ? [] : timesOf(limit)));
  return [0, 24, 96].flatMap((day) =>
    times.flatMap((time) => [0, -1, 1].map((by) => day + (time + by) / 3600)),
  );
}

function timesOf(limit: PlanLimit): readonly number[] {
  if (limit.kind === 'pick') return limit.of.flatMap(timesOf);
  if (limit.kind !== 'days') return [];
  return limit.cutOff === null ? [] : [limit.cutOff];
}

/** A ticket whose clock is started by what happens after its opening. */
function* started(ground: Ground, ticket: Ticket, starts: readonly DraftEvent[]): Generator<Draft> {
  for (const hour of [10, 24 + 14, 5 * 24 + 12]) {
    const opened = ground.at(ticket.region, hour);
    const rows = starts.map((each, i): DraftRow => ({ ...each, at: opened + (i + 1) * 10 * 60_000 }));
    yield { ...ticket, opened, rows, until: null };
  }
}

/** What starts a clock, one after another, where that is not the opening. */
export function startsOf(plan: CompiledPlan, own: PlanPlan, metric: string): readonly DraftEvent[] {
  const clock =
    plan.clocks.find((each) => each.metric === metric && each.plan === own.name) ??
    plan.clocks.find((each) => each.metric === metric && each.plan === null);
  const start = clock?.terms.starts[0];
  if (start === undefined || start.kind !== 'events') return [];
  return start.steps.flatMap(({ events: [event] }): readonly DraftEvent[] =>
    event === undefined || event === 'opened'
      ? []
      : [{ what: { kind: 'event', event, ends: null }, says: {} }],
  );
}

export type Ticket = Omit<Draft, 'opened' | 'rows' | 'until'>;

/** Tickets of a plan that a selector means, with nothing in them but what it asks for; one a severity and region. */
export function ticketsOf(
  plan: CompiledPlan,
  own: PlanPlan,
  when: PlanSelector | null,
  facts: readonly TicketFact[] = [],
): readonly Ticket[] {
  const namesOf = (
    of: 'severities' | 'regions' | 'channels' | 'types',
    isNeeded: boolean,
  ): readonly (string | null)[] => {
    const list = plan[of].map(({ name }) => name);
    const meant = when?.[of] ?? null;
    if (meant !== null) return meant.flatMap((index) => list[index] ?? []);
    return isNeeded && list.length > 0 ? list : [null];
  };
  const zone = plan.calendars.some(({ hangsOn }) => hangsOn.length > 0) ? 'Europe/Berlin' : null;
  const said = [...facts, ...(when === null ? [] : factsOfSelector(plan, when))];
  return namesOf('severities', true).flatMap((severity) =>
    namesOf('regions', true).flatMap((region) =>
      namesOf('channels', false)
        .slice(0, 2)
        .flatMap((channel) =>
          namesOf('types', false)
            .slice(0, 2)
            .map((type) => ({
              plan: own.name,
              severity: severity ?? '',
              region,
              channel,
              type,
              facts: [...said, ...otherFacts(plan, own, said)],
              zone,
            })),
        ),
    ),
  );
}

/** What else a ticket must say for its promises to be known. */
function otherFacts(plan: CompiledPlan, own: PlanPlan, said: readonly TicketFact[]): readonly TicketFact[] {
  const isSaid = new Set(said.map(({ fact }) => fact));
  const found: TicketFact[] = [];
  for (const { when } of own.targets) {
    for (const each of factsOfSelector(plan, when)) {
      if (isSaid.has(each.fact)) continue;
      isSaid.add(each.fact);
      found.push(each);
    }
  }
  return found;
}

/** How long before an hour that differs a ticket may come: what is plain to count first. */
const BEFORE = [
  HOUR,
  2 * HOUR,
  4 * HOUR,
  HOUR / 2,
  0,
  DAY,
  2 * DAY,
  3 * DAY,
  4 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
] as const;

/** Tickets around the first hours at which calendars of an altered plan are open and those of the contract shut, or so. */
export function* edgeDrafts(ground: Ground, altered: Engine, differs: Difference): Generator<Draft> {
  const { engine } = ground;
  for (const calendar of differs.calendars) {
    const places = hoursApart(engine, altered, calendar, ground.since);
    for (const before of BEFORE) {
      for (const place of places) {
        const minute = SECONDS_PER_MINUTE * MS_PER_SECOND;
        const edge = Math.round(place / minute) * minute;
        const openings = before === 0 ? [place, edge, edge - 1000, edge + 1000] : [edge - before];
        for (const ticket of countedBy(engine.plan, calendar)) {
          for (const opened of openings) yield { ...ticket, opened, rows: [], until: null };
        }
      }
    }
  }
}

/** One ticket of each kind that a calendar counts for. */
function countedBy(plan: CompiledPlan, calendar: number): readonly Ticket[] {
  const tickets = plan.plans.flatMap((own) =>
    own.targets
      .filter(
        ({ promise, when }) =>
          counts(promise, calendar) || when.opened.some((band) => band.calendar === calendar),
      )
      .flatMap(({ when }) => ticketsOf(plan, own, when).slice(0, 1)),
  );
  return [...new Map(tickets.map((ticket) => [JSON.stringify(ticket), ticket])).values()].slice(0, 12);
}

function counts(promise: PlanPromise, calendar: number): boolean {
  if (promise.kind === 'word') return false;
  const limit = (each: PlanLimit): boolean =>
    each.kind === 'pick' ? each.of.some(limit) : each.kind !== 'elapsed' && each.calendar === calendar;
  if (!('hard' in promise)) return limit(promise);
  return limit(promise.hard) || (promise.soft !== null && limit(promise.soft));
}

/** The first instants from a week on at which two calendars differ: of what comes again each week one, and twelve in all. */
export function hoursApart(
  one: Engine,
  other: Engine,
  calendar: number,
  since: InstantMs,
): readonly InstantMs[] {
  const [a, b] = [one.calendar(calendar), other.calendar(calendar)];
  const from = Math.max(since, a.horizon.from, b.horizon.from);
  const to = Math.min(from + 3 * 366 * DAY, a.horizon.to, b.horizon.to);
  if (from >= to) return [];
  const edges = new Set(a.edgesBetween(from, to));
  const others = b.edgesBetween(from, to);
  const isOther = new Set(others);
  const all = [
    ...[...edges].filter((edge) => !isOther.has(edge)),
    ...others.filter((edge) => !edges.has(edge)),
  ];
  const byTime = all.sort((x, y) => x - y);
  return byTime.slice(0, 12);
}
