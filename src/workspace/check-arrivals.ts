import { checkArrivalBands } from '../analyze/arrival-bands.ts';
import { targetTies } from '../check/target-ties.ts';
import type { CheckedContract } from '../check/model.ts';
import { dated } from '../consequence/example-time.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { finding, type LintFinding } from '../lint/finding.ts';
import { loadStandIn } from './stand-in.ts';
import { Places } from '../lint/places.ts';
import { lower } from '../plan/lower.ts';
import type { FileNode } from '../syntax/tree.ts';

/**
 * Promises that hang on when a ticket is opened, held against the hours of their calendars, which only the engine
 * knows: two for one instant are an error, reported here, and none is a warning, handed back.
 */
export function checkArrivals(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
): readonly LintFinding[] {
  const isAsked = contract.plans.some(({ targets }) => targets.some(({ when }) => when.opened.length > 0));
  if (!isAsked || collector.hasErrors) return [];
  const engine = loadStandIn(lower(contract));
  const { gaps, overlaps } = checkArrivalBands(engine, targetTies(contract));
  const words = (zone: string | null, at: number) => dated(zone === null ? null : engine.zone(zone), at);
  const places = new Places(files);
  for (const { metric, at, zone, cells } of overlaps) {
    const [first, second] = cells;
    const params = { metric, at: words(zone, at), cells: [first.words, second.words] as const };
    collector.report('plan/arrivals-overlap', places.of(second.origin), params, {
      path: second.origin.path,
      related: [{ message: 'the other one', place: places.of(first.origin) }],
    });
  }
  return gaps.map(({ plan: name, metric, severities, at, zone, origin }) =>
    finding('lint/arrival-gap', origin, { plan: name, metric, severities, at: words(zone, at) }),
  );
}
