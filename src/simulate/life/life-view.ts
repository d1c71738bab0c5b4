import { OPENED, type Verdict } from '../../engine/ticket/index.ts';
import type { PlanRule } from '../../plan/conduct-model.ts';
import type { Urgency } from '../desk/prepare-desk.ts';
import { clockRow } from './clock-row.ts';
import { eventsIn, eventsOfSteps, type Worked } from './judge-lives.ts';
import { Looks } from './looks.ts';
import type { PlanLives, PreparedLives } from './prepare-lives.ts';

/** How tickets stand under one plan while they are worked, and what of that the desk goes by. */
export interface LifeView {
  /** Whether rules of the contract may change the severity that is recorded. */
  readonly followsRules: boolean;
  /** Whether one of them may do so as a ticket opens, and as a step begins or ends, without anything beside the work. */
  readonly looksAtOpening: boolean;
  readonly looksAt: (step: number, side: 'start' | 'end') => boolean;
  /** Whether the desk takes tickets by their deadlines. */
  readonly racesDeadlines: boolean;
  judge(ticket: number, now: number): Verdict;
  /** What verdicts of `judge` say to whoever goes on from them; null where nobody can. */
  readonly looks: Looks | null;
  /** Takes the deadlines of a verdict for those of the ticket; whether one of them is another. */
  takes(ticket: number, verdict: Verdict): boolean;
  /** Lets the desk see a ticket in a severity. */
  settle(ticket: number, severity: number): void;
}

/** The columns by which a desk works, where tickets change; written as they do. */
export interface DeskColumns {
  readonly severity: Uint8Array;
  readonly urgency: Urgency;
  /** By ticket, whether it takes agents from others; null where none does. */
  readonly interrupts: Uint8Array | null;
  /** By severity the same. */
  readonly interrupting: Uint8Array;
  readonly moved: (ticket: number, severity: number) => void;
}

/** @param worked known only once the desk works, which asks for it later */
export function lifeView(
  lives: PreparedLives,
  plan: PlanLives,
  metrics: readonly string[],
  racesDeadlines: boolean,
  columns: DeskColumns,
  worked: () => Worked,
): LifeView {
  let eventsOf: ReturnType<typeof eventsIn> | null = null;
  const { urgency } = columns;
  const rules = (lives.program.versions[0]?.plan.conduct.rules ?? []).filter(changesSeverity);
  const onEvents = new Set(
    rules.flatMap(({ trigger }) =>
      trigger?.kind === 'event' ? [lives.program.events.get(trigger.event) ?? -1] : [],
    ),
  );
  // What time brings is seen at the next step.
  const isTimed = rules.some(({ trigger }) => trigger !== null && trigger.kind !== 'event');
  const goesOn = plan.pausing !== null && plan.changesAlone;
  let boundaries: readonly { readonly start: boolean; readonly end: boolean }[] | null = null;
  return {
    followsRules: rules.length > 0,
    looksAtOpening: rules.some(({ trigger }) => trigger === null) || onEvents.has(OPENED),
    looksAt(step, side) {
      boundaries ??= eventsOfSteps(lives, plan, worked()).map(({ start, end }) => ({
        start: isTimed || start.some((event) => onEvents.has(event)),
        end: isTimed || end.some((event) => onEvents.has(event)),
      }));
      return boundaries[step]?.[side] === true;
    },
    racesDeadlines,
    judge(ticket, now) {
      eventsOf ??= eventsIn(lives, plan, worked());
      const { machine } = lives;
      const verdict = goesOn
        ? machine.judge(eventsOf(ticket), now)
        : machine.judgeDeadlines(eventsOf(ticket), now);
      if (verdict === null) throw new Error('a simulated ticket is opened');
      return verdict;
    },
    looks: goesOn ? new Looks(metrics) : null,
    takes(ticket, verdict) {
      if (!racesDeadlines) return false;
      let changed = false;
      for (const [clock, metric] of metrics.entries()) {
        const { due } = clockRow(verdict, metric, { kind: 'unmeasured' });
        const deadlines = urgency.deadlines[clock];
        // While a clock is paused nobody knows its deadline: the last one known stands.
        if (deadlines === undefined || Number.isNaN(due) || deadlines[ticket] === due) continue;
        deadlines[ticket] = due;
        changed = true;
      }
      return changed;
    },
    settle(ticket, severity) {
      if (columns.severity[ticket] === severity) return;
      columns.severity[ticket] = severity;
      urgency.severities[ticket] = severity;
      if (columns.interrupts !== null) columns.interrupts[ticket] = columns.interrupting[severity] as number;
      columns.moved(ticket, severity);
    },
  };
}

const OF_SEVERITY: ReadonlySet<string> = new Set([
  'set severity',
  'cap severity',
  'raise',
  'lower',
  'raise by steps',
  'lower by steps',
  'severity by facts',
]);

function changesSeverity({ actions, stages }: PlanRule): boolean {
  return [actions, ...stages.map((stage) => stage.actions)].flat().some(({ kind }) => OF_SEVERITY.has(kind));
}
