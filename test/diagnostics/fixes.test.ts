/** What a machine may write instead: each fix, on its own, takes its finding away. */
import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Fix } from '../../src/diagnostics/fix.ts';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { findingsOf } from './page-findings.ts';

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

describe('a fix', () => {
  it.each(named)('%s', (_, { code, finding, fix }) => {
    const text = finding.place.source.text;
    const after = findingsOf(code, mended(text, fix));
    expect(after.map((found) => found.code)).not.toContain(code);
    // A suggestion may lead on to what could not be seen before; what is safe leaves nothing behind.
    const allowed = fix.applicability === 'safe' ? [] : after.filter(({ level }) => level !== 'error');
    expect(after.filter((found) => !allowed.includes(found)).map((found) => found.message)).toEqual([]);
  });
});

/** What a contract comes to, without where and in which words it is said. */
function meaningOf(text: string): unknown {
  const { assumptions, ...plan } = lower(checkText(text).contract);
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
    (_, { finding, fix }) => {
      const { text } = finding.place.source;
      expect(meaningOf(mended(text, fix))).toEqual(meaningOf(text));
    },
  );
});
