import type { Palette } from '../diagnostics/palette.ts';
import type { Outcome, OutcomeSource, Unusable } from '../simulate/outcome.ts';
import type { Summary } from '../simulate/summary.ts';
import { groupDigits } from '../text/group-digits.ts';
import { instantWords, zoneWords } from './instant-words.ts';
import type { ReportContext } from './report-context.ts';
import { wrap } from '../text/wrap.ts';

/** What was compared, on what, and with which data. */
export function comparisonHeader(
  outcome: Outcome,
  summary: Summary,
  context: ReportContext,
  width: number,
  palette: Palette,
): readonly string[] {
  const { plan } = outcome;
  const names = summary.plans.map(({ name }) => name).join(', ');
  const contract = [
    ...(summary.title === plan.title ? [] : [plan.title]),
    ...(plan.contractVersion === '' ? [] : [`version ${plan.contractVersion}`]),
  ].join(', ');
  const versions = `surety ${context.toolVersion}, Node ${context.node}, time-zone data ${plan.tzdata}`;
  return [
    ...wrap(summary.title, width).map(palette.strong),
    ...wrap(`plans ${names}${contract === '' ? '' : ` of ${contract}`}`, width),
    ...sourceLines(outcome.source).flatMap((line) => wrap(line, width)),
    ...wrap(openedLine(outcome, summary), width),
    ...wrap(versions, width).map(palette.faint),
  ];
}

function sourceLines(source: OutcomeSource): readonly string[] {
  if (source.kind === 'simulation') {
    const runs = source.runs === 1 ? '1 run' : `${groupDigits(source.runs)} runs`;
    return [`simulated from ${source.file}, ${runs}, seed ${String(source.seed)}`];
  }
  const left = source.read - source.used;
  return [
    `replayed from ${source.log}`,
    `${groupDigits(source.read)} tickets in ${groupDigits(source.rows.read)} rows; ${groupDigits(source.used)} used, ${groupDigits(left)} not`,
    ...source.unusable.map((each) => `not used: ${unusableWords(each)}`),
    ...source.rows.unusable.map((each) => `rows not read: ${unusableWords(each)}`),
  ];
}

/** `2, a stop before the opening: 0000131, 0000135`. */
function unusableWords({ reason, count, examples }: Unusable): string {
  const more = count > examples.length ? ', …' : '';
  return `${groupDigits(count)}, ${reason}: ${examples.join(', ')}${more}`;
}

function openedLine({ plan, source }: Outcome, { opened, tickets }: Summary): string {
  if (opened === null) return 'no tickets';
  const [first, last] = [opened.first, opened.last].map((instant) => instantWords(plan, instant));
  // How many a replay used has been said.
  const counted = source.kind === 'simulation' ? `${groupDigits(tickets)} tickets ` : '';
  return `${counted}opened from ${String(first)} to ${String(last)} (${zoneWords(plan)})`;
}
