import type { Apart } from '../../analyze/later-than.ts';
import type { Span } from '../../analyze/piece.ts';
import type { ClaimedPair, ClaimedPromise, Verdict } from '../../analyze/prove.ts';
import type { Palette } from '../../diagnostics/palette.ts';
import type { Engine } from '../../engine/index.ts';
import type { Kind } from '../../analyze/kinds.ts';
import { durationWords } from '../../report/duration-words.ts';
import { formatInstantIn } from '../../time/iso-instant.ts';
import { wrap } from '../../text/wrap.ts';
import type { ZoneTable } from '../../time/types.ts';
import { formatForPeople } from '../local-time.ts';
import { shareWords } from './against-words.ts';
import { kindWords, quoted, ticketFlags } from './kind-words.ts';
import { zoneFor } from './opened-words.ts';
import { spanWords } from './span-words.ts';

/** More tickets than this say no more than the first ones. */
const SHOWN = 5;

interface Proof {
  readonly claim: string;
  readonly file: string;
  readonly engine: Engine;
  readonly span: Span;
  readonly verdicts: readonly Verdict[];
}

export function isProved(verdicts: readonly Verdict[]): boolean {
  return verdicts.every(({ kind }) => kind === 'proved');
}

/** A proof for people: what was looked at, or the tickets that refute the claim, with both deadlines of each. */
export function proofText(proof: Proof, width: number, palette: Palette): string {
  const { claim, engine, span, verdicts } = proof;
  const refuted = verdicts.filter((verdict) => verdict.kind === 'refuted');
  const open = verdicts.filter((verdict) => verdict.kind === 'open');
  const verdict = isProved(verdicts) ? 'proved' : refuted.length > 0 ? 'refuted' : 'not decided';
  const pairs = verdicts.map(({ pair }) => pair);
  const against = refuted.slice(0, SHOWN).flatMap((each) => refutation(proof, each, pairs, width, palette));
  const unknown = open.slice(0, SHOWN).map(({ pair }) => {
    const sides = [pair.better, pair.other].map((side) => `\`${wordsOf(side)}\``).join(' and ');
    return `  ${aboutPair(pair, pairs)}: ${sides} cannot be compared before it is known when they end`;
  });
  const hidden = Math.max(0, refuted.length - SHOWN) + Math.max(0, open.length - SHOWN);
  const proved = provedWords(verdicts, pairs);
  const about = `looked at every ticket opened ${spanWords(engine, span)}`;
  return [
    `${palette.strong(verdict)}: ${claim}`,
    ...against,
    ...unknown,
    ...(hidden > 0 ? [`  and ${hidden} more; --json has all of them`] : []),
    ...(proved.length > 0 ? indented(`holds for ${proved.join('; ')}`, width) : []),
    ...indented(about, width),
    palette.faint(`time-zone data ${engine.plan.tzdata}`),
    '',
  ].join('\n');
}

/** Each metric that holds throughout by its name, of others the tickets for which it does. */
function provedWords(verdicts: readonly Verdict[], pairs: readonly ClaimedPair[]): readonly string[] {
  const words = verdicts.flatMap((verdict) => {
    if (verdict.kind !== 'proved') return [];
    const { metric } = verdict.pair.better;
    const isWhole = verdicts.every((other) => other.pair.better.metric !== metric || other.kind === 'proved');
    return [isWhole ? metric : aboutPair(verdict.pair, pairs)];
  });
  return [...new Set(words)];
}

function indented(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`));
}

function refutation(
  proof: Proof,
  { pair, later }: Extract<Verdict, { kind: 'refuted' }>,
  pairs: readonly ClaimedPair[],
  columns: number,
  palette: Palette,
): readonly string[] {
  const { engine, span, file } = proof;
  const zone = zoneFor(engine, pair.kinds.first.named.region, [...pair.better.cells, ...pair.other.cells]);
  const { opened, due, otherDue } = later.witness;
  const sides = [
    { side: pair.better, kind: pair.kinds.first, due },
    { side: pair.other, kind: pair.otherKind, due: otherDue },
  ].map(({ side, kind, due: at }) => {
    const cell = engine.selectTarget(side.plan, side.metric, side.ticket, opened);
    return {
      name: sideName(engine, pair, side, kind),
      due: Number.isFinite(at) ? `due ${formatForPeople(zone, at)}` : 'no deadline',
      words: cell?.words ?? 'nothing said',
      place: cell === null ? '' : `${cell.origin.file}:${cell.origin.line}:${cell.origin.column}`,
      why: `surety why ${quoted(file)} --plan ${quoted(planName(engine, side))} --target ${quoted(side.metric)} ${ticketFlags(engine.plan, kind)} --opened ${formatInstantIn(zone, opened)}`,
    };
  });
  const width = (of: (side: (typeof sides)[number]) => string) =>
    Math.max(...sides.map((side) => of(side).length));
  const [names, dues, words] = [
    width(({ name }) => name),
    width((side) => side.due),
    width((side) => side.words),
  ];
  const places = width(({ place }) => place);
  const isWide = 4 + names + 2 + dues + 2 + words + 2 + places <= columns;
  const gap = `${howMuch(later.witness)}; for ${shareWords(later.ms, span.to - span.from)} of all instants${widest(later.widest, later.witness, zone)}`;
  return [
    `  ${palette.strong(aboutPair(pair, pairs))}, opened ${formatForPeople(zone, opened)} (${zone.zone})`,
    ...sides.flatMap(({ name, due: by, words: cell, place }) => {
      const start = `    ${name.padEnd(names)}  `;
      const shown = palette.strong(isWide ? by.padEnd(dues) : by);
      if (isWide) return [`${start}${shown}  ${cell.padEnd(words)}  ${palette.faint(place)}`.trimEnd()];
      return [
        `${start}${shown}`,
        ...wrap(cell, columns - 6 - names).map((line) => `${' '.repeat(6 + names)}${line}`),
        `${' '.repeat(6 + names)}${palette.faint(place)}`,
      ];
    }),
    ...wrap(gap, columns - 4).map((line) => `    ${line}`),
    ...sides.map(({ why }) => `    ${palette.faint(why)}`),
  ];
}

function howMuch({ due, otherDue }: Apart): string {
  return Number.isFinite(due)
    ? `${durationWords(due - otherDue)} later`
    : 'no deadline where the other has one';
}

function widest(most: Apart, first: Apart, zone: ZoneTable): string {
  if (!Number.isFinite(most.due) || most.due - most.otherDue === first.due - first.otherDue) return '';
  return `, at most ${durationWords(most.due - most.otherDue)}, opened ${formatForPeople(zone, most.opened)}`;
}

function aboutPair({ better, kinds }: ClaimedPair, pairs: readonly ClaimedPair[]): string {
  const alike = pairs.filter((pair) => pair.better.metric === better.metric).map((pair) => pair.kinds);
  const words = kindWords(kinds, alike);
  return words === 'all' ? better.metric : `${better.metric} ${words}`;
}

/** The plan, and of what is not the same on both sides the rest. */
function sideName(engine: Engine, pair: ClaimedPair, side: ClaimedPromise, kind: Kind): string {
  const metric = pair.better.metric === pair.other.metric ? [] : [side.metric];
  const isSame = pair.kinds.first.named.severity === pair.otherKind.named.severity;
  const severity = isSame || kind.named.severity === null ? [] : [kind.named.severity];
  return [planName(engine, side), ...metric, ...severity].join(' ');
}

function planName({ plan }: Engine, { plan: index }: ClaimedPromise): string {
  return plan.plans[index]?.name ?? '';
}

function wordsOf({ cells }: ClaimedPromise): string {
  return cells.length === 0 ? 'nothing said' : cells.map(({ words }) => words).join(', or ');
}
