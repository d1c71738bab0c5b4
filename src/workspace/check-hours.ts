import { checkArrivalBands } from '../analyze/arrival-bands.ts';
import { linesTied } from '../check/lines-tied.ts';
import type { CheckedContract } from '../check/model.ts';
import { dated } from '../consequence/example-time.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { Engine } from '../engine/index.ts';
import { finding, type LintFinding } from '../lint/finding.ts';
import { Places } from '../lint/places.ts';
import { lower } from '../plan/lower.ts';
import type { FileNode } from '../syntax/tree.ts';
import { checkRates } from './check-rates.ts';
import { asksHoursOfOpening, hasRateBands } from './hours-asked.ts';
import { loadStandIn } from './stand-in.ts';

/**
 * What hangs on the hours of calendars, which only the engine knows: promises and coverage by when a ticket is opened,
 * and rates by when work is done. Two answers for one instant are an error, reported here; what is left out of the
 * hours of opening is a warning, handed back.
 */
export function checkHours(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
): readonly LintFinding[] {
  const isAsked = asksHoursOfOpening(contract);
  const hasRates = hasRateBands(contract);
  if ((!isAsked && !hasRates) || collector.hasErrors) return [];
  const engine = loadStandIn(lower(contract));
  const places = new Places(files);
  return [
    ...(hasRates ? checkRates(engine, places, collector) : []),
    ...(isAsked ? checkArrivals(engine, contract, places, collector) : []),
  ];
}

function checkArrivals(
  engine: Engine,
  contract: CheckedContract,
  places: Places,
  collector: Collector,
): readonly LintFinding[] {
  const { gaps, overlaps } = checkArrivalBands(engine, linesTied(contract));
  const words = (zone: string | null, at: number) => dated(zone === null ? null : engine.zone(zone), at);
  for (const { of, name, at, zone, lines } of overlaps) {
    const [first, second] = lines;
    const params = { of, name, at: words(zone, at), said: [first.words, second.words] as const };
    collector.report('plan/arrivals-overlap', places.of(second.origin), params, {
      path: second.origin.path,
      related: [{ message: 'the other one', place: places.of(first.origin) }],
    });
  }
  return gaps.map(({ of, plan, name, severities, at, zone, origin }) =>
    finding('lint/arrival-gap', origin, { of, plan, name, severities, at: words(zone, at) }),
  );
}
