import type { Collector } from '../diagnostics/collector.ts';
import type {
  ArrivalsNode,
  BehaviourNode,
  FileNode,
  NameNode,
  SharesNode,
  SimulationClauseNode,
  SimulationNode,
  WorkNode,
} from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { epochDayOfDate, parseCivilDate } from '../time/civil-date.ts';
import type { CheckResult } from './check-contract.ts';
import { reportNotices } from './closure-notices.ts';
import { checkBehaviours, checkHours } from './check-behaviour.ts';
import { checkCustomers } from './check-customers.ts';
import { checkCalendar } from './check-calendar.ts';
import { count } from './check-count.ts';
import { checkCustomer, checkNeed, isCharged } from './check-customer.ts';
import { reportNeverDescribed, reportUntilDescribed } from './check-described.ts';
import { checkDesk } from './check-desk.ts';
import { reportIdleTeams } from './idle-teams.ts';
import { checkReport } from './check-report.ts';
import { checkTeamNames } from './check-team-names.ts';
import { checkTimes } from './check-times.ts';
import { checkEvents, checkFactShares, checkSwings } from './check-swings.ts';
import { checkLog, weeklyMean } from './check-log.ts';
import { checkHolidaySet } from './check-holidays.ts';
import { checkDate, checkZoneName, elapsedSeconds, inOrder, weekdayName } from './check-time.ts';
import { extendArrivals } from './extend-arrivals.ts';
import { ARRIVAL_PATTERNS } from './arrival-patterns.ts';
import { expectedTickets, MOST_TICKETS } from './most-tickets.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedCalendar, CheckedHolidaySet, CheckedPlan } from './model.ts';
import type { Scope } from './scope.ts';
import { NO_DATA, type SimulationData } from './simulation-data.ts';
import type { ArrivalStream, CheckedSimulation, QuietDays, Share, WorkStep } from './simulation-model.ts';

const DAY = 86_400;
/** More runs are no surer, and each ticket carries the number of its run in 16 bits. */
const MOST_RUNS = 65_536;

/** What a `.sim` may declare; all else is said by the contract. */
const OF_A_SIMULATION: ReadonlySet<string> = new Set(['simulation', 'calendar', 'holidays', 'import']);

function firstWordsOf({ source }: CheckContext, { start, end }: Span): string {
  return source.text.slice(start, end).split(/\s/)[0] ?? '';
}

/** The path of the contract that a simulation names; null where it names none. */
export function contractPathOf(file: FileNode): NameNode | null {
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'simulation') continue;
    for (const clause of declaration.clauses) if (clause.kind === 'contract') return clause.path;
  }
  return null;
}

/**
 * Checks a `.sim` file against the contract it names. Calendars and holiday sets that it declares join the
 * contract's names. Null where the file has no simulation or says too little to run.
 */
export function checkSimulation(
  files: readonly FileNode[],
  against: CheckResult,
  collector: Collector,
  data: SimulationData = NO_DATA,
): CheckedSimulation | null {
  const main = files[0];
  if (main === undefined) throw new Error('a simulation has a file');
  const context: CheckContext = { source: main.source, path: [], collector, data };
  const simulations = main.declarations.filter((node): node is SimulationNode => node.kind === 'simulation');
  const [node] = simulations;
  if (node === undefined) {
    if (!main.broken)
      report(
        context,
        'simulation/incomplete',
        { start: 0, end: 0 },
        { missing: 'simulation', of: 'the file' },
      );
    return null;
  }
  const { scope, contract } = against;
  const at = files.flatMap((file) =>
    file.declarations.map((node) => ({ node, context: { ...context, source: file.source } })),
  );
  for (const { node, context: here } of at) {
    if (!OF_A_SIMULATION.has(node.kind)) {
      report(here, 'simulation/of-the-contract', node.span, { declaration: firstWordsOf(here, node.span) });
    }
    if (node.kind === 'calendar') scope.declare(here, 'calendar', node.name);
    if (node.kind === 'holidays' && !scope.has('holiday set', node.name.text))
      scope.declare(here, 'holiday set', node.name);
  }
  if (main.broken) scope.markIncomplete('calendar');
  const calendars = at.flatMap(({ node, context: here }) =>
    node.kind === 'calendar' ? (checkCalendar(here, scope, node) ?? []) : [],
  );
  const holidaySets = at.flatMap(({ node, context: here }) =>
    node.kind === 'holidays' ? (checkHolidaySet(here, node) ?? []) : [],
  );
  reportNotices(
    at.flatMap(({ node, context: here }) => (node.kind === 'calendar' ? { node, context: here } : [])),
    calendars,
    {
      regions: contract.regions,
      holidaySets: [...contract.holidaySets, ...holidaySets],
      own: { zone: contract.zone, lost: false },
    },
  );
  const inner = within(context, `simulation "${node.name.text}"`);
  const clauses = new SimulationClauses(inner, node);
  const path = clauses.one('contract');
  const span = clauses.one('span');
  const seed = clauses.one('seed');
  const runs = clauses.optional('runs');
  const warmUp = clauses.optional('warm-up');
  const reportClause = clauses.optional('report');
  const plansClause = clauses.one('plans');
  const deskClause = clauses.one('desk');
  const plans = plansClause?.names.map((name) => scope.resolve(inner, 'plan', name)) ?? [];
  const steps = [...clauses.all('work'), ...clauses.all('wait')].sort((a, b) => a.span.start - b.span.start);
  const ground = { scope, contract, steps: steps.map((step) => step.name.text) };
  const ofAll = checkBehaviours(inner, ground, node.clauses.filter(isBehaviour));
  const streams = extendArrivals(inner, clauses.all('arrivals'));
  const arrivals = streams.map((stream) => {
    if (stream === null) return null;
    const sets = [...contract.holidaySets, ...holidaySets];
    const checked = checkArrivals(inner, scope, stream, against, {
      span,
      sets,
      stepNames: ground.steps,
    });
    const customers = checkCustomers(inner, ground, stream, ofAll, steps);
    return checked === null || customers === null ? null : { ...checked, ...customers };
  });
  if (arrivals.length === 0 && !node.broken)
    report(inner, 'simulation/incomplete', node.span, { missing: 'arrivals', of: 'the simulation' });
  if (!steps.some((step) => step.kind === 'work') && !node.broken) {
    report(inner, 'simulation/incomplete', node.span, { missing: 'work', of: 'the simulation' });
  }
  if (!arrivals.includes(null))
    reportNeverDescribed(
      inner,
      arrivals.filter((stream) => stream !== null),
      steps,
    );
  const severities = contract.severities.map((severity) => severity.name);
  const teamNames = (deskClause?.clauses ?? []).flatMap((clause) =>
    clause.kind === 'team' ? [clause.name] : [],
  );
  const work = steps.map((step, i) =>
    checkStep(inner, scope, step, severities, teamNames, contract.plans, steps.slice(0, i)),
  );
  const known: readonly CheckedCalendar[] = [...contract.calendars, ...calendars];
  const desk =
    deskClause === null
      ? null
      : checkDesk(inner, scope, deskClause, clauses.optional('patience'), {
          calendars: known,
          severities,
          saidFacts: factsSaidBy(streams.filter((stream) => stream !== null)),
        });
  if (desk !== null) reportIdleTeams(inner, desk, work, teamNames);
  const customerNode = clauses.optional('customer');
  const customer = customerNode === null ? null : checkCustomer(inner, scope, customerNode, contract);
  const needs = clauses.all('needs').map((need) => checkNeed(inner, scope, need));
  const zone = span === null ? null : checkZoneName(inner, span.zone);
  const dated =
    span !== null && checkDate(inner, span.from) && checkDate(inner, span.to) && inOrder(inner, span);
  const warmUpSeconds = warmUp === null ? 0 : elapsedSeconds(inner, warmUp.amount);
  const seedNumber = seed === null ? null : count(inner, seed.value, 'seeds', 0);
  const parts = checkReport(inner, reportClause?.parts ?? []);
  const runCount = runs === null ? 1 : count(inner, runs.value, 'runs', 1, MOST_RUNS);
  const spanDays = dated ? epochDayOfDate(span.to.text) - epochDayOfDate(span.from.text) + 1 : null;
  const warmUpDays = warmUpSeconds === null ? null : Math.ceil(warmUpSeconds / DAY);
  if (warmUp !== null && warmUpDays !== null && spanDays !== null && spanDays > 0 && warmUpDays >= spanDays) {
    report(inner, 'simulation/warm-up-too-long', warmUp.span, { days: warmUpDays, span: spanDays });
  }
  if (
    path === null ||
    !dated ||
    zone === null ||
    seedNumber === null ||
    runCount === null ||
    parts === null ||
    desk === null ||
    warmUpDays === null ||
    plans.includes(null) ||
    arrivals.includes(null) ||
    work.includes(null) ||
    collector.hasErrors
  ) {
    return null;
  }
  return {
    file: main.source.name,
    name: node.name.text,
    contract: path.path.text,
    plans: plans.filter((plan) => plan !== null),
    span: { from: span.from.text, to: span.to.text, zone },
    warmUpDays,
    seed: seedNumber,
    runs: runCount,
    report: parts,
    arrivals: arrivals.filter((stream) => stream !== null),
    work: work.filter((step) => step !== null),
    desk,
    customer,
    needs: needs.filter((need) => need !== null),
    calendars,
    holidaySets,
  };
}

/** The clause node that may be of a kind; one node type may serve two kinds (`seed` and `runs`). */
type ClauseOf<K extends SimulationClauseNode['kind'], Node = SimulationClauseNode> = Node extends {
  kind: infer Kinds;
}
  ? K extends Kinds
    ? Node
    : never
  : never;

const BEHAVIOURS: ReadonlySet<string> = new Set([
  'misjudged',
  'raised',
  'lowered',
  'event',
  'undescribed',
  'agrees',
  'reopened',
]);

function isBehaviour(clause: SimulationClauseNode): clause is BehaviourNode {
  return BEHAVIOURS.has(clause.kind);
}

/** The clauses of a simulation by their kind; reports those that are missing or said twice. */
class SimulationClauses {
  readonly #context: CheckContext;
  readonly #node: SimulationNode;

  constructor(context: CheckContext, node: SimulationNode) {
    this.#context = context;
    this.#node = node;
  }

  all<K extends SimulationClauseNode['kind']>(kind: K): readonly ClauseOf<K>[] {
    return this.#node.clauses.filter(
      (clause): clause is SimulationClauseNode & ClauseOf<K> => clause.kind === kind,
    );
  }

  optional<K extends SimulationClauseNode['kind']>(kind: K): ClauseOf<K> | null {
    const [first, second] = this.all(kind);
    if (second !== undefined) report(this.#context, 'simulation/clause-twice', second.span, { clause: kind });
    return first ?? null;
  }

  one<K extends 'contract' | 'plans' | 'span' | 'seed' | 'desk'>(kind: K): ClauseOf<K> | null {
    const found = this.optional(kind);
    if (found === null && !this.#node.broken) {
      report(this.#context, 'simulation/incomplete', this.#node.span, {
        missing: kind,
        of: 'the simulation',
      });
    }
    return found;
  }
}

function checkArrivals(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode,
  { contract }: CheckResult,
  {
    span,
    sets,
    stepNames,
  }: {
    readonly span: ClauseOf<'span'> | null;
    readonly sets: readonly CheckedHolidaySet[];
    readonly stepNames: readonly string[];
  },
): Omit<ArrivalStream, 'works' | 'behaviour'> | null {
  const inner = within(context, `arrivals "${node.name.text}"`);
  const missing = (what: 'rate' | 'hours' | 'severities') => {
    const of = `\`${node.name.text}\``;
    const names = what === 'severities' ? scope.names('severity') : [];
    if (!node.broken) report(inner, 'simulation/incomplete', node.span, { missing: what, of, names });
    return null;
  };
  const { log: logNode } = node;
  if (logNode !== null) return checkLoggedArrivals(inner, scope, { ...node, log: logNode }, span, stepNames);
  const [takes] = node.takes;
  if (takes !== undefined) {
    report(inner, 'simulation/incomplete', takes.span, { missing: 'log', of: `\`${node.name.text}\`` });
    return null;
  }
  const region = node.region === null ? null : scope.resolve(inner, 'region', node.region);
  const mixed = node.shares.find((clause) => clause.kind === 'regions');
  if (node.region !== null && mixed !== undefined) {
    report(inner, 'simulation/clause-twice', mixed.span, { clause: 'region' });
    return null;
  }
  if (node.region === null && mixed === undefined && contract.regions.length > 0) {
    if (!node.broken)
      report(inner, 'simulation/no-region', node.span, {
        stream: node.name.text,
        regions: contract.regions.map(({ name }) => name),
      });
    return null;
  }
  const own = node.zone?.kind === 'zone' ? checkZoneName(inner, node.zone.zone) : null;
  const ofRegion = contract.regions.find((candidate) => candidate.name === region)?.zone;
  const zone = own ?? (ofRegion === CUSTOMER_ZONE ? null : ofRegion) ?? span?.zone.text ?? null;
  const perWeek = node.rate === null ? missing('rate') : weekly(inner, node.rate);
  const profile =
    checkProfile(inner, node) ?? (node.hours === null && node.pattern === null ? missing('hours') : null);
  const quiet = node.quiet.map((clause) => checkQuiet(inner, scope, clause, sets, span));
  if (quiet.includes(null)) return null;
  const shares = {
    severities: [] as readonly Share[],
    regions: [] as readonly Share[],
    channels: [] as readonly Share[],
    types: [] as readonly Share[],
  };
  for (const clause of node.shares) {
    const checked = checkShares(inner, scope, clause);
    if (checked === null) return null;
    shares[clause.kind] = checked;
  }
  if (!node.shares.some((clause) => clause.kind === 'severities') && scope.names('severity').length > 0) {
    return missing('severities');
  }
  const swings = checkSwings(inner, node.swings);
  const facts = checkFactShares(inner, scope, node.facts);
  if (swings === null || facts === null) return null;
  const events = checkEvents(inner, scope, node.events, {
    span: span === null ? null : { from: span.from.text, to: span.to.text },
    usual: { ...shares, facts },
    sharesOf: (at, clause) => checkShares(at, scope, clause),
  });
  if (events === null) return null;
  if (zone === null || perWeek === null || profile === null) return null;
  if (span !== null && isSpan(span)) {
    const tickets = expectedTickets(
      { perWeek, events, log: null },
      { from: span.from.text, to: span.to.text },
    );
    if (tickets > MOST_TICKETS) {
      report(inner, 'simulation/too-many-tickets', node.rate?.span ?? node.span, {
        tickets,
        most: MOST_TICKETS,
      });
      return null;
    }
  }
  return {
    name: node.name.text,
    region,
    zone,
    perWeek,
    profile,
    quiet: quiet.filter((each) => each !== null),
    swings,
    events,
    ...shares,
    facts,
    log: null,
    origin: originOf(inner, node.span),
  };
}

/** A stream whose tickets come from a log: what else is said of it are facts, which the log does not tell. */
function checkLoggedArrivals(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode & { readonly log: NonNullable<ArrivalsNode['log']> },
  span: ClauseOf<'span'> | null,
  stepNames: readonly string[],
): Omit<ArrivalStream, 'works' | 'behaviour'> | null {
  const zone = node.zone?.kind === 'zone' ? checkZoneName(context, node.zone.zone) : null;
  const facts = checkFactShares(context, scope, node.facts);
  const checked = checkLog(context, scope, node, {
    zone,
    span: span === null ? null : { from: span.from.text, to: span.to.text, zone: span.zone.text },
    stepNames,
  });
  if (checked === null || facts === null) return null;
  return {
    name: node.name.text,
    region: null,
    zone: checked.zone,
    perWeek: weeklyMean(checked.log),
    profile: Array.from({ length: 7 }, () => new Array<number>(24).fill(1)),
    quiet: [],
    swings: { growth: null, seasons: [], bursts: null, dayDeviation: 0 },
    events: [],
    severities: [],
    regions: [],
    channels: [],
    types: [],
    facts,
    log: checked.log,
    origin: originOf(context, node.span),
  };
}

/** The facts of which some tickets say something. */
function factsSaidBy(streams: readonly ArrivalsNode[]): ReadonlySet<string> {
  return new Set(
    streams.flatMap(({ facts, events }) =>
      [...facts, ...events.flatMap((event) => event.facts)].map(({ fact }) => fact.text),
    ),
  );
}

/** The days of sets that the span meets; of a year for which a set is not written, nobody knows them. */
function checkQuiet(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode['quiet'][number],
  known: readonly CheckedHolidaySet[],
  span: ClauseOf<'span'> | null,
): QuietDays | null {
  const names = node.sets.map((name) => ({ name, found: scope.resolve(context, 'holiday set', name) }));
  const sets = names.map(({ name, found }) => ({ name, set: known.find((set) => set.name === found) }));
  for (const { name, set } of sets) {
    if (set === undefined || span === null) continue;
    const years = [span.from, span.to].map((date) => Number(date.text.slice(0, 4)));
    const outside = years.find((year) => year < set.fromYear || year > set.toYear);
    if (outside === undefined) continue;
    const { fromYear, toYear } = set;
    report(context, 'simulation/holidays-end', name.span, { set: set.name, year: outside, fromYear, toYear });
    return null;
  }
  const days = sets.flatMap(({ set }) => set?.days ?? []);
  if (sets.some(({ set }) => set === undefined)) return null;
  return { days, share: node.share === null ? 0 : Number(node.share.text) / 100 };
}

const WEEKLY = { hour: 168, day: 7, week: 1 } as const;

function weekly(context: CheckContext, rate: NonNullable<ArrivalsNode['rate']>): number | null {
  const per = rate.per.text;
  if (!Object.hasOwn(WEEKLY, per)) {
    report(context, 'simulation/rate', rate.per.span, {
      per,
      nearest: nearestWord(per, Object.keys(WEEKLY)),
    });
    return null;
  }
  const perWeek = Number(rate.amount.text) * WEEKLY[per as keyof typeof WEEKLY];
  if (perWeek > 0) return perWeek;
  report(context, 'simulation/no-weight', rate.span, { what: 'the arrivals' });
  return null;
}

/** Whether its dates exist; where they do not, that has been said. */
function isSpan({ from, to }: ClauseOf<'span'>): boolean {
  return parseCivilDate(from.text) !== null && parseCivilDate(to.text) !== null;
}

/** Null where nothing says how tickets lie in the week, or after a finding. */
function checkProfile(
  context: CheckContext,
  { hours, pattern }: ArrivalsNode,
): ArrivalStream['profile'] | null {
  if (pattern === null) return hours === null ? null : checkHourRows(context, hours.rows, hours.span);
  if (hours === null) return ARRIVAL_PATTERNS[pattern.name];
  report(context, 'simulation/hours-and-pattern', pattern.span, { pattern: pattern.name });
  return null;
}

function checkHourRows(
  context: CheckContext,
  rows: NonNullable<ArrivalsNode['hours']>['rows'],
  span: Span,
): readonly (readonly number[])[] | null {
  const byDay = new Map<number, readonly number[]>();
  const wrong = new Set<number>();
  for (const row of rows) {
    if (row.weights.length !== 24) {
      report(context, 'simulation/hours-row', row.span, { count: row.weights.length });
      return null;
    }
    for (const day of row.days) {
      if (byDay.has(day)) wrong.add(day);
      byDay.set(day, row.weights);
    }
  }
  const days = [1, 2, 3, 4, 5, 6, 7] as const;
  const misfits = days.filter((day) => wrong.has(day) || !byDay.has(day));
  if (misfits.length > 0) {
    report(context, 'simulation/hours-incomplete', span, { days: misfits.map(weekdayName).join(', ') });
    return null;
  }
  const profile = days.map((day) => byDay.get(day) ?? []);
  if (profile.some((row) => row.some((weight) => weight > 0))) return profile;
  report(context, 'simulation/no-weight', span, { what: 'the hours' });
  return null;
}

function checkShares(context: CheckContext, scope: Scope, clause: SharesNode): readonly Share[] | null {
  const kind = ({ severities: 'severity', regions: 'region', channels: 'channel', types: 'type' } as const)[
    clause.kind
  ];
  const shares = clause.shares.map(({ name, weight }) => ({
    name: scope.resolve(context, kind, name),
    weight,
  }));
  if (shares.some((share) => share.name === null)) return null;
  if (!shares.some((share) => share.weight > 0)) {
    report(context, 'simulation/no-weight', clause.span, { what: `the ${clause.kind}` });
    return null;
  }
  return shares.flatMap(({ name, weight }) => (name === null || weight === 0 ? [] : [{ name, weight }]));
}

function isEarlierStep(context: CheckContext, step: NameNode, earlier: readonly WorkNode[]): boolean {
  const known = earlier.map(({ name }) => name.text);
  if (known.includes(step.text)) return true;
  const nearest = nearestWord(step.text, known);
  report(context, 'simulation/unknown-step', step.span, { step: step.text, nearest, known });
  return false;
}

function checkStep(
  context: CheckContext,
  scope: Scope,
  node: WorkNode,
  severities: readonly string[],
  teamNames: readonly NameNode[],
  plans: readonly CheckedPlan[],
  earlier: readonly WorkNode[],
): WorkStep | null {
  const inner = within(context, `${node.kind} "${node.name.text}"`);
  const metric = node.stops === null ? null : scope.resolve(inner, 'metric', node.stops.metric);
  const state = node.state === null ? null : scope.resolve(inner, 'state', node.state);
  const event = node.brings === null ? null : scope.resolve(inner, 'event', node.brings.event);
  const during = node.during === null ? null : checkHours(inner, scope, node.during);
  const whole = checkTimes(inner, scope, node.rows);
  if (whole === null) return null;
  if (node.during !== null && during === null) return null;
  if (node.during !== null && node.kind === 'work') {
    const { span } = node.during.kind === 'calendar' ? node.during.name : node.during;
    report(inner, 'simulation/work-by-hours', span, { work: node.name.text });
    return null;
  }
  if (reportUntilDescribed(inner, node)) return null;
  const left = severities.filter(
    (name) => !whole.some((row) => row.severities === null || row.severities.includes(name)),
  );
  if (left.length > 0) {
    if (!node.broken)
      report(inner, 'simulation/no-otherwise', node.span, { step: node.name.text, severities: left });
    return null;
  }
  if (node.stops !== null && metric === null) return null;
  if (node.state !== null && state === null) return null;
  if (node.brings !== null && event === null) return null;
  const teams = node.teams === null ? null : checkTeamNames(inner, node.teams, teamNames);
  if (node.teams !== null && teams === null) return null;
  const { of } = node;
  const activity =
    of === null || isCharged(plans, of.text) ? (of?.text ?? null) : scope.resolve(inner, 'activity', of);
  if (of !== null && activity === null) return null;
  if (of !== null && node.kind === 'wait') {
    report(inner, 'simulation/wait-of-activity', of.span, { wait: node.name.text, activity: of.text });
    return null;
  }
  if (node.kind === 'wait' && node.teams !== null) {
    report(inner, 'simulation/wait-by-team', node.span, { wait: node.name.text });
    return null;
  }
  if (node.after !== null && !isEarlierStep(inner, node.after, earlier)) return null;
  return {
    kind: node.kind,
    name: node.name.text,
    activity,
    after: node.after?.text ?? null,
    stops: node.stops === null || metric === null ? null : { metric, at: node.stops.at },
    brings: node.brings === null || event === null ? null : { event, at: node.brings.at },
    state,
    during,
    times: whole,
    share: node.share === null ? 1 : Number(node.share.text) / 100,
    teams,
    origin: originOf(inner, node.span),
  };
}
