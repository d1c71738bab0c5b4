import type { Palette } from '../../diagnostics/palette.ts';
import type { Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { wrap } from '../../text/wrap.ts';
import type { ZoneTable } from '../../time/types.ts';
import {
  type Evidence,
  type ExpectationResult,
  passes,
  type ScenarioResult,
  type Words,
} from '../../verify/scenario-result.ts';
import { formatForPeople } from '../local-time.ts';
import { placeOf } from '../why/account-text.ts';
import { renderClock } from '../why/history/clock-text.ts';
import type { Page } from '../why/history/ledger-lines.ts';
import { renderDeadline } from './deadline-text.ts';
import { renderCharges, renderTicketSteps } from './story-text.ts';

/** A line a scenario; one that fails goes on with what was expected, why it is otherwise, and what happened. */
export function renderScenario(
  result: ScenarioResult,
  engine: Engine,
  palette: Palette,
  width: number,
): string {
  const { scenario, expectations } = result;
  const place = palette.faint(placeOf(scenario.origin));
  if (passes(result)) return `  ${palette.good('ok  ')}  ${scenario.name}  ${place}\n`;
  const page: Page = { palette, width: width - INDENT.length, file: scenario.origin.file };
  const failed = expectations
    .filter(({ met }) => !met)
    .map((expectation) => ({ expectation, evidence: expectation.evidence() }));
  return [
    `  ${palette.error('FAIL')}  ${palette.strong(scenario.name)}  ${place}\n`,
    ...failed.map(({ expectation, evidence }) =>
      renderExpectation(expectation, evidence, result, engine, page),
    ),
    renderStory(
      failed.map(({ evidence }) => evidence),
      result,
      page,
    ),
    ...result.leftOut.map((sentence) =>
      indented(wrap(`but: ${sentence}`, page.width).map((line) => palette.faint(line))),
    ),
  ].join('');
}

/** What happened to the ticket, once for all that is expected of it. */
function renderStory(evidence: readonly (Evidence | null)[], { zone }: ScenarioResult, page: Page): string {
  const stories = evidence.flatMap((each) =>
    each?.kind === 'ticket' || each?.kind === 'clock' ? [each.steps] : [],
  );
  const longest = stories.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? '' : indented(renderTicketSteps(longest, zone, page));
}

const INDENT = '          ';

function indented(lines: readonly string[]): string {
  return lines.map((line) => `${INDENT}${line}`.trimEnd() + '\n').join('');
}

function renderExpectation(
  { expectation, expected, found }: ExpectationResult,
  evidence: Evidence | null,
  { scenario: { ticket }, zone }: ScenarioResult,
  engine: Engine,
  page: Page,
): string {
  const { palette } = page;
  const own = () => engine.forTicket({ zone: ticket.zone, holidays: ticket.holidays });
  return [
    `        expected ${wordsFor(zone, expected)}  ${palette.faint(placeOf(expectation.origin))}\n`,
    `        but it is ${palette.strong(wordsFor(zone, found))}\n`,
    indented(renderEvidence(evidence, own, zone, page)),
  ].join('');
}

function renderEvidence(
  evidence: Evidence | null,
  engineOf: () => Engine,
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  switch (evidence?.kind) {
    case undefined:
    case 'ticket':
      return [];
    case 'deadline':
      return renderDeadline(account(engineOf(), evidence.target, evidence.start), zone, page);
    case 'clock':
      return evidence.account === null ? [] : renderClock(evidence.account, zone, page);
    case 'charges':
      return renderCharges(evidence.entries, zone, page);
  }
}

function wordsFor(zone: ZoneTable, words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : formatForPeople(zone, part))).join('');
}
