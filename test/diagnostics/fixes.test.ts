/** What a machine may write instead: each fix, on its own, takes its finding away. */
import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Fix } from '../../src/diagnostics/fix.ts';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { BESIDE_IT, findingsOf } from './page-findings.ts';

interface Case {
  readonly code: Code;
  readonly finding: Diagnostic;
  readonly fix: Fix;
}

const cases: readonly Case[] = (Object.keys(REGISTRY) as Code[]).flatMap((code) =>
  findingsOf(code, REGISTRY[code].page.wrong).flatMap((finding) =>
    finding.fixes.map((fix) => ({ code, finding, fix })),
  ),
);

const named = cases.map((each) => [`${each.code}: ${each.fix.title.replace(/\n/g, '⏎')}`, each] as const);

function mended(text: string, fix: Fix): string {
  return applyEdits(
    text,
    fix.edits.map((edit) => ({ span: edit.place.span, text: edit.text })),
  );
}

/** The page of the case as the fix leaves it: the contract is mended, or the file beside it. */
function mendedPage({ code, finding, fix }: Case): string {
  const [contract = '', ...beside] = REGISTRY[code].page.wrong.split(BESIDE_IT);
  const { source } = finding.place;
  const files =
    source.name === 'closures.jsonl'
      ? [contract, mended(source.text, fix)]
      : [mended(source.text, fix), ...beside];
  return files.join(BESIDE_IT);
}

describe('a fix', () => {
  it.each(named)('%s', (_, each) => {
    const { code, fix } = each;
    const after = findingsOf(code, mendedPage(each));
    expect(after.map((found) => found.code)).not.toContain(code);
    // A suggestion may lead on to what could not be seen before; what is safe leaves nothing behind.
    const allowed = fix.applicability === 'safe' ? [] : after.filter(({ level }) => level !== 'error');
    expect(after.filter((found) => !allowed.includes(found)).map((found) => found.message)).toEqual([]);
  });
});

/** What a contract comes to, without where and in which words it is said. */
function meaningOf(page: string): unknown {
  const [text = '', closures = ''] = page.split(BESIDE_IT);
  const { contract } = checkText(text, 'contract.plan', {}, { 'closures.jsonl': closures });
  const { assumptions, ...plan } = lower(contract);
  expect(assumptions.length).toBeLessThan(10);
  // What a change of severity does is not in the plan until it is stated; a run that needs it takes the assumption.
  // That holidays leave what is always open alone is so whether it is said or not.
  const said = new Set([
    'origin',
    'clause',
    'weekOrigin',
    'words',
    'notApplied',
    'changes',
    'saysHolidaysOpen',
    'saysNeverPauses',
  ]);
  return JSON.parse(JSON.stringify(plan, (key, value: unknown) => (said.has(key) ? undefined : value)));
}

describe('the first suggestion for an assumption', () => {
  const first = cases.filter(
    ({ code, finding, fix }) => code.startsWith('assume/') && fix === finding.fixes[0],
  );

  it.each(first.map((each) => [each.code, each] as const))(
    'of %s states what is read now, and changes nothing',
    (_, each) => {
      expect(meaningOf(mendedPage(each))).toEqual(meaningOf(REGISTRY[each.code].page.wrong));
    },
  );
});
