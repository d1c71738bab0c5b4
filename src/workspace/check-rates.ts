import { checkRateBands } from '../analyze/rate-bands.ts';
import { dated } from '../consequence/example-time.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { Engine } from '../engine/index.ts';
import { finding, type LintFinding } from '../lint/finding.ts';
import type { Places } from '../lint/places.ts';

/** Rates by the hour held against the hours: two for one instant, and none, are errors; a rate without hours is a warning. */
export function checkRates(engine: Engine, places: Places, collector: Collector): readonly LintFinding[] {
  return checkRateBands(engine).flatMap((found): readonly LintFinding[] => {
    const { origin, calendars } = found;
    if (found.kind === 'never') return [finding('lint/idle-rate', origin, { calendars })];
    const at = dated(found.zone === null ? null : engine.zone(found.zone), found.at);
    const more = { path: origin.path };
    if (found.kind === 'gap') {
      collector.report('money/rates-leave-gap', places.of(origin), { calendars, at }, more);
    } else {
      const hours = found.calendars.map((name) => `\`in ${name}\``).join(' and ');
      collector.report('money/rates-overlap', places.of(origin), { hours, at }, more);
    }
    return [];
  });
}
