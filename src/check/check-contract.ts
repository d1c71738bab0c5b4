import type { Collector } from '../diagnostics/collector.ts';
import type { ContractNode, DeclarationNode, FileNode } from '../syntax/tree.ts';
import { checkCalendar } from './check-calendar.ts';
import { assumeChanges } from './assume-changes.ts';
import { assumeHolidays } from './assume-holidays.ts';
import { ticketNames } from './calendar-keys.ts';
import { checkConduct, withAttributes } from './check-conduct.ts';
import { reportNotices } from './closure-notices.ts';
import { checkFact } from './check-facts.ts';
import { checkHolidaySet } from './check-holidays.ts';
import type { ContractTerms } from './check-period.ts';
import { checkPlans } from './check-plans.ts';
import { checkRegions, checkRegionUse } from './check-regions.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkSeverities, everyTicketAlike } from './check-severities.ts';
import { checkTerms } from './check-terms.ts';
import { reportCycles } from './calendar-cycles.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { tzdataVersion } from '../time/zone-lookup.ts';
import type { OwnZone } from './check-stretch.ts';
import { NO_BINDING } from './conduct-model.ts';
import { checkClocks } from './check-clock-set.ts';
import { type FindBeside, NOTHING_BESIDE } from './files-beside.ts';
import { checkHeader } from './check-header.ts';
import { declareAll, words } from './declare-names.ts';
import type { Declared } from './declared.ts';
import type { CheckedContract, CheckedFact } from './model.ts';
import { type Kind, Scope } from './scope.ts';
import { reportWhoseDates } from './whose-dates.ts';

/** The result of checking: what could be made out, and the names, for what else refers to them. */
export interface CheckResult {
  readonly contract: CheckedContract;
  readonly scope: Scope;
}

/**
 * Checks a contract: the file that states it and the files it brings in (holiday sets), and the files of data that
 * these name. Findings go to the collector; what they touch is missing from the result, so a contract with errors is not to be run.
 */
export function checkContract(
  files: readonly FileNode[],
  collector: Collector,
  findBeside: FindBeside = NOTHING_BESIDE,
): CheckResult {
  const main = files[0];
  if (main === undefined) throw new Error('a contract has a file');
  const context: CheckContext = { source: main.source, path: [], collector };
  const all: readonly Declared<DeclarationNode>[] = files.flatMap((file) =>
    file.declarations.map((node) => ({ node, context: { source: file.source, path: [], collector } })),
  );
  const of = <K extends DeclarationNode['kind']>(kind: K) =>
    all.filter((item): item is Declared<Extract<DeclarationNode, { kind: K }>> => item.node.kind === kind);

  const scope = new Scope();
  scope.lookBeside(findBeside);
  if (files.some((file) => file.broken)) INCOMPLETE_WHEN_BROKEN.forEach((kind) => scope.markIncomplete(kind));
  const { fiscalYear, ...header } = checkHeader(of('contract'));
  const lost = lostOf(main, of('contract')[0]?.node);
  const severities = of('severities');
  severities
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'severities' }),
    );
  const matrices = of('matrix');
  matrices
    .slice(1)
    .forEach(({ node, context: at }) => report(at, 'contract/declared-twice', node.span, { what: 'matrix' }));
  const regions = of('regions');
  regions
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'regions' }),
    );
  const plans = of('plan');
  declareAll(scope, all, severities, regions);
  scope.knowStops();

  const facts = of('facts').flatMap(({ node, context: at }) => node.rows.map((row) => checkFact(at, row)));
  scope.knowFacts(facts);
  const declaredFacts = new Map<string, CheckedFact>(facts.map((fact) => [fact.name, fact]));
  const factsByName = withAttributes(scope, declaredFacts);
  const own: OwnZone = { zone: header.zone, lost: lost.zone };
  const checkedRegions =
    regions[0] === undefined ? [] : checkRegions(regions[0].context, scope, regions[0].node);
  const calendars = of('calendar').flatMap(({ node, context: at }) => checkCalendar(at, scope, node) ?? []);
  reportCycles(of('calendar'));
  const holidaySets = of('holidays').flatMap(({ node, context: at }) => checkHolidaySet(at, node) ?? []);
  reportNotices(of('calendar'), calendars, { regions: checkedRegions, holidaySets, own });
  checkRegionUse(of('calendar'), regions[0] ?? null, !files.some((file) => file.broken));
  const checkedPlans = checkPlans(plans, of('targets by plan'), scope, {
    zone: header.zone,
    currency: header.currency,
    effective: header.effective !== null,
    fiscalYear,
    regionKey: regions[0]?.node.key.text ?? null,
    facts: factsByName,
    lost,
  });

  const checkedSeverities =
    severities[0] === undefined
      ? everyTicketAlike(context)
      : checkSeverities(severities[0].context, scope, factsByName, severities[0].node, matrices[0] ?? null);
  const ticketFacts = withAttributes(scope, factsByName, ['severity']);
  const conduct = checkConduct(all, {
    scope,
    own,
    facts: ticketFacts,
    severities: checkedSeverities.map(({ name }) => name),
    ungraded: checkedSeverities.find(({ when }) => when.kind === 'unstated')?.name ?? null,
  });
  if (!files.some((file) => file.broken || isBroken(file))) {
    const said = new Set(all.flatMap(({ node }) => saidChanges(node)));
    const placeOf = (declared: Declared<DeclarationNode> | undefined) =>
      declared === undefined ? undefined : { context: declared.context, span: declared.node.span };
    assumeChanges(
      { plans: checkedPlans, calendars, names: namesIn(scope), said },
      {
        severities: placeOf(severities[0]),
        channels: placeOf(of('channel')[0]),
        types: placeOf(of('type')[0]),
        facts: placeOf(of('facts')[0]),
      },
    );
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
  if (head !== undefined && !head.node.broken && !binding.saysHolidaysOpen) {
    assumeHolidays(head.context, head.node.span, checkedPlans, calendars);
  }
  const planNotes = plans.flatMap(({ node }) =>
    node.clauses.flatMap((clause) =>
      clause.kind === 'note' ? [{ plan: node.name.text, text: clause.text }] : [],
    ),
  );

  const clocks = checkClocks(of('clock'), { scope, own, facts: ticketFacts }, checkedPlans, plans);

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
    clocks,
    calendars,
    holidaySets,
    plans: checkedPlans,
    scenarios: checkScenarios(of('scenario'), {
      scope,
      plans: checkedPlans,
      conduct,
      clocks,
      severities: checkedSeverities,
      regions: checkedRegions,
      zone: header.zone,
      zoneLost: lost.zone,
    }),
    conduct,
    binding: { ...binding, notes: [...binding.notes, ...planNotes] },
    assumptions: [],
  };
  reportWhoseDates(of('calendar'), calendars, scope.datesCounted());
  return { contract: { ...contract, assumptions: assumptionsOf(collector) }, scope };
}

/** Every name of what tickets differ in. */
function namesIn(scope: Scope) {
  return ticketNames({
    regions: scope.names('region'),
    severities: scope.names('severity'),
    channels: scope.names('channel'),
    types: scope.names('type'),
    facts: scope.facts(),
  });
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
  const fiscalYear = unread || (header?.fiscalYears.length ?? 0) > 0;
  return { zone: start || (header?.zones.length ?? 0) > 0, start, fiscalYear };
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
  'state',
];

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
