import { askedToCompare, comparePlans } from '../../analyze/compare-plans.ts';
import { ticketOf } from '../../analyze/kinds.ts';
import { type Engine, HorizonError } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { Accounting, WorstWait } from '../../tui/index.ts';
import { kindWords, quoted, ticketFlags } from '../analysis/kind-words.ts';
import { readSpan } from '../analysis/span-flags.ts';
import { shown } from '../comparison/explain-for.ts';
import { placeOf } from '../why/account-text.ts';

/** A wait, and how its deadline came about. */
export interface ExplainedWait {
  readonly wait: WorstWait;
  readonly explain: () => Accounting;
}

/**
 * The longest wait of each promise by a metric, as `surety compare` has it: over every instant of opening. None where
 * no span is known throughout.
 */
export function worstWaits(outcome: Outcome, engine: Engine, metric: string): readonly ExplainedWait[] {
  const compared = outcome.plans.map(({ plan }) => ({ engine, plan }));
  if (compared.length === 0) return [];
  try {
    const span = readSpan(engine, {}, askedToCompare(compared, metric));
    const { promises } = comparePlans(compared, span, metric);
    const all = promises.map(({ kinds }) => kinds);
    return promises.flatMap(({ kinds, figures }) =>
      figures.flatMap(({ cells, waits }, place): readonly ExplainedWait[] => {
        const [cell] = cells;
        const ticket = ticketOf(engine.plan, kinds.first);
        if (waits === null || cell === undefined || ticket === null) return [];
        const { ms, opened } = waits.worst;
        const plan = compared[place]?.plan ?? -1;
        const name = engine.plan.plans[plan]?.name ?? '';
        const justAfter = opened % 60_000 === 1;
        const wait: WorstWait = {
          tickets: kindWords(kinds, all),
          plan: place,
          promise: [...new Set(cells.map(({ words }) => words))].join(', or '),
          place: placeOf(cell.origin),
          waitMs: ms,
          opened: justAfter ? opened - 1 : opened,
          justAfter,
          command: [
            `surety why ${quoted(cell.origin.file)}`,
            `--plan ${quoted(name)}`,
            ticketFlags(engine.plan, kinds.first),
            `--opened ${formatInstantUtc(opened)}`,
            `--target ${quoted(metric)}`,
          ]
            .filter((part) => part !== '')
            .join(' '),
        };
        return [{ wait, explain: () => accountingOf(engine, plan, metric, ticket, opened) }];
      }),
    );
  } catch (error) {
    if (error instanceof HorizonError) return [];
    throw error;
  }
}

function accountingOf(
  engine: Engine,
  plan: number,
  metric: string,
  ticket: Parameters<Engine['selectTarget']>[2],
  opened: number,
): Accounting {
  const target = engine.selectTarget(plan, metric, ticket, opened);
  if (target === null) return { kind: 'unaccounted', reason: 'the plan says nothing about it' };
  const accounted = account(engine, target, opened);
  if (accounted.kind === 'word') return { kind: 'unaccounted', reason: `the cell says ${accounted.word}` };
  if (accounted.kind === 'unaccounted') return { kind: 'unaccounted', reason: accounted.reason };
  return shown(target, accounted);
}
