import type { Collector } from '../diagnostics/collector.ts';
import type {
  ContractNode,
  DeclarationNode,
  FileNode,
  PlanNode,
  ScenarioNode,
  WordNode,
} from '../syntax/tree.ts';
import { checkCalendar } from './check-calendar.ts';
import { assumedClock, checkClock } from './check-clocks.ts';
import { assumeChanges } from './check-changes.ts';
import { checkConduct, knowEvents, withAttributes } from './check-conduct.ts';
import { checkFact } from './check-facts.ts';
import { checkHolidaySet } from './check-holidays.ts';
import type { ContractTerms } from './check-period.ts';
import { checkPlans } from './check-plans.ts';
import { checkRegions, checkRegionUse } from './check-regions.ts';
import { checkScenario } from './check-scenario.ts';
import { checkSeverities } from './check-severities.ts';
import { checkTerms } from './check-terms.ts';
import { checkDate, checkZoneName, inOrder } from './check-time.ts';
import { reportCycles } from './calendar-cycles.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { tzdataVersion } from '../time/zone-lookup.ts';
import type { OwnZone } from './check-stretch.ts';
import { NO_BINDING } from './conduct-model.ts';
import type { CheckedClock, CheckedContract, CheckedFact, CheckedPlan, Named } from './model.ts';
import { type Kind, Scope } from './scope.ts';

/** A declaration and where it stands. */
export interface Declared<T extends DeclarationNode> {
  readonly node: T;
  readonly context: CheckContext;
}

/** The result of checking: what could be made out, and the names, for what else refers to them. */
export interface CheckResult {
  readonly contract: CheckedContract;
  readonly scope: Scope;
}

/**
 * Checks a contract: the file that states it and the files it brings in (holiday sets). Findings go to the
 * collector; what they touch is missing from the result, so a contract with errors is not to be run.
 */
export function checkContract(files: readonly FileNode[], collector: Collector): CheckResult {
  const main = files[0];
  if (main === undefined) throw new Error('a contract has a file');
  const context: CheckContext = { source: main.source, path: [], collector };
  const all: readonly Declared<DeclarationNode>[] = files.flatMap((file) =>
    file.declarations.map((node) => ({ node, context: { source: file.source, path: [], collector } })),
  );
  const of = <K extends DeclarationNode['kind']>(kind: K) =>
    all.filter((item): item is Declared<Extract<DeclarationNode, { kind: K }>> => item.node.kind === kind);

  const scope = new Scope();
  if (files.some((file) => file.broken)) INCOMPLETE_WHEN_BROKEN.forEach((kind) => scope.markIncomplete(kind));
  const header = checkHeader(of('contract'));
  const lost = lostOf(main, of('contract')[0]?.node);
  const severities = of('severities');
  severities
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'severities' }),
    );
  const regions = of('regions');
  regions
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'regions' }),
    );
  const plans = of('plan');
  declareAll(scope, all, severities, regions);
  if (plans.length > 0 && severities.length === 0 && !main.broken) {
    report(context, 'contract/no-severities', plans[0]?.node.span ?? { start: 0, end: 0 }, {});
  }

  const facts = of('facts').flatMap(({ node, context: at }) => node.rows.map((row) => checkFact(at, row)));
  const declaredFacts = new Map<string, CheckedFact>(facts.map((fact) => [fact.name, fact]));
  const factsByName = withAttributes(scope, declaredFacts);
  const own: OwnZone = { zone: header.zone, lost: lost.zone };
  knowEvents(scope, all);
  const checkedRegions =
    regions[0] === undefined ? [] : checkRegions(regions[0].context, scope, regions[0].node);
  const calendars = of('calendar').flatMap(({ node, context: at }) => checkCalendar(at, scope, node) ?? []);
  reportCycles(of('calendar'));
  checkRegionUse(of('calendar'), regions[0] ?? null, !files.some((file) => file.broken));
  const checkedPlans = checkPlans(plans, of('targets by plan'), scope, {
    zone: header.zone,
    currency: header.currency,
    effective: header.effective !== null,
    facts: factsByName,
    lost,
  });

  const checkedSeverities =
    severities[0] === undefined
      ? []
      : checkSeverities(severities[0].context, scope, factsByName, severities[0].node);
  const conduct = checkConduct(all, {
    scope,
    own,
    facts: withAttributes(scope, factsByName, ['severity']),
    severities: checkedSeverities.map(({ name }) => name),
  });
  const [first] = severities;
  if (first !== undefined && !files.some((file) => file.broken || isBroken(file))) {
    const said = new Set(all.flatMap(({ node }) => saidChanges(node)));
    assumeChanges(first.context, first.node.span, checkedPlans, said);
  }
  const head = of('contract')[0];
  const binding =
    head === undefined
      ? NO_BINDING
      : checkTerms(
          within(head.context, `contract "${head.node.name.text}"`),
          scope,
          own,
          head.node,
          tzdataVersion(),
        );
  const planNotes = plans.flatMap(({ node }) =>
    node.clauses.flatMap((clause) =>
      clause.kind === 'note' ? [{ plan: node.name.text, text: clause.text }] : [],
    ),
  );

  const contract: CheckedContract = {
    file: main.source.name,
    ...header,
    facts,
    severities: checkedSeverities,
    regionKey: regions[0]?.node.key.text ?? null,
    regions: checkedRegions,
    channels: words(scope, 'channel', of('channel')),
    activities: words(scope, 'activity', of('activity')),
    types: words(scope, 'type', of('type')),
    metrics: words(scope, 'metric', of('metric')),
    clocks: checkClocks(of('clock'), scope, own, checkedPlans, plans),
    calendars,
    holidaySets: of('holidays').flatMap(({ node, context: at }) => checkHolidaySet(at, node) ?? []),
    plans: checkedPlans,
    scenarios: unlikeNamed(of('scenario')).flatMap(
      ({ node, context: at }) => checkScenario(at, scope, node, checkedRegions, header.zone, lost.zone) ?? [],
    ),
    conduct,
    binding: { ...binding, notes: [...binding.notes, ...planNotes] },
    assumptions: [],
  };
  return { contract: { ...contract, assumptions: assumptionsOf(collector) }, scope };
}

/** Whether some block lost a clause, which may have been the one that something else asks for. */
function isBroken(file: FileNode): boolean {
  return file.declarations.some((node) => 'broken' in node && node.broken);
}

/** The changes of severity of which a declaration says what they do. */
function saidChanges(node: DeclarationNode): readonly string[] {
  if (node.kind === 'on change') return [node.of];
  return node.kind === 'plan' ? node.clauses.flatMap((of) => (of.kind === 'on change' ? [of.of] : [])) : [];
}

/** What the header may have meant to say in clauses that are rejected: its absence is no second mistake. */
function lostOf(main: FileNode, header: ContractNode | undefined): ContractTerms['lost'] {
  const unread = main.broken || header?.broken === true;
  const start = unread || (header?.effective.length ?? 0) > 0;
  return { zone: start || (header?.zones.length ?? 0) > 0, start };
}

/** Kinds of name that a declaration lost to a mistake may have declared. */
const INCOMPLETE_WHEN_BROKEN: readonly Kind[] = [
  'severity',
  'region',
  'channel',
  'activity',
  'type',
  'metric',
  'calendar',
  'holiday set',
  'plan',
  'fact',
  'event',
];

function checkHeader(contracts: readonly Declared<ContractNode>[]) {
  contracts
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'contract' }),
    );
  const first = contracts[0];
  const none = { title: '', version: '', effective: null, zone: null, currency: null, parties: [] };
  if (first === undefined) return none;
  const inner = within(first.context, `contract "${first.node.name.text}"`);
  const { node } = first;
  const twice = (spans: readonly { readonly span: { start: number; end: number } }[], what: string) =>
    spans.slice(1).forEach(({ span }) => report(inner, 'contract/clause-twice', span, { clause: what }));
  twice(node.effective, 'effective');
  twice(node.zones, 'zone');
  twice(node.currencies, 'currency');
  const said = node.effective[0];
  const effectiveZone = said === undefined ? null : checkZoneName(inner, said.zone);
  const dated =
    said !== undefined &&
    checkDate(inner, said.from) &&
    (said.until === null ||
      (checkDate(inner, said.until) &&
        inOrder(inner, { from: said.from, to: said.until, span: said.until.span })));
  const choice = node.zones[0];
  const own = choice?.kind === 'zone' ? checkZoneName(inner, choice.zone) : null;
  if (choice?.kind === 'of') report(inner, 'contract/zone-of', choice.span, {});
  const currency = node.currencies[0];
  const isCurrency = currency !== undefined && /^[A-Z]{3}$/.test(currency.text);
  if (currency !== undefined && !isCurrency) {
    report(inner, 'plan/not-a-currency', currency.span, { currency: currency.text });
  }
  return {
    title: node.name.text,
    version: node.version?.text ?? '',
    effective:
      dated && effectiveZone !== null
        ? { from: said.from.text, to: said.until?.text ?? null, zone: effectiveZone }
        : null,
    zone: own ?? effectiveZone,
    currency: isCurrency ? currency.text : null,
    parties: node.parties.map(({ role, name }) => ({ role, name })),
  };
}

/** Names first, so that declarations may stand in any order. */
function declareAll(
  scope: Scope,
  all: readonly Declared<DeclarationNode>[],
  severities: readonly Declared<Extract<DeclarationNode, { kind: 'severities' }>>[],
  regions: readonly Declared<Extract<DeclarationNode, { kind: 'regions' }>>[],
): void {
  const kinds = { calendar: 'calendar', holidays: 'holiday set', plan: 'plan' } as const;
  for (const { node, context } of all) {
    switch (node.kind) {
      case 'channel':
      case 'activity':
      case 'metric':
      case 'type':
      case 'event':
        scope.declare(context, node.kind, node.name);
        break;
      case 'calendar':
      case 'holidays':
      case 'plan':
        scope.declare(context, kinds[node.kind], node.name, node.kind === 'plan' ? node.aliases : []);
        break;
      case 'facts':
        for (const row of node.rows) scope.declare(context, 'fact', row.name);
        if (node.broken) scope.markIncomplete('fact');
        break;
      default:
        break;
    }
  }
  const severity = severities[0];
  for (const row of severity?.node.rows ?? []) {
    if (severity !== undefined) scope.declare(severity.context, 'severity', row.name, row.aliases);
  }
  if (severity?.node.broken === true) scope.markIncomplete('severity');
  const region = regions[0];
  if (region?.node.broken === true) scope.markIncomplete('region');
  for (const row of region?.node.rows ?? [])
    if (region !== undefined) scope.declare(region.context, 'region', row.name);
}

function words(scope: Scope, kind: Kind, declared: readonly Declared<WordNode>[]): readonly Named[] {
  const byName = new Map(declared.map((item) => [item.node.name.text, item]));
  return scope.names(kind).map((name) => {
    const item = byName.get(name);
    const origin =
      item === undefined
        ? { file: '', line: 0, column: 0, path: [] }
        : originOf(within(item.context, `${kind} ${name}`), item.node.span);
    return { name, aliases: [], text: item?.node.text ?? '', origin };
  });
}

/** Scenarios by different names, so that a report of one cannot be taken for another. */
function unlikeNamed(scenarios: readonly Declared<ScenarioNode>[]): readonly Declared<ScenarioNode>[] {
  const seen = new Map<string, Declared<ScenarioNode>>();
  for (const scenario of scenarios) {
    const { name } = scenario.node;
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, scenario);
    else {
      const place = { source: first.context.source, span: first.node.name.span };
      const related = [{ message: 'first declared here', place }];
      report(
        scenario.context,
        'names/declared-twice',
        name.span,
        { kind: 'scenario', name: name.text },
        related,
      );
    }
  }
  return [...seen.values()];
}

function checkClocks(
  declared: readonly Declared<Extract<DeclarationNode, { kind: 'clock' }>>[],
  scope: Scope,
  own: OwnZone,
  plans: readonly CheckedPlan[],
  planNodes: readonly Declared<PlanNode>[],
): readonly CheckedClock[] {
  const clocks: CheckedClock[] = [];
  let complete = true;
  for (const { node, context } of declared) {
    const clock = checkClock(context, scope, own, node);
    if (clock === null) {
      complete = false;
      continue;
    }
    if (clocks.some((earlier) => earlier.metric === clock.metric)) {
      report(context, 'names/declared-twice', node.name.span, { kind: 'clock', name: clock.metric });
    } else clocks.push(clock);
  }
  const first = planNodes[0];
  if (first === undefined || !complete) return clocks;
  const promised = new Set(
    plans.flatMap((plan) =>
      plan.targets.filter((target) => target.promise.kind !== 'word').map((target) => target.metric),
    ),
  );
  for (const metric of promised) {
    if (
      clocks.some((clock) => clock.metric === metric) ||
      declared.some(({ node }) => node.name.text === metric)
    )
      continue;
    const place = placeOfMetric(planNodes, metric) ?? { context: first.context, span: first.node.span };
    clocks.push(assumedClock(place.context, metric, place.span));
  }
  return clocks;
}

/** The column of the first table that promises a metric. */
function placeOfMetric(plans: readonly Declared<PlanNode>[], metric: string) {
  for (const { node, context } of plans) {
    for (const clause of node.clauses) {
      const column =
        clause.kind === 'targets' ? clause.columns?.find((name) => name.text === metric) : undefined;
      if (column !== undefined) {
        return { context: within(context, `plan ${node.name.text}`, 'targets', metric), span: column.span };
      }
    }
  }
  return null;
}

function assumptionsOf(collector: Collector): CheckedContract['assumptions'] {
  return collector.diagnostics
    .filter((diagnostic) => diagnostic.level === 'assumption')
    .map((diagnostic) => ({
      code: diagnostic.code,
      message: diagnostic.message,
      write: diagnostic.help ?? '',
      origin: originOf({ ...diagnostic.place, path: diagnostic.path, collector }, diagnostic.place.span),
    }));
}
