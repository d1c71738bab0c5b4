import { finding, type LintRule } from '../finding.ts';
import { isLonger, metricsOf, promisedTo } from '../promised.ts';

/** A severity with a longer time than a less severe one, of the same unit and calendar. */
export const slowerWhenMoreSevere: LintRule = ({ contract: { plans, severities } }) =>
  plans.flatMap((plan) =>
    metricsOf(plan).flatMap((metric) =>
      severities.flatMap((severity) => {
        const mine = promisedTo(plan, metric, severity.name);
        if (mine === null) return [];
        for (const less of severities.slice(severity.rank + 1)) {
          const theirs = promisedTo(plan, metric, less.name);
          if (theirs === null || !isLonger(mine.promise, theirs.promise)) continue;
          const params = {
            metric,
            severity: severity.name,
            words: mine.words,
            less: less.name,
            lessWords: theirs.words,
          };
          const related = [{ message: `\`${less.name}\` has this`, origin: theirs.origin }];
          return [finding('lint/slower-when-more-severe', mine.origin, params, related)];
        }
        return [];
      }),
    ),
  );
