import { HorizonError } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { zonesOfYears } from '../../plan/zone-tables.ts';

/** Years before and after that of its opening in which nearly every answer about a ticket lies. */
const [BEFORE, AFTER] = [1, 4];

/**
 * What is answered about one ticket, by the clocks of the years around its opening: to look up those of all years is most of
 * what a single deadline takes. An answer that lies beyond them is looked for again by all of them.
 */
export async function inNearYears<T>(
  plan: CompiledPlan,
  opened: string,
  answer: (plan: CompiledPlan) => Promise<T>,
): Promise<T> {
  const year = Number(/\d{4}/.exec(opened)?.[0] ?? NaN);
  if (Number.isNaN(year)) return answer(plan);
  const zones = zonesOfYears(plan.zones, year - BEFORE, year + AFTER);
  try {
    return await answer({ ...plan, zones });
  } catch (error) {
    if (error instanceof HorizonError || error instanceof RangeError) return answer(plan);
    throw error;
  }
}
