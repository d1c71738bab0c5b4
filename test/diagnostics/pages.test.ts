import { describe, expect, it } from 'vitest';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import { briefly, checkSimulationText, checkText, lintText } from '../check/findings.ts';

/** What the pages' simulations call `desk.plan`; `regions` are there for the page that needs them. */
const deskPlan = (regions: string): string => `contract "Desk" {
  zone  Europe/Berlin
}
${regions}
severities {
  P1  "nobody can work"
  P2  "anything else"
}

clock respond {
  starts on  opened
  stops on   reply
}

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`;

const withoutRegions = deskPlan('');
const withRegions = deskPlan(`
regions by site {
  EMEA  zone Europe/Berlin
}
`);

function findingsOf(code: Code, text: string) {
  // The other pages vary a desk in one thing, and need not use all of it.
  if (code.startsWith('lint/')) return lintText(text);
  if (!/^simulation /m.test(text)) return checkText(text).findings;
  const needsRegions = code === 'simulation/no-region';
  return checkSimulationText(text, needsRegions ? withRegions : withoutRegions).findings;
}

const codes = Object.keys(REGISTRY) as Code[];

describe('the page of a finding', () => {
  it('has contracts to lean on that are themselves clean', () => {
    expect(briefly(checkText(withoutRegions).findings)).toEqual([]);
    expect(briefly(checkText(withRegions).findings)).toEqual([]);
  });

  it.each(codes)('%s shows it, once and alone, where it says wrong', (code) => {
    const found = findingsOf(code, REGISTRY[code].page.wrong);
    expect(found.map((finding) => finding.code)).toEqual([code]);
  });

  it.each(codes)('%s shows nothing at all where it says right', (code) => {
    expect(briefly(findingsOf(code, REGISTRY[code].page.right))).toEqual([]);
  });

  it.each(codes)('%s shows two files that differ', (code) => {
    expect(REGISTRY[code].page.wrong).not.toBe(REGISTRY[code].page.right);
  });

  it.each(codes)('%s says why in sentences', (code) => {
    expect(REGISTRY[code].page.why).toMatch(/^[A-Z`0-9].*[.?!]$/s);
  });
});
