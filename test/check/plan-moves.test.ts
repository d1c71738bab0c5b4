import { describe, expect, it } from 'vitest';
import { desk } from '../../src/diagnostics/catalog/examples.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from './findings.ts';

function checkedWith(...clauses: readonly string[]) {
  const { contract, findings } = checkText(
    desk('4 h', [], ['effective  2026-01-01 in Europe/Berlin', 'binds  by opened', ...clauses].join('\n')),
  );
  return { binding: lower(contract).binding, findings: findings.map(({ code }) => code) };
}

describe('how a contract is left', () => {
  it('is to any day after the notice, where no period is named', () => {
    const { binding } = checkedWith('notice 30 calendar days');
    expect(binding.notice).toMatchObject({ kind: 'days', unit: 'calendar day', count: 30 });
    expect(binding).toMatchObject({ noticeTo: null, upgrade: null, downgrade: null });
  });

  it('is to the end of a period, or of the term', () => {
    expect(checkedWith('notice 1 month to end of quarter').binding.noticeTo).toBe('quarter');
    expect(checkedWith('term 1 year', 'notice 1 month to end of term').binding.noticeTo).toBe('term');
  });

  it('is not to the end of what is no period', () => {
    expect(checkedWith('notice 1 month to end of fortnight').findings).toEqual(['plan/unknown-period']);
  });
});

describe('another plan', () => {
  it('may be had at once upwards and after the notice downwards, whichever clause comes first', () => {
    const { binding, findings } = checkedWith(
      'downgrade after notice',
      'upgrade at any time',
      'notice 30 calendar days to end of month',
    );
    expect(findings).toEqual([]);
    expect(binding).toMatchObject({ upgrade: 'any time', downgrade: 'after notice' });
  });

  it('waits for no term that the contract does not have', () => {
    expect(checkedWith('upgrade at end of term').findings).toEqual(['contract/hanging-term']);
  });

  it('is not missed a term whose clause could not be read', () => {
    expect(checkedWith('term a year', 'upgrade at end of term').findings).toEqual(['syntax/unexpected']);
  });
});
