import type {
  CheckedContract,
  CheckedLimit,
  CheckedPlan,
  CheckedPrice,
  CheckedPromise,
  CheckedTarget,
  Named,
  Selector,
} from '../check/model.ts';
import { lookUpZone, tzdataVersion } from '../time/zone-lookup.ts';
import { CalendarTable } from './lower-calendars.ts';
import type {
  CompiledPlan,
  PlanLimit,
  PlanName,
  PlanPlan,
  PlanPrice,
  PlanPromise,
  PlanSelector,
  PlanTarget,
} from './model.ts';

/** Years for which zones are looked up: every instant that a deadline may be asked for. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/**
 * Turns a checked contract without errors into the plan that the engine loads. What depends on the region is
 * written out region by region, so that the engine decides nothing but which cell is the first to match.
 */
export function lower(contract: CheckedContract): CompiledPlan {
  const calendars = new CalendarTable(contract);
  const selectorOf = selectorIndexer(contract);
  const plans = contract.plans.map((plan) => lowerPlan(plan, contract, calendars, selectorOf));
  // Calendars that no promise uses are there too: desks and people ask for them by name.
  calendars.addAll();
  const zones = [...calendars.zones, ...contract.regions.flatMap((region) => region.zone ?? [])];
  if (contract.zone !== null) zones.push(contract.zone);
  return {
    format: 'surety-plan',
    version: 1,
    title: contract.title,
    contractVersion: contract.version,
    currency: contract.currency,
    zone: contract.zone,
    tzdata: tzdataVersion(),
    zones: zoneTables([...new Set(zones)].sort()),
    calendars: calendars.list,
    severities: contract.severities.map(lowerName),
    regions: contract.regions.map((region) => ({ ...lowerName(region), zone: region.zone })),
    channels: contract.channels.map(lowerName),
    types: contract.types.map(lowerName),
    metrics: metricsOf(contract),
    clocks: contract.clocks.map(({ metric, startsOn, stopsOn, pausesWhile }) => ({
      metric,
      startsOn,
      stopsOn,
      pausesWhile,
    })),
    plans,
    assumptions: contract.assumptions,
  };
}

function lowerName({ name, aliases, text }: Named): PlanName {
  return { name, aliases, text };
}

/** The metrics that some plan speaks of, in the order in which they are first known. */
function metricsOf(contract: CheckedContract): readonly string[] {
  const used = new Set(contract.plans.flatMap((plan) => plan.targets.map((target) => target.metric)));
  return contract.metrics.map((metric) => metric.name).filter((name) => used.has(name));
}

/**
 * The tables of zones, each looked up when it is first read: a plan has many regions and a question most often one.
 * To whoever reads or writes them as JSON they are plain data.
 */
function zoneTables(zones: readonly string[]): CompiledPlan['zones'] {
  const tables = {};
  for (const zone of zones) {
    Object.defineProperty(tables, zone, {
      enumerable: true,
      get: () => lookUpZone(zone, FIRST_YEAR, LAST_YEAR),
    });
  }
  return tables;
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
  return (selector) => ({
    severities: severities(selector.severities),
    regions: regions(selector.regions),
    channels: channels(selector.channels),
    types: types(selector.types),
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
    targets: plan.targets.flatMap((target) => lowerTarget(target, contract, calendars, selectorOf)),
    coverage: plan.coverage.flatMap((line) =>
      byRegion(line.when, calendars.dependsOnRegion(line.calendar), contract).map(({ when, region }) => ({
        activity: line.activity,
        calendar: calendars.indexOf(line.calendar, region),
        when: selectorOf(when),
        origin: line.origin,
      })),
    ),
    channels: plan.channels.map((line) => ({ channel: line.value, when: selectorOf(line.when) })),
    attainment: plan.attainment.map((line) => ({ ...line, when: selectorOf(line.when) })),
    quotas: plan.quotas,
    price: plan.price === null ? null : lowerPrice(plan.price),
    features: plan.features.map(({ name, value }) => ({ name, value })),
  };
}

/** A selector once as it is, or once for each region it admits where something in it differs by region. */
function byRegion(
  when: Selector,
  differs: boolean,
  contract: CheckedContract,
): readonly { readonly when: Selector; readonly region: string | null }[] {
  if (!differs) return [{ when, region: null }];
  return contract.regions
    .filter((region) => when.regions === null || when.regions.includes(region.name))
    .map((region) => ({ when: { ...when, regions: [region.name] }, region: region.name }));
}

function lowerTarget(
  target: CheckedTarget,
  contract: CheckedContract,
  calendars: CalendarTable,
  selectorOf: SelectorIndexer,
): readonly PlanTarget[] {
  const differs = limitsOf(target.promise).some(
    (limit) => limit.kind !== 'elapsed' && calendars.dependsOnRegion(limit.calendar),
  );
  return byRegion(target.when, differs, contract).map(({ when, region }) => ({
    metric: target.metric,
    when: selectorOf(when),
    promise: lowerPromise(target.promise, calendars, region),
    origin: target.origin,
    words: target.words,
  }));
}

function limitsOf(promise: CheckedPromise): readonly CheckedLimit[] {
  if (promise.kind === 'word') return [];
  return promise.kind === 'range' ? [promise.soft, promise.hard] : [promise];
}

function lowerPromise(promise: CheckedPromise, calendars: CalendarTable, region: string | null): PlanPromise {
  if (promise.kind === 'word') return promise;
  if (promise.kind !== 'range') return lowerLimit(promise, calendars, region);
  return {
    kind: 'range',
    soft: lowerLimit(promise.soft, calendars, region),
    hard: lowerLimit(promise.hard, calendars, region),
  };
}

function lowerLimit(limit: CheckedLimit, calendars: CalendarTable, region: string | null): PlanLimit {
  if (limit.kind === 'elapsed') return limit;
  const calendar = calendars.indexOf(limit.calendar, region);
  if (limit.kind === 'hours') return { kind: 'hours', seconds: limit.seconds, calendar };
  const zone = calendars.list[calendar]?.zone ?? null;
  if (zone === null) throw new Error(`days are counted in ${limit.calendar}, which has no zone`);
  return { ...limit, calendar, zone };
}

function lowerPrice(price: CheckedPrice): PlanPrice {
  switch (price.kind) {
    case 'amount':
      return {
        kind: 'amount',
        amount: price.amount,
        currency: price.currency,
        per: price.per,
        billed: price.billed,
      };
    case 'included':
      return { kind: 'included', with: price.with };
    case 'on request':
      return { kind: 'on request' };
  }
}
