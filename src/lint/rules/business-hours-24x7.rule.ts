import { positionAt } from '../../text/source.ts';
import { isAlwaysOpen } from '../coverage.ts';
import { finding, type LintRule } from '../finding.ts';

/** `business hours in` a calendar that never shuts: all hours, by a name that says otherwise. */
export const businessHours24x7: LintRule = ({ contract, files }) =>
  files.flatMap(({ source, declarations }) =>
    declarations.flatMap((node) =>
      node.kind !== 'plan'
        ? []
        : node.clauses.flatMap((clause) => {
            if (clause.kind !== 'business' || clause.unit !== 'hours') return [];
            const calendar = clause.basis.calendar?.text ?? null;
            if (calendar === null || !isAlwaysOpen(contract, calendar)) return [];
            const { line, column } = positionAt(source, clause.span.start);
            const origin = { file: source.name, line, column, path: [`plan ${node.name.text}`] };
            return [finding('lint/business-hours-24x7', origin, { plan: node.name.text, calendar })];
          }),
    ),
  );
