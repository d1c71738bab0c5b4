import { describe, expect, it } from 'vitest';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import { briefly, checkText } from '../check/findings.ts';
import { findingsOf, withoutRegions, withRegions } from './page-findings.ts';

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
