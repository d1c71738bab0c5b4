/**
 * The thirty-two questions that support contracts leave open: `check` asks each, every answer can be stated, answers that
 * differ compile to plans that differ, and what can be worked out today falls due when it should.
 */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { deadline } from '../../src/reference/index.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { checkText, lintText, underlined } from '../check/findings.ts';
import { clocks } from '../engine/ticket/story.ts';
import { byMachine, byReference, judge, ticketCaseOf, toldOf } from '../laws/ticket-case.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { DATA } from './desk.ts';
import { differences, withoutPlaces } from './differences.ts';
import type { Due } from './trap.ts';
import { TRAPS } from './traps.ts';
import { trapTable } from './trap-table.ts';

/** What `check` says, as `code @ text`; a rule that a contract of one trap need not obey is left out. */
function asked(contract: string): readonly string[] {
  return lintText(contract, 'contract.plan', DATA)
    .filter(({ code }) => code !== 'lint/unused-name')
    .map((found) => `${found.code} @ ${underlined(found)}`);
}

function read(contract: string) {
  return checkText(contract, 'contract.plan', {}, DATA);
}

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

/** When the promise falls due, by the engine and by the reference. */
function answers(contract: string, { severity, region, opened }: Due): readonly string[] {
  const { contract: checked } = read(contract);
  const plan = lower(checked);
  const engine = loadPlan(plan);
  const metric = plan.metrics[0] ?? '';
  const key = {
    severity: plan.severities.findIndex(({ name }) => name === severity),
    region: plan.regions.findIndex(({ name }) => name === region),
    channel: -1,
    type: -1,
    facts: [],
  };
  const found = engine.selectTarget(0, metric, key, instant(opened));
  const target = checked.plans[0]?.targets.find(({ origin }) => origin.line === found?.origin.line);
  if (found === null || target === undefined) throw new Error('nothing is promised');
  const facts = { ...NO_FACTS, severity, region };
  return [
    engine.deadline(found.promise, instant(opened)),
    deadline(checked, target.promise, facts, instant(opened)),
  ].map((answer) => (answer.kind === 'due' ? formatInstantUtc(answer.due) : answer.kind));
}

test('every trap is there, once', () => {
  expect(TRAPS.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
});

test('docs/traps.md says of each how it is asked and how it is answered: `npx vitest run test/traps -u` writes it', async () => {
  await expect(trapTable(TRAPS)).toMatchFileSnapshot('../../docs/traps.md');
});

describe.each(TRAPS.map((each) => [`trap ${each.number}, ${each.title.toLowerCase()}`, each] as const))(
  '%s',
  (_, { open, forms, differIn, settled, rejected }) => {
    test('is asked by check, or settled by the language for every contract', () => {
      expect(open.length > 0 || settled !== null).toBe(true);
      for (const { contract, asks } of open) {
        const found = asked(contract);
        expect(found.map((each, i) => each.slice(0, asks[i]?.length))).toEqual(asks);
      }
    });

    test.each(forms.map((form) => [form.says, form] as const))(
      'is answered by `%s`',
      (__, { contract, dates, counts, histories }) => {
        expect(asked(contract)).toEqual([]);
        for (const { comes, run } of counts) expect(run(lower(read(contract).contract))).toBe(comes);
        for (const { rows, before, until, becomes, never } of histories) {
          const both = ticketCaseOf(...(before === null ? [] : [before]), contract);
          const told = toldOf(rows);
          const at = until === null ? Math.max(...told.map((each) => each.at)) : instant(until);
          expect(byMachine(both, told, at)).toEqual(byReference(both, told, at));
          const words = clocks(judge(both.program, told, at));
          expect(words).toEqual(becomes);
          for (const other of never) expect(words.join()).not.toContain(formatInstantUtc(instant(other)));
        }
        for (const each of dates) {
          const by = formatInstantUtc(instant(each.by));
          expect(answers(contract, each)).toEqual([by, by]);
          for (const other of each.never) expect(by).not.toBe(formatInstantUtc(instant(other)));
        }
      },
    );

    test('has answers that compile to different plans, and differ nowhere else', () => {
      const plans = forms.map(({ contract }) => withoutPlaces(lower(read(contract).contract)));
      for (const [i, plan] of plans.entries()) {
        for (const other of plans.slice(0, i)) {
          const found = differences(other, plan);
          expect(found).not.toEqual([]);
          const elsewhere = found.filter(
            (path) => !differIn.some((place) => path === place || path.startsWith(`${place}/`)),
          );
          expect(elsewhere).toEqual([]);
        }
      }
    });

    test('has no words for what no contract may ask', () => {
      for (const { contract, code } of rejected) {
        expect(asked(contract).map((found) => found.split(' ')[0])).toEqual([code]);
      }
    });
  },
);
