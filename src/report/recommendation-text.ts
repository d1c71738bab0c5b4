/** Which plan a customer should take, and which desk keeps it, for people. */
import type { Palette } from '../diagnostics/palette.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { WantedFigures } from '../simulate/recommend/need-figures.ts';
import type { DeskRecommendation } from '../simulate/recommend/recommend-desk.ts';
import type { PlanCandidate, PlanRecommendation } from '../simulate/recommend/recommend-plan.ts';
import { needExamples } from '../simulate/recommend/read-need.ts';
import type { DeskTrial } from '../simulate/recommend/search-desk.ts';
import { groupDigits } from '../text/group-digits.ts';
import { wrap } from '../text/wrap.ts';
import { estimateWords } from './cost-rows.ts';
import { answerClock } from './answer-clock.ts';
import { grouped } from './money-words.ts';
import { percentDigits } from './share-words.ts';
import { renderTable, type TableRow } from './text-table.ts';

/** Ends with a line break. */
export function recommendationText(
  outcome: Outcome,
  recommendation: PlanRecommendation,
  desk: DeskRecommendation | null,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string {
  const lines = [
    palette.strong('for the customer'),
    ...planSentences(outcome, recommendation).flatMap((sentence) => wrap(sentence, width)),
    '',
    ...renderTable(
      recommendation.candidates.map(({ name }) => name),
      candidateRows(recommendation),
      width,
      palette,
    ),
    ...(desk === null
      ? ['', 'No desk is looked for, since none can keep what is not promised.']
      : [
          '',
          palette.strong(`for us: the desk by which ${desk.name} is kept`),
          ...deskSentences(outcome, desk).flatMap((sentence) => wrap(sentence, width)),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is recommended, and the figures that decide it: what it costs, what is closest to falling short, what is next. */
export function planSentences(
  { plan }: Outcome,
  { candidates, best, by, confidence }: PlanRecommendation,
): readonly string[] {
  const sure = `${percentDigits(confidence).replace('.0', '')} % confidence`;
  const chosen = best === null ? undefined : candidates[best];
  if (candidates.every(({ wanted }) => wanted.length === 0)) {
    return [
      `Nothing says what share of its promises a plan has to keep, so no plan can be recommended: add ${needExamples(
        plan,
      )
        .slice(0, 2)
        .map((need) => `\`needs ${need}\``)
        .join(', or ')}, to the simulation.`,
    ];
  }
  const asked = by === 'needs' ? 'what the customer needs' : 'the shares that it promises itself';
  if (chosen === undefined) {
    const whys = candidates.flatMap((each) => {
      const short = shortest(each);
      return short === null ? [] : [`${each.name}: ${figureWords(short)}.`];
    });
    const few = candidates.some(({ wanted }) => wanted.length > 0 && wanted.every(isKeptSoFar));
    return [`No plan keeps ${asked} with ${sure}.`, ...whys, ...(few ? [TOO_FEW] : [])];
  }
  const tight = shortest(chosen);
  const others = candidates.filter((each) => each !== chosen);
  return [
    `${chosen.name} is the ${rank(chosen, others)} plan that keeps ${asked} with ${sure}.`,
    chosen.cost === null ? 'What it costs has no figure.' : `It costs ${estimateWords(chosen.cost)} in all.`,
    ...(tight === null ? [] : [`Closest to falling short: ${figureWords(tight)}.`]),
    ...nextSentence(chosen, others),
  ];
}

const TOO_FEW = 'These are too few tickets to be so sure: ask for more runs by --runs.';

/** Nothing tells that it is not kept, but for how many tickets there are. */
function isKeptSoFar({ wanted, kept, verdict }: WantedFigures): boolean {
  return verdict === 'kept' || (verdict === 'not kept' && kept >= wanted.share);
}

function rank({ cost }: PlanCandidate, others: readonly PlanCandidate[]): string {
  if (!others.some(({ suits }) => suits)) return 'only';
  return cost === null ? 'first' : 'cheapest';
}

/** The cheaper plan that does not do, or else the next dearer one that does. */
function nextSentence(chosen: PlanCandidate, others: readonly PlanCandidate[]): readonly string[] {
  const { cost } = chosen;
  const comparable = others.filter((each) => cost !== null && each.cost?.currency === cost.currency);
  const differenceTo = (each: PlanCandidate): number =>
    each.cost === null || cost === null ? 0 : each.cost.mean.sub(cost.mean).valueOf();
  const [cheaper] = comparable
    .filter((each) => differenceTo(each) < 0)
    .toSorted((a, b) => differenceTo(b) - differenceTo(a));
  const [dearer] = comparable
    .filter((each) => differenceTo(each) >= 0)
    .toSorted((a, b) => differenceTo(a) - differenceTo(b));
  const next = cheaper ?? dearer ?? others[0];
  if (next === undefined) return [];
  const short = shortest(next);
  const figure = short === null ? '' : `: ${figureWords(short)}`;
  if (next.cost === null || cost === null) return [`${next.name} has no figure to compare${figure}.`];
  const by = `${next.cost.currency} ${grouped(Math.abs(differenceTo(next)).toFixed(2))}`;
  return differenceTo(next) < 0
    ? [`${next.name} costs ${by} less and does not do${figure}.`]
    : [`${next.name} costs ${by} more${next.suits ? '' : ', and does not do'}.`];
}

/** What is closest to falling short, or falls shortest. */
function shortest({ wanted }: PlanCandidate): WantedFigures | null {
  const slack = ({ promised, surelyKept, verdict, wanted: { share } }: WantedFigures) =>
    verdict === 'not promised' ? promised - share - 1 : surelyKept - share;
  return wanted.toSorted((a, b) => slack(a) - slack(b))[0] ?? null;
}

/** `respond 95% within 1 h for P1: 97.1 % kept, surely 96.0 %`. */
export function figureWords({ wanted, promised, kept, surelyKept, verdict, tickets }: WantedFigures): string {
  if (tickets === 0 || verdict === 'unknown') return `\`${wanted.words}\`: no ticket says`;
  if (verdict === 'not promised')
    return `\`${wanted.words}\`: promised to ${percentDigits(promised)} % of the tickets`;
  const is = verdict === 'kept' ? 'kept' : 'kept alone';
  return `\`${wanted.words}\`: ${percentDigits(kept)} % ${is}, surely ${percentDigits(surelyKept)} %`;
}

/** A row a thing that is wanted, and whether it is enough. */
export function candidateRows({ candidates }: PlanRecommendation): readonly TableRow[] {
  const words = [...new Set(candidates.flatMap(({ wanted }) => wanted.map((each) => each.wanted.words)))];
  const row = (label: string, cellOf: (each: PlanCandidate) => string): TableRow => ({
    group: '',
    label,
    cells: candidates.map(cellOf),
  });
  return [
    row('cost in all', ({ cost }) => (cost === null ? 'no figure' : estimateWords(cost))),
    ...words.map((each) =>
      row(each, ({ wanted }) => {
        const figures = wanted.find((one) => one.wanted.words === each);
        if (figures === undefined) return '-';
        if (figures.verdict === 'unknown') return 'not known';
        if (figures.verdict === 'not promised') return `promised to ${percentDigits(figures.promised)} %`;
        return `${percentDigits(figures.kept)} % (surely ${percentDigits(figures.surelyKept)} %)${figures.verdict === 'kept' ? '' : ', too few'}`;
      }),
    ),
    row('does', ({ suits }) => (suits ? 'yes' : 'no')),
  ];
}

/** Which desk it takes, what it was compared with, or why none is enough. */
export function deskSentences(outcome: Outcome, desk: DeskRecommendation): readonly string[] {
  const { answer, stated, confidence } = desk;
  const sure = `${percentDigits(confidence).replace('.0', '')} % confidence`;
  const tried = `${answer.tried.length} ${answer.tried.length === 1 ? 'desk was' : 'desks were'} tried, all on the same tickets.`;
  if (answer.kind === 'none') return [...noneSentences(outcome, desk, sure), searchedSentence(desk), tried];
  const { found, smaller, isCut } = answer;
  return [
    `${agentsWords(desk, found)} is the cheapest desk found that keeps it with ${sure}: ${costWords(desk, found)}.`,
    ...desk.figures.map((each) => `${figureWords(each)}.`),
    ...smaller.map((trial) => `With ${agentsWords(desk, trial)} it ${marginWords(trial)}.`),
    stated.agents.join() === found.agents.join()
      ? 'That is the desk of the simulation.'
      : `The desk of the simulation, ${agentsWords(desk, stated)}, ${marginWords(stated)}; it costs ${costWords(desk, stated)}.`,
    searchedSentence(desk),
    isCut ? `${tried} No trial was left, so a cheaper one may do.` : tried,
  ];
}

/** What may differ from the desk of the simulation, and between which bounds. */
function searchedSentence(desk: DeskRecommendation): string {
  const { teams, start, most } = desk;
  const inEach =
    teams.length === 1 ? 'the agents of the team in its shift' : 'the agents of each team in its shift';
  const named = (agents: readonly number[]) => teams.map((team, i) => `${team} ${agents[i] ?? 0}`).join(', ');
  return `Searched: ${inEach}, from ${named(start)}, which ${desk.by} says of its busiest hours, up to ${named(most)}, with which nobody waits. Shifts, skills and work stay as they are.`;
}

function noneSentences(outcome: Outcome, { why }: DeskRecommendation, sure: string): readonly string[] {
  if (why === null) return [`No desk keeps it with ${sure}.`];
  if (isKeptSoFar(why.wanted)) return [`${figureWords(why.wanted)}.`, TOO_FEW];
  const { missed, beforeShift, example } = why;
  const share = missed === 0 ? 0 : beforeShift / missed;
  const { zone, read } = answerClock(outcome);
  return [
    `No desk in these shifts keeps it with ${sure}, however many agents it has: ${figureWords(why.wanted)}.`,
    share > 0
      ? `${percentDigits(share)} % of the ${groupDigits(missed)} misses are due before anybody who may take them is on shift${
          example === null
            ? ''
            : `: ticket ${example.ticket} opens ${read(example.opened)} and is due ${read(example.due)} (${zone})`
        }. A shift that covers those hours would help, and no agent more in the present ones.`
      : 'Nobody waits for an agent there: the work itself, or what it waits for, takes longer than is promised.',
  ];
}

function agentsWords({ teams }: DeskRecommendation, { agents }: DeskTrial): string {
  return teams.map((team, i) => `${team} ${agents[i] ?? 0}`).join(', ');
}

function costWords({ costs, currency }: DeskRecommendation, { agents }: DeskTrial): string {
  const sum = agents.reduce((total, count, i) => total + count * (costs[i] ?? 0), 0);
  return currency === null
    ? `${grouped(sum.toFixed(0))} hours of its shifts`
    : `${currency} ${grouped(sum.toFixed(2))} for its shifts`;
}

function marginWords({ suits, margin }: DeskTrial): string {
  const points = `${(Math.abs(margin) * 100).toFixed(1)} points`;
  return suits ? `keeps it too, with ${points} to spare` : `falls ${points} short`;
}
