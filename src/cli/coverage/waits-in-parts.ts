import { askedToCompare } from '../../analyze/compare-plans.ts';
import { firstDay } from '../../analyze/span.ts';
import { type Engine, HorizonError } from '../../engine/index.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { usualSpanFrom } from '../analysis/span-flags.ts';

/**
 * Does beforehand, a part at a time, what `worstWaits` takes long for: the line of every cell over the span. The engine
 * keeps them, so that what is asked afterwards is there. Each part is a hundredth of a second or so; whoever goes through
 * them may do something else in between.
 * @yields the share done, 0 to 1
 */
export function* waitsInParts(outcome: Outcome, engine: Engine, metric: string): Generator<number, void> {
  const compared = outcome.plans.map(({ plan }) => ({ engine, plan }));
  if (compared.length === 0) return;
  const asked = askedToCompare(compared, metric);
  const span = usualSpanFrom(firstDay(engine));
  // Calendars grow as far as they are asked for.
  const steps = asked.flatMap(({ at, over }) => [() => at(span.to - 1), () => over(span)]);
  for (const [done, step] of steps.entries()) {
    try {
      step();
    } catch (error) {
      // The span will be a shorter one; where it ends is found by who asks for it.
      if (!(error instanceof HorizonError)) throw error;
    }
    yield (done + 1) / steps.length;
  }
}
