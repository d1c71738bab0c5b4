import type { PlanClauseNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { narrowness, overlap } from './check-selector.ts';
import { type CheckContext, report } from './context.ts';
import { haveSameBands } from './dimensions.ts';
import type { Selector } from './model.ts';

const ONCE_A_PLAN: ReadonlySet<PlanClauseNode['kind']> = new Set(['languages', 'versions', 'available']);

/** Clauses that a plan says once. */
export function reportClausesTwice(context: CheckContext, clauses: readonly PlanClauseNode[]): void {
  const seen = new Map<string, Span>();
  for (const clause of clauses) {
    const key =
      clause.kind === 'business'
        ? `business ${clause.unit}`
        : clause.kind === 'quota' && clause.for === null
          ? clause.thing.text
          : clause.kind === 'price'
            ? 'price'
            : ONCE_A_PLAN.has(clause.kind)
              ? clause.kind
              : clause.kind === 'rollover'
                ? `rollover ${clause.thing.text}`
                : clause.kind === 'charge'
                  ? `charge ${clause.name.text}`
                  : clause.kind === 'feature'
                    ? `feature "${clause.text}"`
                    : null;
    if (key === null) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, clause.span);
    else {
      const related = [{ message: 'first said here', place: { source: context.source, span: first } }];
      report(context, 'plan/clause-twice', clause.span, { clause: key }, related);
    }
  }
}

/**
 * Lines of a plan that answer one question for the same tickets, equally narrowly. Whether two calendars of opening
 * share an instant is found when their hours are known.
 */
export class LinesTwice {
  readonly #context: CheckContext;
  readonly #lines: {
    readonly key: string;
    readonly apart: string;
    readonly when: Selector;
    readonly span: Span;
  }[] = [];

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /** @param apart what tells a line from another of the same words that answers another question */
  note(key: string, when: Selector, span: Span, apart = ''): void {
    const first = this.#lines.find(
      (line) =>
        line.key === key &&
        line.apart === apart &&
        narrowness(line.when) === narrowness(when) &&
        overlap(line.when, when) &&
        haveSameBands(line.when, when),
    );
    if (first === undefined) this.#lines.push({ key, apart, when, span });
    else {
      const related = [
        { message: 'first said here', place: { source: this.#context.source, span: first.span } },
      ];
      report(this.#context, 'plan/clause-twice', span, { clause: key }, related);
    }
  }
}
