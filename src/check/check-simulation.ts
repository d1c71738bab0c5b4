import type { Collector } from '../diagnostics/collector.ts';
import type {
  ArrivalsNode,
  BehaviourNode,
  FileNode,
  NameNode,
  SimulationClauseNode,
  SimulationNode,
} from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import type { CheckResult } from './check-contract.ts';
import { reportNotices } from './closure-notices.ts';
import { checkBehaviours } from './check-behaviour.ts';
import { checkCustomers } from './check-customers.ts';
import { checkCalendar } from './check-calendar.ts';
import { count } from './check-count.ts';
import { checkCustomer, checkNeed } from './check-customer.ts';
import { reportNeverDescribed } from './check-described.ts';
import { checkDesk } from './check-desk.ts';
import { reportIdleTeams } from './idle-teams.ts';
import { reportUnserved } from './unserved-kinds.ts';
import { checkReport } from './check-report.ts';
import { checkHolidaySet } from './check-holidays.ts';
import { checkDate, checkZoneName, elapsedSeconds, inOrder } from './check-time.ts';
import { extendArrivals } from './extend-arrivals.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CheckedCalendar } from './model.ts';
import { NO_DATA, type SimulationData } from './simulation-data.ts';
import type { CheckedSimulation } from './simulation-model.ts';
import { checkArrivals } from './check-arrivals.ts';
import { checkStep } from './check-step.ts';
import { SimulationClauses } from './simulation-clauses.ts';

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
  if (desk !== null) {
    reportIdleTeams(inner, desk, work, teamNames);
    reportUnserved(
      inner,
      desk,
      arrivals.filter((stream) => stream !== null),
      // A step with a mistake says nothing of who does it.
      steps.flatMap(({ name }, i) => {
        const step = work[i] ?? null;
        return step === null ? [] : [{ step, name }];
      }),
    );
  }
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

/** The facts of which some tickets say something. */
function factsSaidBy(streams: readonly ArrivalsNode[]): ReadonlySet<string> {
  return new Set(
    streams.flatMap(({ facts, events }) =>
      [...facts, ...events.flatMap((event) => event.facts)].map(({ fact }) => fact.text),
    ),
  );
}
