import type { TicketEvent, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import { inForce, leftOutOfHistory, mayLeaveOut } from '../../explain/left-out/left-out.ts';
import { keysOf } from '../../engine/ticket/index.ts';

const NOTHING: readonly string[] = [];

/** Says of tickets what of their contract was not applied to them, a sentence each. */
export type LeftOutOf = (events: readonly TicketEvent[], verdict: Verdict) => readonly string[];

/** Most contracts leave nothing out, so that is found out once. Of several versions each has its own time. */
export function leftOutOf({ versions }: TicketProgram): LeftOutOf {
  const [version, ...others] = versions;
  if (version === undefined || others.length > 0) return () => NOTHING;
  const { plan: contract, engine } = version;
  const may = mayLeaveOut(contract);
  const [from, to] = inForce(contract);
  return (events, verdict) => {
    const { opened, plan, severity, clocks } = verdict;
    if (!may && opened >= from && opened < to) return NOTHING;
    const { key, factOf } = keysOf(engine, events, verdict)(Infinity);
    const name = contract.severities[severity]?.name;
    return leftOutOfHistory(contract, {
      plan,
      key,
      factOf: (fact) => (fact === 'severity' ? name : factOf(fact)),
      opened,
      targets: clocks.map(({ target }) => target),
    });
  };
}
