import type { Verdict } from '../engine/ticket/index.ts';
import type { InstantMs } from '../time/types.ts';
import type { ClockStep, TicketStep } from './scenario-result.ts';
import type { Story } from './tell-story.ts';

/** What happened to a ticket up to an instant: the rows of its story, and what rules and time did. */
export function ticketSteps(story: Story, until: InstantMs): readonly TicketStep[] {
  const { program } = story;
  const verdict = story.judge(until);
  const severities = program.versions[verdict.version]?.plan.severities ?? [];
  const nameOf = (severity: number) => severities[severity]?.name ?? '';
  const byRules = [
    ...verdict.changes.flatMap(({ at, from, to, rule }) =>
      rule === null ? [] : [{ at, what: `${nameOf(from)} becomes ${nameOf(to)}: the rule "${rule}"` }],
    ),
    ...verdict.notices.map(({ at, to, by, kind }) => ({
      at,
      what:
        kind === 'consent'
          ? `${to} is asked to agree: the rule "${by}"`
          : `${to} is told: ${ofWhom(kind, by)}`,
    })),
    ...(verdict.closed === null ? [] : [{ at: verdict.closed, what: 'the ticket is closed' }]),
  ];
  const rows = story.rows.filter(({ at }) => at <= until).map(({ at, row }) => ({ at, what: row.words }));
  const steps = [{ at: story.opened, what: 'opened' }, ...rows, ...byRules];
  // Of one instant what rules do comes after what happened; both are one step.
  const byTime = new Map<InstantMs, string[]>();
  for (const { at, what } of steps) byTime.set(at, [...(byTime.get(at) ?? []), what]);
  return [...byTime]
    .map(([at, what]) => ({ at, what: what.join('; ') }))
    .sort((one, other) => one.at - other.at);
}

function ofWhom(kind: 'rule' | 'escalation' | 'reminder', by: string): string {
  if (kind === 'rule') return `the rule "${by}"`;
  return kind === 'escalation' ? `the escalation of ${by}` : `the reminder of the clock ${by}`;
}

/** The steps at which a clock changed, with how it stood after each; and the first and the last. */
export function clockSteps(
  story: Story,
  metric: string,
  occurrence: number,
  until: InstantMs,
): readonly ClockStep[] {
  // What the customer bought before is no step of a clock.
  const steps = ticketSteps(story, until)
    .filter(({ at }) => at >= story.opened)
    .map((step) => clockStep(story, metric, occurrence, step));
  const last = steps.at(-1);
  if (last !== undefined && last.at < until) {
    steps.push(clockStep(story, metric, occurrence, { at: until, what: 'nothing more' }));
  }
  return steps.filter((step, i) => {
    const before = steps[i - 1];
    if (before === undefined || i === steps.length - 1) return true;
    return step.status !== before.status || step.due !== before.due || step.severity !== before.severity;
  });
}

function clockStep(story: Story, metric: string, occurrence: number, { at, what }: TicketStep): ClockStep {
  const verdict = story.judge(at);
  const clock = clockOf(verdict, metric, occurrence);
  const severities = story.program.versions[verdict.version]?.plan.severities ?? [];
  return {
    at,
    what,
    severity: severities[verdict.severity]?.name ?? null,
    status: clock?.status ?? 'not started',
    used: clock?.used ?? null,
    due: clock?.due ?? null,
  };
}

export function clockOf({ clocks }: Verdict, metric: string, occurrence: number | null) {
  const runs = clocks.filter(({ target }) => target.metric === metric);
  return occurrence === null
    ? (runs.at(-1) ?? null)
    : (runs.find((run) => run.occurrence === occurrence) ?? null);
}
