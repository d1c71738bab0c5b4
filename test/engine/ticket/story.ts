/** A ticket's story under contracts given as text, told to the machine. */
import { loadPlan } from '../../../src/engine/index.ts';
import {
  prepareProgram,
  readEvent,
  ticketMachine,
  type TicketEvent,
  type Verdict,
} from '../../../src/engine/ticket/index.ts';
import { lower } from '../../../src/plan/lower.ts';
import type { CompiledPlan } from '../../../src/plan/model.ts';
import { formatInstantUtc, parseInstant } from '../../../src/time/iso-instant.ts';
import { checkText } from '../../check/findings.ts';

/** When, what, and what it says of the ticket. */
export type Row = readonly [at: string, event: string, says?: Readonly<Record<string, unknown>>];

export function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

const compiled = new Map<string, CompiledPlan>();

/** A contract given as text; one that is told of again is not compiled again. */
export function planOf(text: string): CompiledPlan {
  let plan = compiled.get(text);
  if (plan === undefined) {
    const { contract, findings } = checkText(text);
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0)
      throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
    plan = lower(contract);
    compiled.set(text, plan);
  }
  return plan;
}

/** Several contracts are the versions of one, oldest first. */
export function tell(contracts: string | readonly string[], rows: readonly Row[], until?: string): Verdict {
  const texts = typeof contracts === 'string' ? [contracts] : contracts;
  const program = prepareProgram(texts.map((text) => loadPlan(planOf(text))));
  const events = rows.map(([at, event, says = {}]): TicketEvent => {
    const read = readEvent(program, { at: instant(at), event, says });
    if (!('at' in read)) throw new Error(`${read.of}: ${read.value}`);
    return read;
  });
  const verdict = ticketMachine(program).judge(events, until === undefined ? NaN : instant(until));
  if (verdict === null) throw new Error('never opened');
  return verdict;
}

/** `met by 2026-06-02T12:00:00Z`, one a clock; `late since` where the breach is not at the deadline. */
export function clocks(verdict: Verdict | null, metric = 'resolve'): readonly string[] {
  return (verdict?.clocks ?? [])
    .filter(({ target }) => target.metric === metric)
    .map(({ status, due, breached }) => {
      const by = due === null ? '' : ` by ${formatInstantUtc(due)}`;
      const late = breached === null || breached === due ? '' : `, late since ${formatInstantUtc(breached)}`;
      return `${status}${by}${late}`;
    });
}
