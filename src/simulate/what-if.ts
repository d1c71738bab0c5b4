/**
 * What-if changes: the same simulation, were one thing or another different. Pure: from a simulation, the compiled plan
 * and a list of changes to both as they would then be, with a sentence for each change. The contract's text is not
 * touched, and no draw moves that a change does not name: what comes of it can be compared ticket by ticket.
 */
import type {
  ArrivalEvent,
  ArrivalStream,
  CheckedSimulation,
  LoggedArrivals,
  Share,
  Team,
  TimeBySeverity,
} from '../check/simulation-model.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { scaled } from './random/scaled.ts';
import { unknownName, type WhatIfProblem } from './what-if-problem.ts';
import { changePromise, type NewPromise } from './what-if-promise.ts';

/** One change. Names are those of the simulation and its contract, as written there. */
export type WhatIf =
  /** Tickets of one stream and its events, or of all for null, come so many times as often. */
  | { readonly kind: 'arrivals'; readonly stream: string | null; readonly factor: number }
  /**
   * A severity's (region's, channel's, type's) share of the tickets times a factor; the others make room in proportion. The mix of an
   * event stays as it is where it has one of its own.
   */
  | {
      readonly kind: 'share';
      readonly of: ShareKind;
      readonly name: string;
      readonly factor: number;
    }
  /** The same of what tickets say of a fact, such as their language. */
  | { readonly kind: 'fact'; readonly fact: string; readonly word: string; readonly factor: number }
  /** The times of one step, work or wait, times a factor; of every step that is work for null. */
  | { readonly kind: 'times'; readonly step: string | null; readonly factor: number }
  /** A team has so many agents, or so many more (fewer, below 0). */
  | {
      readonly kind: 'agents';
      readonly team: string;
      readonly change: 'add' | 'set';
      readonly agents: number;
    }
  /** A team works by another calendar, of the contract or of the simulation. */
  | { readonly kind: 'shift'; readonly team: string; readonly calendar: string }
  /** What one plan promises for a severity (all for null) is another time. */
  | {
      readonly kind: 'promise';
      readonly plan: string;
      readonly severity: string | null;
      readonly metric: string;
      readonly to: NewPromise;
    };

export type ShareKind = 'severity' | 'region' | 'channel' | 'type';

export type WhatIfResult =
  | {
      readonly kind: 'changed';
      readonly simulation: CheckedSimulation;
      readonly plan: CompiledPlan;
      /** One a change, in their order: what is different, with the figure of before. */
      readonly sentences: readonly string[];
    }
  | (WhatIfProblem & {
      readonly kind: 'wrong';
      /** Which of the changes, from 0. */
      readonly change: number;
    });

/** Later changes see what earlier ones have made: two factors multiply. No change at all gives back what it was given. */
export function whatIf(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  changes: readonly WhatIf[],
): WhatIfResult {
  let now: Changed = { simulation, plan, sentence: '' };
  const sentences: string[] = [];
  for (const [index, change] of changes.entries()) {
    const next = applied(now, change);
    if ('message' in next) return { kind: 'wrong', change: index, ...next };
    sentences.push(next.sentence);
    now = next;
  }
  return { kind: 'changed', simulation: now.simulation, plan: now.plan, sentences };
}

interface Changed {
  readonly simulation: CheckedSimulation;
  readonly plan: CompiledPlan;
  readonly sentence: string;
}

function applied({ simulation, plan }: Changed, change: WhatIf): Changed | WhatIfProblem {
  const simulated = (result: Simulated | WhatIfProblem): Changed | WhatIfProblem =>
    'message' in result ? result : { ...result, plan };
  switch (change.kind) {
    case 'arrivals':
      return simulated(changeArrivals(simulation, change.stream, change.factor));
    case 'share':
      return simulated(changeShare(simulation, mixOf(change.of), change.name, change.factor));
    case 'fact':
      return simulated(changeShare(simulation, mixOfFact(change.fact), change.word, change.factor));
    case 'times':
      return simulated(changeTimes(simulation, change.step, change.factor));
    case 'agents':
      return simulated(
        changeTeam(simulation, change.team, (team) => withAgents(team, change.change, change.agents)),
      );
    case 'shift':
      return simulated(changeTeam(simulation, change.team, (team) => inShift(team, change.calendar, plan)));
    case 'promise': {
      const changed = changePromise(plan, change.plan, change.severity, change.metric, change.to);
      return 'message' in changed ? changed : { ...changed, simulation };
    }
    default:
      return assertNever(change);
  }
}

/** A change that leaves the contract alone. */
type Simulated = Pick<Changed, 'simulation' | 'sentence'>;

function changeArrivals(
  simulation: CheckedSimulation,
  name: string | null,
  factor: number,
): Simulated | WhatIfProblem {
  if (!(factor > 0) || !Number.isFinite(factor))
    return badFactor(factor, 'write a number above 0, such as 1.5');
  const names = simulation.arrivals.map((stream) => stream.name);
  if (name !== null && !names.includes(name)) return unknownName('arrivals', name, names);
  const isMeant = (stream: ArrivalStream) => name === null || stream.name === name;
  const weekly = (streams: readonly ArrivalStream[]) =>
    digits(streams.filter(isMeant).reduce((sum, { perWeek }) => sum + perWeek, 0));
  const arrivals = simulation.arrivals.map((stream) =>
    isMeant(stream)
      ? {
          ...stream,
          perWeek: stream.perWeek * factor,
          log: stream.log === null ? null : { ...stream.log, factor: stream.log.factor * factor },
          events: stream.events.map((event) => moreOf(event, factor)),
        }
      : stream,
  );
  const of = name === null ? '' : ` of \`${name}\``;
  return {
    simulation: { ...simulation, arrivals },
    sentence: `${weekly(arrivals)} tickets a week${of} instead of ${weekly(simulation.arrivals)}`,
  };
}

/** What an event brings for each ticket that comes anyway grows with these. */
function moreOf(event: ArrivalEvent, factor: number): ArrivalEvent {
  const { brings } = event;
  if (brings.kind === 'more') return event;
  return { ...event, brings: { ...brings, count: brings.count * factor } };
}

const SHARES = { severity: 'severities', region: 'regions', channel: 'channels', type: 'types' } as const;

/** One of the mixes of which tickets are. */
interface Mix {
  /** `severity`, `language`. */
  readonly what: string;
  readonly of: (source: ArrivalStream | ArrivalEvent) => readonly Share[];
  readonly changed: <S extends ArrivalStream | ArrivalEvent>(source: S, shares: readonly Share[]) => S;
}

function mixOf(kind: ShareKind): Mix {
  const key = SHARES[kind];
  return {
    what: kind,
    of: (source) => source[key],
    changed: (source, shares) => ({ ...source, [key]: shares }),
  };
}

function mixOfFact(name: string): Mix {
  return {
    what: name,
    of: ({ facts }) => facts.find(({ fact }) => fact === name)?.shares ?? [],
    changed: (source, shares) => ({
      ...source,
      facts: source.facts.map((each) => (each.fact === name ? { ...each, shares } : each)),
    }),
  };
}

function changeShare(
  simulation: CheckedSimulation,
  mix: Mix,
  name: string,
  factor: number,
): Simulated | WhatIfProblem {
  if (!(factor >= 0) || !Number.isFinite(factor))
    return badFactor(factor, 'write 0 or more, such as 2 for twice as many');
  const names = [
    ...new Set(simulation.arrivals.flatMap((stream) => mix.of(stream).map((share) => share.name))),
  ];
  if (!names.includes(name)) return unknownName(mix.what, name, names);
  const said: string[] = [];
  const arrivals: ArrivalStream[] = [];
  for (const stream of simulation.arrivals) {
    const shares = mix.of(stream);
    const before = shareOf(shares, name);
    const after = before * factor;
    // Rounding of a sum of weights must not make a whole more than a whole.
    if (after > 1 + 1e-9) {
      return {
        message: `\`${name}\` would be ${percent(after)} of the tickets of \`${stream.name}\`, where it is ${percent(before)}`,
        help: `write at most x${digits(Math.floor(1000 / before) / 1000)}`,
      };
    }
    if (before === 1 && after < 1) {
      return {
        message: `every ticket of \`${stream.name}\` is \`${name}\`, and nothing says what they would be instead`,
        help: `change how many come: arrivals "${stream.name}" x${digits(factor)}`,
      };
    }
    if (before > 0) said.push(`${percent(after)} of \`${stream.name}\` instead of ${percent(before)}`);
    const now = before > 0 ? reshared(shares, name, before, after) : shares;
    arrivals.push({
      ...mix.changed(stream, now),
      events: stream.events.map((event) => (mix.of(event) === shares ? mix.changed(event, now) : event)),
    });
  }
  return {
    simulation: { ...simulation, arrivals },
    sentence: `${mix.what} \`${name}\` is ${said.join(', ')}`,
  };
}

function shareOf(shares: readonly Share[], name: string): number {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  const own = shares.find((share) => share.name === name)?.weight ?? 0;
  return own === 0 ? 0 : own / total;
}

/** In the order written, so that the same draw chooses the same name wherever it can. */
function reshared(shares: readonly Share[], name: string, before: number, after: number): readonly Share[] {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  const left = before === 1 ? 1 : Math.max(0, 1 - after) / (1 - before);
  return shares
    .map((share) => ({
      ...share,
      weight: share.name === name ? after * total : share.weight * left,
    }))
    .filter(({ weight }) => weight > 0);
}

function changeTimes(
  simulation: CheckedSimulation,
  name: string | null,
  factor: number,
): Simulated | WhatIfProblem {
  if (!(factor > 0) || !Number.isFinite(factor))
    return badFactor(factor, 'write a number above 0, such as 0.8');
  const names = simulation.work.map((step) => step.name);
  if (name !== null && !names.includes(name)) return unknownName('step', name, names);
  if (simulation.work.find((step) => step.name === name)?.times.every(isUntilDescribed) === true)
    return {
      message: `\`${name}\` lasts until a ticket is described, which is no time of its own`,
      help: 'change the line `undescribed` of the simulation',
    };
  const work = simulation.work.map((step) => {
    const isMeant = name === null ? step.kind === 'work' : step.name === name;
    if (!isMeant) return step;
    return {
      ...step,
      times: step.times.map((line) => ({ ...line, time: scaled(line.time, factor) })),
    };
  });
  const what = name === null ? 'all work' : `\`${name}\``;
  const meant = new Set(work.flatMap((step, i) => (step === simulation.work[i] ? [] : [step.name])));
  const arrivals = simulation.arrivals.map((stream) =>
    stream.log === null ? stream : { ...stream, log: tookTimes(stream.log, meant, factor) },
  );
  return {
    simulation: { ...simulation, arrivals, work },
    sentence: `${what} takes ${percent(factor)} of its time`,
  };
}

function isUntilDescribed({ time }: TimeBySeverity): boolean {
  return time.kind === 'until described';
}

/** What a log says of some steps, times a factor. */
function tookTimes(log: LoggedArrivals, steps: ReadonlySet<string>, factor: number): LoggedArrivals {
  return {
    ...log,
    steps: log.steps.map((step) => (steps.has(step.name) ? { ...step, factor: step.factor * factor } : step)),
  };
}

type TeamChange = (team: Team) => { readonly team: Team; readonly sentence: string } | WhatIfProblem;

function changeTeam(
  simulation: CheckedSimulation,
  name: string,
  change: TeamChange,
): Simulated | WhatIfProblem {
  const { desk } = simulation;
  const team = desk.teams.find((each) => each.name === name);
  if (team === undefined)
    return unknownName(
      'team',
      name,
      desk.teams.map((each) => each.name),
    );
  const changed = change(team);
  if ('message' in changed) return changed;
  const teams = desk.teams.map((each) => (each === team ? changed.team : each));
  return { simulation: { ...simulation, desk: { ...desk, teams } }, sentence: changed.sentence };
}

function withAgents(team: Team, change: 'add' | 'set', by: number): ReturnType<TeamChange> {
  const agents = change === 'add' ? team.agents + by : by;
  if (!Number.isInteger(agents) || agents < 1) {
    return {
      message: `\`${team.name}\` would have ${digits(agents)} agents, and has ${team.agents}`,
      help: 'leave it a whole number of agents, at least 1',
    };
  }
  return {
    team: { ...team, agents },
    sentence: `team \`${team.name}\` has ${agents} ${agents === 1 ? 'agent' : 'agents'} instead of ${team.agents}`,
  };
}

function inShift(team: Team, calendar: string, { calendars }: CompiledPlan): ReturnType<TeamChange> {
  const names = shiftCalendars(calendars);
  if (!names.includes(calendar)) return unknownName('calendar', calendar, names);
  return {
    team: { ...team, calendar },
    sentence: `team \`${team.name}\` works in ${calendar} instead of ${team.calendar}`,
  };
}

/** Calendars that a team can work by: those whose hours hang on nothing of a ticket. */
export function shiftCalendars(calendars: CompiledPlan['calendars']): readonly string[] {
  return calendars
    .filter(
      ({ of, tickets, before, hangsOn }) =>
        of !== null && tickets.length === 0 && before === null && hangsOn.length === 0,
    )
    .map(({ name }) => name);
}

function badFactor(factor: number, help: string): WhatIfProblem {
  return { message: `${String(factor)} is no factor`, help };
}

function percent(share: number): string {
  return `${digits(share * 100)} %`;
}

/** At most two decimals. */
function digits(value: number): string {
  return String(Math.round(value * 100) / 100);
}
