import type { Palette } from '../diagnostics/palette.ts';
import type { Outcome, OutcomeSource, Unusable } from '../simulate/outcome.ts';
import type { Summary } from '../simulate/summary.ts';
import { counted } from '../text/counted.ts';
import { groupDigits } from '../text/group-digits.ts';
import { answerClock } from './answer-clock.ts';
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
    const more = source.runs === 1 ? '; `--runs 20` shows how far runs differ' : '';
    return [
      `simulated from ${source.file}, ${counted(source.runs, 'run')}, seed ${String(source.seed)}${more}`,
    ];
  }
  const left = source.read - source.used;
  return [
    `replayed from ${source.log}`,
    `${counted(source.read, 'ticket')} in ${counted(source.rows.read, 'row')}; ${groupDigits(source.used)} used, ${groupDigits(left)} not`,
    ...source.unusable.map((each) => `not used: ${unusableWords(each)}`),
    ...source.rows.unusable.map((each) => `rows not read: ${unusableWords(each)}`),
  ];
}

/** `2, a stop before the opening: 0000131, 0000135`. */
function unusableWords({ reason, count, examples }: Unusable): string {
  const more = count > examples.length ? ', …' : '';
  return `${groupDigits(count)}, ${reason}: ${examples.join(', ')}${more}`;
}

function openedLine(outcome: Outcome, { opened, tickets }: Summary): string {
  if (opened === null) return 'no tickets';
  const { zone, read } = answerClock(outcome);
  // How many a replay used has been said.
  const count = outcome.source.kind === 'simulation' ? `${counted(tickets, 'ticket')} ` : '';
  return `${count}opened from ${read(opened.first)} to ${read(opened.last)} (${zone})`;
}
