import type { CheckedExpectation } from '../../check/scenario-model.ts';
import { chargedTotals } from '../../engine/entitlement/charge-ticket.ts';
import type { ClockVerdict, Verdict } from '../../engine/ticket/index.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { promisedAtOpening } from '../promised-at-opening.ts';
import { storyCharges } from '../story-charges.ts';
import type { Story } from '../tell-story.ts';

type Observed = CheckedExpectation extends infer E
  ? E extends { readonly origin: unknown }
    ? Omit<E, 'origin'>
    : never
  : never;

/**
 * Everything that a scenario could expect of a story and that is so, what is plainest first: deadlines before the state
 * of clocks, and what did happen before what did not. Throws as the machine does.
 */
export function observe(
  story: Story,
  told: readonly string[],
  origin: PlanOrigin,
): readonly CheckedExpectation[] {
  const { end } = story;
  const verdict = story.judge(end);
  const isPlain = story.scenario.rows.length === 0 && story.scenario.until === null;
  const all: readonly Observed[] =
    verdict.refused !== null
      ? [{ kind: 'refused', because: verdict.refused }]
      : [
          ...(isPlain
            ? atOpening(story, verdict)
            : verdict.clocks.flatMap((clock) => ofClock(clock, verdict))),
          ...ofTicket(story, verdict, told, isPlain),
          ...(isPlain && story.engine.plan.plans[verdict.plan]?.quotas.length === 0 ? [] : ofCharges(story)),
        ];
  return all.map((each) => ({ ...each, origin }));
}

/** What nothing but the opening decides. */
function atOpening(story: Story, { clocks, plan }: Verdict): readonly Observed[] {
  const targets = story.engine.plan.plans[plan]?.targets ?? [];
  const metrics = [...new Set(targets.map(({ metric }) => metric))];
  return metrics.flatMap((metric): readonly Observed[] => {
    const common = { metric, occurrence: null };
    const promised = promisedAtOpening(story, { ...common, kind: 'due', by: moment(0) });
    if (promised === null) return [];
    const soft = clocks.find(({ target }) => target.metric === metric)?.softDue ?? null;
    const aimed: readonly Observed[] = soft === null ? [] : [{ kind: 'aimed', ...common, by: moment(soft) }];
    if (promised.due !== null) return [{ kind: 'due', ...common, by: moment(promised.due) }, ...aimed];
    return isWord(promised.words) ? [{ kind: 'word', ...common, word: promised.words }] : [];
  });
}

function isWord(words: string): boolean {
  return ['best effort', 'not offered', 'as agreed', 'optional', 'unknown'].includes(words);
}

function ofClock(clock: ClockVerdict, { clocks }: Verdict): readonly Observed[] {
  const { target, due, softDue, status, stopped, breached } = clock;
  const runs = clocks.filter((each) => each.target.metric === target.metric).length;
  const common = { metric: target.metric, occurrence: runs > 1 ? clock.occurrence : null };
  const by: readonly Observed[] = [
    ...(due === null ? [] : [{ kind: 'due', ...common, by: moment(due) } as const]),
    ...(softDue === null ? [] : [{ kind: 'aimed', ...common, by: moment(softDue) } as const]),
  ];
  switch (status) {
    case 'word':
      return target.promise.kind === 'word' ? [{ kind: 'word', ...common, word: target.promise.word }] : [];
    case 'best effort':
      return [{ kind: 'word', ...common, word: status }];
    case 'no promise':
      return [{ kind: 'word', ...common, word: 'not offered' }];
    case 'met':
      return [...by, { kind: 'status', ...common, status, at: known(stopped) }];
    case 'missed':
      return [...by, { kind: 'status', ...common, status, at: known(breached) }];
    default:
      return [...by, { kind: 'status', ...common, status, at: null }];
  }
}

function ofTicket(
  story: Story,
  { severity, changes, notices, closed }: Verdict,
  told: readonly string[],
  isPlain: boolean,
): readonly Observed[] {
  const { severities } = story.engine.plan;
  const nameOf = (index: number) => severities[index]?.name ?? '';
  const silent = told.filter((whom) => notices.every(({ to }) => to !== whom));
  return [
    ...changes.map(({ to, at }): Observed => ({
      kind: 'severity',
      becomes: true,
      severity: nameOf(to),
      at: moment(at),
    })),
    ...(isPlain || severity === -1
      ? []
      : [{ kind: 'severity', becomes: false, severity: nameOf(severity), at: null } as const]),
    ...notices.map(({ to, at }): Observed => ({ kind: 'notice', no: false, to, at: moment(at) })),
    ...(closed === null ? [] : [{ kind: 'closed', at: moment(closed) } as const]),
    ...silent.map((to): Observed => ({ kind: 'notice', no: true, to, at: null })),
  ];
}

function ofCharges(story: Story): readonly Observed[] {
  const totals = chargedTotals(storyCharges(story, story.end));
  const { currency } = story.engine.plan;
  const charges = totals.flatMap(({ thing, used, over, billedOver, billed }): readonly Observed[] => [
    ...(billed.equals(0) || currency !== thing
      ? []
      : [{ kind: 'charge', charge: { kind: 'money', currency: thing, amount: billed.toString() } } as const]),
    ...(used.equals(0) && over.equals(0)
      ? []
      : [
          {
            kind: 'charge',
            charge: { kind: 'units', thing, amount: used.add(billedOver).toString() },
          } as const,
          { kind: 'charge', charge: { kind: 'over', thing, amount: over.toString() } } as const,
        ]),
  ]);
  const isSayable = charges.every(
    (each) => !('charge' in each) || !('amount' in each.charge) || /^[\d.]+$/.test(each.charge.amount),
  );
  if (!isSayable) return [];
  return charges.length === 0 ? [{ kind: 'charge', charge: { kind: 'nothing' } }] : charges;
}

function moment(at: InstantMs) {
  return { kind: 'instant', at } as const;
}

function known(at: InstantMs | null) {
  return at === null ? null : moment(at);
}
