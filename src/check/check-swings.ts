import type {
  ArrivalEventNode,
  ArrivalsNode,
  FactSharesNode,
  SharesNode,
  SwingNode,
} from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import type { CivilDate } from '../time/types.ts';
import { wordsOfFact } from './check-selector.ts';
import { checkDate, checkDates, checkTime, elapsedSeconds, textOf } from './check-time.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { Scope } from './scope.ts';
import type { ArrivalEvent, Bursts, FactShares, LocalTime, Share, Swings } from './simulation-model.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';

/** How a stream swings; null, and findings, where one of its clauses has a mistake. */
export function checkSwings(context: CheckContext, nodes: readonly SwingNode[]): Swings | null {
  const one = <K extends SwingNode['kind']>(...kinds: readonly K[]) => {
    const [first, second] = nodes.filter((node): node is SwingNode & { readonly kind: K } =>
      (kinds as readonly string[]).includes(node.kind),
    );
    if (second !== undefined)
      report(context, 'simulation/clause-twice', second.span, { clause: second.kind });
    return first ?? null;
  };
  const growthNode = one('growth', 'decline');
  const burstsNode = one('bursts');
  const varyNode = one('days vary');
  const growth = growthNode === null ? null : checkGrowth(context, growthNode);
  const bursts = burstsNode === null ? null : checkBursts(context, burstsNode);
  const seasons = nodes.flatMap((node) => {
    if (node.kind !== 'season') return [];
    const dates = checkDates(context, node.dates);
    return [dates === null ? null : { dates, share: Number(node.share.text) / 100 }];
  });
  const whole = seasons.filter((season) => season !== null);
  if (whole.length < seasons.length) return null;
  if ((growthNode !== null && growth === null) || (burstsNode !== null && bursts === null)) return null;
  return {
    growth,
    seasons: whole,
    bursts,
    dayDeviation: varyNode === null ? 0 : Number(varyNode.by.text) / 100,
  };
}

function checkGrowth(
  context: CheckContext,
  { kind, share, per }: SwingNode & { readonly kind: 'growth' | 'decline' },
): Swings['growth'] {
  const written = Number(share.text) / 100;
  const wrong = (problem: string, span: Span): null => {
    report(context, 'simulation/growth', span, { problem });
    return null;
  };
  if (kind === 'decline' && written >= 1)
    return wrong(`a decline of ${share.text}% leaves nothing`, share.span);
  const unit = (['week', 'month', 'year'] as const).find((known) => known === per.text);
  if (unit === undefined)
    return wrong(`a \`${kind}\` is per week, month or year, not per \`${per.text}\``, per.span);
  return { share: kind === 'decline' ? -written : written, per: unit };
}

function checkBursts(
  context: CheckContext,
  { length, every, factor }: SwingNode & { readonly kind: 'bursts' },
): Bursts | null {
  const seconds = elapsedSeconds(context, length);
  const everySeconds = elapsedSeconds(context, every);
  if (seconds === null || everySeconds === null) return null;
  if (seconds >= everySeconds) {
    const problem = 'a burst lasts as long as it is from one to the next, or longer';
    report(context, 'simulation/bursts', length.span, { problem });
    return null;
  }
  return { seconds, everySeconds, factor: Number(factor.text) };
}

/** What tickets say of facts; null, and findings, where a fact or a value is not the contract's. */
export function checkFactShares(
  context: CheckContext,
  scope: Scope,
  nodes: readonly FactSharesNode[],
): readonly FactShares[] | null {
  const checked: FactShares[] = [];
  for (const { fact: name, shares, span } of nodes) {
    const fact = scope.fact(name.text);
    if (fact === null) {
      const candidates = scope.facts().map((known) => known.name);
      const nearest = nearestWord(name.text, candidates);
      if (!scope.isIncomplete('fact'))
        report(context, 'names/unknown', name.span, { kind: 'fact', name: name.text, nearest, candidates });
      return null;
    }
    const known = wordsOfFact(fact);
    if (known === null) {
      report(context, 'names/fact-without-few-values', name.span, { fact: fact.name });
      return null;
    }
    const foreign = shares.find((share) => !known.includes(share.name.text));
    if (foreign !== undefined) {
      report(context, 'names/unknown', foreign.name.span, {
        kind: `value of \`${fact.name}\``,
        name: foreign.name.text,
        nearest: nearestWord(foreign.name.text, known),
        candidates: known,
      });
      return null;
    }
    if (checked.some((other) => other.fact === fact.name)) {
      report(context, 'simulation/clause-twice', span, { clause: `fact ${fact.name}` });
      return null;
    }
    const weighed = shares.flatMap((share) =>
      share.weight > 0 ? [{ name: share.name.text, weight: share.weight }] : [],
    );
    if (weighed.length === 0) {
      report(context, 'simulation/no-weight', span, { what: `the values of \`${fact.name}\`` });
      return null;
    }
    checked.push({ fact: fact.name, shares: weighed });
  }
  return checked;
}

type Mixes = Pick<ArrivalEvent, SharesNode['kind'] | 'facts'>;

/** The events of a stream, whose tickets are of its own mix where an event says none. */
export function checkEvents(
  context: CheckContext,
  scope: Scope,
  nodes: ArrivalsNode['events'],
  {
    span,
    usual,
    sharesOf,
  }: {
    /** The dates that are played; null where they are not known. */
    readonly span: { readonly from: CivilDate; readonly to: CivilDate } | null;
    readonly usual: Mixes;
    readonly sharesOf: (context: CheckContext, clause: SharesNode) => readonly Share[] | null;
  },
): readonly ArrivalEvent[] | null {
  const names = new Set<string>();
  const events = nodes.map((node): ArrivalEvent | null => {
    const inner = within(context, `event "${node.name.text}"`);
    if (names.has(node.name.text))
      report(inner, 'simulation/clause-twice', node.name.span, { clause: `event "${node.name.text}"` });
    names.add(node.name.text);
    const time = checkEventTime(inner, node);
    const brings = node.brings === null ? missing(inner, node, 'brings') : bringsOf(node.brings);
    const mixes = { ...usual };
    for (const clause of node.shares) {
      const shares = sharesOf(inner, clause);
      if (shares === null) return null;
      mixes[clause.kind] = shares;
    }
    const facts = checkFactShares(inner, scope, node.facts);
    if (time === null || brings === null || facts === null) return null;
    if (span !== null && (time.to.date < span.from || time.from.date > span.to)) {
      report(inner, 'simulation/event-outside', node.time?.span ?? node.span, {
        event: node.name.text,
        span: `the span ${span.from} .. ${span.to}`,
      });
    }
    const own = facts.map(({ fact }) => fact);
    return {
      name: node.name.text,
      ...time,
      brings,
      ...mixes,
      facts: [...usual.facts.filter(({ fact }) => !own.includes(fact)), ...facts],
      origin: originOf(inner, node.span),
    };
  });
  const whole = events.filter((event) => event !== null);
  return whole.length < events.length ? null : whole;
}

function missing(context: CheckContext, node: ArrivalEventNode, what: 'from' | 'brings'): null {
  if (!node.broken)
    report(context, 'simulation/incomplete', node.span, { missing: what, of: `\`${node.name.text}\`` });
  return null;
}

function bringsOf({ amount, of }: NonNullable<ArrivalEventNode['brings']>): ArrivalEvent['brings'] {
  const written = Number(amount.text);
  return of === 'tickets' ? { kind: 'tickets', count: written } : { kind: 'more', share: written / 100 };
}

const DAY = 86_400;

/** A last date without a time of day is included whole. */
function checkEventTime(
  context: CheckContext,
  node: ArrivalEventNode,
): { readonly from: LocalTime; readonly to: LocalTime } | null {
  const { time } = node;
  if (time === null) return missing(context, node, 'from');
  if (!checkDate(context, time.from.date) || !checkDate(context, time.to.date)) return null;
  if ([time.from, time.to].some(({ time: of }) => of !== null && checkTime(context, of) === null))
    return null;
  const from = { date: time.from.date.text, seconds: time.from.time?.seconds ?? 0 };
  const last = { date: time.to.date.text, seconds: time.to.time?.seconds ?? DAY };
  const to = last.seconds < DAY ? last : { date: formatCivilDate(epochDayOfDate(last.date) + 1), seconds: 0 };
  if (to.date > from.date || (to.date === from.date && to.seconds > from.seconds)) return { from, to };
  const [first, second] = [time.from, time.to].map(({ date, time: of }) =>
    of === null ? date.text : textOf(context, { start: date.span.start, end: of.span.end }),
  );
  report(context, 'time/range-backwards', time.span, { from: first ?? '', to: second ?? '' });
  return null;
}
