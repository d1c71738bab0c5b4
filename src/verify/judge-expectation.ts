import { instantOfMoment } from '../check/instant-of-moment.ts';
import type {
  CheckedExpectation,
  ClockExpectation,
  ExpectedCharge,
  Moment,
} from '../check/scenario-model.ts';
import { beyondQuota } from '../engine/entitlement/beyond-quota.ts';
import { type ChargedTotal, chargedTotals } from '../engine/entitlement/charge-ticket.ts';
import type { ClockVerdict, Verdict } from '../engine/ticket/index.ts';
import type { InstantMs } from '../time/types.ts';
import { assertNever } from '../text/assert-never.ts';
import { promisedAtOpening } from './promised-at-opening.ts';
import type { Evidence, ExpectationResult, Words } from './scenario-result.ts';
import { clockAccount } from './clock-account.ts';
import { storyCharges } from './story-charges.ts';
import { clockOf, clockSteps, ticketSteps } from './story-steps.ts';
import type { Story } from './tell-story.ts';

type Judged = Omit<ExpectationResult, 'expectation' | 'expected'>;
type Of<K extends CheckedExpectation['kind']> = Extract<CheckedExpectation, { kind: K }>;

/** Whether what a scenario expects is so, and what is. Throws as the engine does where nothing can be told. */
export function judgeExpectation(story: Story, expectation: CheckedExpectation): Judged {
  switch (expectation.kind) {
    case 'due':
    case 'aimed':
      return judgeDue(story, expectation);
    case 'word':
      return judgeWord(story, expectation);
    case 'status':
      return judgeStatus(story, expectation);
    case 'severity':
      return judgeSeverity(story, expectation);
    case 'state':
      return judgeState(story, expectation);
    case 'notice':
      return judgeNotice(story, expectation);
    case 'charge':
      return judgeCharge(story, expectation);
    case 'refused':
      return judgeRefused(story, expectation);
    case 'closed':
      return judgeClosed(story, expectation);
    default:
      return assertNever(expectation);
  }
}

function judgeDue(story: Story, expectation: Of<'due' | 'aimed'>): Judged {
  const { kind } = expectation;
  const wanted = instantOfMoment(expectation.by);
  const plain = promisedAtOpening(story, expectation);
  if (plain !== null) {
    const { due, words, evidence } = plain;
    const found: Words = due === null ? [words] : [kind === 'due' ? 'by ' : 'aimed at ', due];
    return { met: due === wanted, found, evidence: () => evidence };
  }
  const { verdict, clock, evidence } = clockAt(story, expectation, story.end);
  const due = kind === 'due' ? (clock?.due ?? null) : (clock?.softDue ?? null);
  const isNotAimed = kind === 'aimed' && clock !== null && due === null && clock.due !== null;
  const found: Words =
    due !== null
      ? [kind === 'due' ? 'by ' : 'aimed at ', due]
      : isNotAimed
        ? ['nothing that is aimed at before it: ', ...standing(verdict, clock, expectation)]
        : standing(verdict, clock, expectation);
  return { met: due === wanted, found, evidence };
}

function judgeWord(story: Story, expectation: Of<'word'>): Judged {
  const { word } = expectation;
  const plain = promisedAtOpening(story, expectation);
  if (plain !== null) {
    const { due, words, evidence } = plain;
    const found: Words = due === null ? [words] : ['by ', due];
    return { met: due === null && words === word, found, evidence: () => evidence };
  }
  const { verdict, clock, evidence } = clockAt(story, expectation, story.end);
  return {
    met: saidOf(clock) === word,
    found: standing(verdict, clock, expectation),
    evidence,
  };
}

/** The word of its cell, or what is left of a promise beyond a quota; null where there is neither. */
function saidOf(clock: ClockVerdict | null): string | null {
  if (clock?.status === 'best effort') return clock.status;
  if (clock?.status === 'no promise') return 'not offered';
  return clock?.target.promise.kind === 'word' ? clock.target.promise.word : null;
}

function judgeStatus(story: Story, expectation: Of<'status'>): Judged {
  const { status } = expectation;
  const at = instantOf(expectation.at);
  // A promise is missed from the instant after its deadline on, and is late since the deadline.
  const isMissed = status === 'missed';
  const until = at === null ? story.end : isMissed ? Math.max(story.end, at + 1) : asked(story, status, at);
  const { verdict, clock, evidence } = clockAt(story, expectation, until);
  const since = { met: clock?.stopped, missed: clock?.breached, cancelled: verdict.closed } as Readonly<
    Record<string, InstantMs | null | undefined>
  >;
  const isThen = at === null || !(status in since) || since[status] === at;
  return { met: clock?.status === status && isThen, found: standing(verdict, clock, expectation), evidence };
}

/** What comes to be at an instant is looked for at the end of the story; what is so at an instant, then. */
function asked(story: Story, status: string, at: InstantMs): InstantMs {
  return status === 'met' || status === 'cancelled' ? Math.max(story.end, at) : at;
}

function judgeSeverity(story: Story, { severity, becomes, at: moment }: Of<'severity'>): Judged {
  const at = instantOf(moment);
  const until = becomes ? Math.max(story.end, at ?? story.end) : (at ?? story.end);
  const verdict = story.judge(until);
  const nameOf = (index: number) => story.engine.plan.severities[index]?.name ?? 'none';
  const changes = verdict.changes.map((change) => ({ ...change, name: nameOf(change.to) }));
  const met = becomes
    ? changes.some((change) => change.name === severity && (at === null || change.at === at))
    : nameOf(verdict.severity) === severity;
  const found: Words = becomes
    ? changes.length === 0
      ? [`${nameOf(verdict.severity)}, and does not change`]
      : changes.flatMap((change, i): Words => [`${i === 0 ? '' : ', then '}${change.name} at `, change.at])
    : [nameOf(verdict.severity)];
  return {
    met,
    found,
    evidence: () => ({ kind: 'ticket', steps: ticketSteps(story, until) }),
  };
}

function judgeState(story: Story, { state, at: moment }: Of<'state'>): Judged {
  const at = instantOf(moment);
  const until = at ?? story.end;
  const names = story.judge(until).states.map((index) => story.program.stateNames[index] ?? '');
  return {
    met: names.includes(state),
    found: [names.length === 0 ? 'in no state' : names.join(', ')],
    evidence: () => ({ kind: 'ticket', steps: ticketSteps(story, until) }),
  };
}

function judgeNotice(story: Story, { no, to, at: moment }: Of<'notice'>): Judged {
  const at = instantOf(moment);
  const until = Math.max(story.end, at ?? story.end);
  const own = story.judge(until).notices.filter((notice) => notice.to === to);
  const isTold = own.some((notice) => at === null || notice.at === at);
  return {
    met: isTold !== no,
    found:
      own.length === 0
        ? ['not sent']
        : own.flatMap((notice, i): Words => [i === 0 ? 'sent at ' : ', at ', notice.at]),
    evidence: () => ({ kind: 'ticket', steps: ticketSteps(story, until) }),
  };
}

function judgeCharge(story: Story, { charge }: Of<'charge'>): Judged {
  const entries = storyCharges(story, story.end);
  const totals = chargedTotals(entries);
  const total = charge.kind === 'nothing' ? undefined : totals.find(({ thing }) => thing === thingOf(charge));
  const words = totals.flatMap(wordsOfTotal);
  return {
    met: charge.kind === 'nothing' ? words.length === 0 : amountOf(charge, total),
    found: [`charged ${words.length === 0 ? 'nothing' : words.join(', ')}`],
    evidence: () => ({
      kind: 'charges',
      entries: entries.map(({ at, kind, amount, thing, name, effect, why, origin }) => ({
        at,
        kind,
        amount: amount.toString(),
        thing,
        name,
        effect,
        why,
        origin,
      })),
    }),
  };
}

function thingOf(charge: Exclude<ExpectedCharge, { kind: 'nothing' }>): string {
  return charge.kind === 'money' ? charge.currency : charge.thing;
}

function amountOf(
  charge: Exclude<ExpectedCharge, { kind: 'nothing' }>,
  total: ChargedTotal | undefined,
): boolean {
  if (total === undefined) return Number(charge.amount) === 0;
  switch (charge.kind) {
    case 'money':
      return total.billed.equals(charge.amount);
    case 'units':
      return total.used.add(total.billedOver).equals(charge.amount);
    case 'over':
      return total.over.equals(charge.amount);
  }
}

function wordsOfTotal({ thing, used, over, billedOver, billed }: ChargedTotal): readonly string[] {
  const drawn = used.add(billedOver);
  return [
    ...(drawn.equals(0) ? [] : [`${drawn.toString()} ${thing}`]),
    ...(over.equals(0) ? [] : [`${over.toString()} ${thing} over quota`]),
    ...(billed.equals(0) ? [] : [`${thing} ${billed.toString()}`]),
  ];
}

function judgeRefused(story: Story, { because }: Of<'refused'>): Judged {
  const { refused } = beyondQuota(story.judge(story.end), storyCharges(story, story.end));
  return {
    met: refused !== null && (because === null || refused === because),
    found: [refused === null ? 'taken' : `refused because "${refused}"`],
    evidence: () => null,
  };
}

function judgeClosed(story: Story, { at: moment }: Of<'closed'>): Judged {
  const at = instantOf(moment);
  const until = Math.max(story.end, at ?? story.end);
  const { closed } = story.judge(until);
  return {
    met: closed !== null && (at === null || closed === at),
    found: closed === null ? ['open'] : ['closed at ', closed],
    evidence: () => ({ kind: 'ticket', steps: ticketSteps(story, until) }),
  };
}

function instantOf(moment: Moment | null): InstantMs | null {
  return moment === null ? null : instantOfMoment(moment);
}

function timed(word: string, at: InstantMs | null): Words {
  return at === null ? [] : [word, at];
}

function clockAt(
  story: Story,
  { metric, occurrence }: ClockExpectation,
  at: InstantMs,
): { readonly verdict: Verdict; readonly clock: ClockVerdict | null; readonly evidence: () => Evidence } {
  const verdict = beyondQuota(story.judge(at), storyCharges(story, at));
  const clock = clockOf(verdict, metric, occurrence);
  const evidence = (): Evidence =>
    clock === null
      ? { kind: 'ticket', steps: ticketSteps(story, at) }
      : {
          kind: 'clock',
          target: clock.target,
          account: clockAccount(story, clock, at),
          steps: clockSteps(story, metric, clock.occurrence, at),
        };
  return { verdict, clock, evidence };
}

/** How a clock stands, in words. */
function standing({ refused, clocks }: Verdict, clock: ClockVerdict | null, of: ClockExpectation): Words {
  if (refused !== null) return [`refused because "${refused}"`];
  const runs = clocks.filter(({ target }) => target.metric === of.metric).length;
  if (clock === null && runs > 0) return [`not there: its clock has had ${runs} run${runs === 1 ? '' : 's'}`];
  if (clock === null) return ['nothing: the plan does not speak of it for such a ticket'];
  const { status, target, due, stopped, breached } = clock;
  const by: Words = due === null ? [] : [', due ', due];
  switch (status) {
    case 'word':
      return [target.promise.kind === 'word' ? target.promise.word : status];
    case 'met':
      return ['met', ...timed(' at ', stopped), ...by];
    case 'missed':
      return ['missed', ...timed(' at ', breached), ...by];
    case 'paused':
      return ['paused, and has no deadline while it is'];
    case 'running':
    case 'cancelled':
    case 'not started':
    case 'best effort':
    case 'no promise':
      return [status, ...by];
    default:
      return assertNever(status);
  }
}
