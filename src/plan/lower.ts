import { wordsOfFact } from '../check/check-selector.ts';
import type { CheckedContract, CheckedCoverage, CheckedPlan, Named, Selector } from '../check/model.ts';
import { tzdataVersion } from '../time/zone-lookup.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { CalendarTable } from './lower-calendars.ts';
import { closedDatesOf } from './lower-holidays.ts';
import { ConductLowering } from './lower-conduct.ts';
import { lowerEntitlements } from './lower-entitlements.ts';
import { lowerMoney } from './lower-money.ts';
import { calendarsOfOpening, lowerWithOpening } from './lower-opened.ts';
import { lowerAttainment, lowerTarget } from './lower-targets.ts';
import { zoneTables } from './zone-tables.ts';
import type { CompiledPlan, PlanName, PlanPlan, PlanSelector } from './model.ts';

/**
 * Turns a checked contract without errors into the plan that the engine loads. What depends on the region,
 * severity, channel or type is written out for each that its calendar tells apart, so that the engine decides nothing but which cell is the first to match.
 */
export function lower(contract: CheckedContract): CompiledPlan {
  const calendars = new CalendarTable(contract);
  const selectorOf = selectorIndexer(contract);
  const plans = contract.plans.map((plan) => lowerPlan(plan, contract, calendars, selectorOf));
  const lowering = new ConductLowering(calendars, selectorOf);
  const conduct = lowering.conduct(contract.conduct);
  const binding = lowering.binding(contract.binding);
  const clocks = contract.clocks.map(({ metric, plan, startsOn, stopsOn, pausesWhile, terms, origin }) => ({
    metric,
    plan,
    startsOn,
    stopsOn,
    pausesWhile,
    terms: lowering.clockTerms(terms),
    origin,
  }));
  // Calendars that no promise uses are there too: desks and people ask for them by name.
  calendars.addAll();
  const ofRegions = contract.regions.flatMap(({ zone }) => (zone === CUSTOMER_ZONE ? [] : (zone ?? [])));
  const zones = [...calendars.zones, ...ofRegions];
  if (contract.zone !== null) zones.push(contract.zone);
  zones.push(...zonesOfPeriods(contract));
  return {
    format: 'surety-plan',
    version: 1,
    title: contract.title,
    contractVersion: contract.version,
    currency: contract.currency,
    parties: contract.parties,
    effective: contract.effective,
    zone: contract.zone,
    tzdata: tzdataVersion(),
    zones: zoneTables(zones.sort()),
    calendars: calendars.list,
    tables: null,
    holidaySets: calendars.list.some(({ hangsOn }) => hangsOn.includes('holidays'))
      ? contract.holidaySets.map((set) => ({ name: set.name, ...closedDatesOf(set) }))
      : [],
    severities: contract.severities.map((severity) => ({
      ...lowerName(severity),
      when: severity.when,
      origin: severity.origin,
    })),
    regionKey: contract.regionKey,
    regions: contract.regions.map((region) => ({ ...lowerName(region), zone: region.zone })),
    channels: contract.channels.map(lowerName),
    types: contract.types.map(lowerName),
    metrics: metricsOf(contract),
    clocks,
    plans,
    conduct,
    binding,
    facts: contract.facts.map((fact) => ({ ...lowerName(fact), type: fact.type })),
    assumptions: contract.assumptions,
  };
}

/** The zones in which days and months begin by which quotas, shares and availability are counted. */
function zonesOfPeriods({ effective, plans }: CheckedContract): readonly string[] {
  const named = plans.flatMap(({ quotas, attainment, availability }) => [
    ...quotas.flatMap(({ zone }) => zone ?? []),
    ...attainment.map(({ zone }) => zone),
    ...availability.flatMap(({ over }) => (over.kind === 'period' ? over.zone : [])),
  ]);
  return effective === null ? named : [effective.zone, ...named];
}

function lowerName({ name, aliases, text }: Named): PlanName {
  return { name, aliases, text };
}

/** The metrics that some plan speaks of, in the order in which they are first known. */
function metricsOf(contract: CheckedContract): readonly string[] {
  const used = new Set(contract.plans.flatMap((plan) => plan.targets.map((target) => target.metric)));
  return contract.metrics.map((metric) => metric.name).filter((name) => used.has(name));
}

type SelectorIndexer = (selector: Selector) => PlanSelector;

function selectorIndexer(contract: CheckedContract): SelectorIndexer {
  const indexer = (named: readonly Named[]) => {
    const positions = new Map(named.map(({ name }, i) => [name, i]));
    return (names: readonly string[] | null) => names?.map((name) => positions.get(name) ?? -1) ?? null;
  };
  const severities = indexer(contract.severities);
  const regions = indexer(contract.regions);
  const channels = indexer(contract.channels);
  const types = indexer(contract.types);
  const facts = new Map(contract.facts.map((fact, i) => [fact.name, { fact, i }]));
  return (selector) => ({
    severities: severities(selector.severities),
    regions: regions(selector.regions),
    channels: channels(selector.channels),
    types: types(selector.types),
    facts: selector.facts.flatMap((choice) => {
      const found = facts.get(choice.fact);
      if (found === undefined) return [];
      const words = wordsOfFact(found.fact) ?? [];
      return [{ fact: found.i, words: choice.words.map((word) => words.indexOf(word)) }];
    }),
    // Lines that are narrowed by the hours of opening know their calendars: see `lowerWithOpening`.
    opened: [],
  });
}

function lowerPlan(
  plan: CheckedPlan,
  contract: CheckedContract,
  calendars: CalendarTable,
  selectorOf: SelectorIndexer,
): PlanPlan {
  return {
    ...lowerName(plan),
    level: plan.level,
    extends: plan.extends,
    targets: plan.targets.flatMap((target) => lowerTarget(target, plan.targets, calendars, selectorOf)),
    coverage: plan.coverage.flatMap((line) => lowerCoverage(line, calendars, selectorOf)),
    channels: plan.channels.map(({ value, onRequest, when }) => ({
      channel: value,
      onRequest,
      when: selectorOf(when),
    })),
    attainment: plan.attainment.flatMap((line) => lowerAttainment(line, calendars, selectorOf)),
    ...lowerEntitlements(plan, contract, calendars, selectorOf),
    ...lowerMoney(plan, calendars, selectorOf, (target) =>
      lowerTarget(target, plan.targets, calendars, selectorOf),
    ),
    features: plan.features.map(({ name, value, says }) => ({ name, value, says })),
  };
}

function lowerCoverage(
  { activity, hours, when: said, origin }: CheckedCoverage,
  calendars: CalendarTable,
  selectorOf: SelectorIndexer,
): PlanPlan['coverage'] {
  const named = hours.kind === 'word' ? [] : [hours.calendar];
  return calendars.groups(said, [...named, ...calendarsOfOpening(said)]).map(({ when, key }) => ({
    activity,
    hours:
      hours.kind === 'word' ? hours : { kind: 'calendar', calendar: calendars.indexOf(hours.calendar, key) },
    when: lowerWithOpening(when, key, calendars, selectorOf),
    origin,
  }));
}
