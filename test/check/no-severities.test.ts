import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { briefly, checkText } from './findings.ts';

const HEAD = `contract "One promise" { zone Europe/Berlin }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock respond { starts on opened; stops on reply; reopen never }
`;
const PROMISE = `plan Basic {
  coverage resolve in Office
  targets { respond; all 4 h in Office }
}
`;

describe('a contract without severities', () => {
  it('promises the same for every ticket, and nothing about it is left open', () => {
    const { contract, findings } = checkText(HEAD + PROMISE);
    expect(findings).toEqual([]);
    expect(lower(contract).severities.map(({ name }) => name)).toEqual(['every ticket']);
    expect(lower(contract).plans[0]?.targets[0]?.when.severities).toBeNull();
  });

  it('cannot promise anything by a severity', () => {
    expect(
      briefly(checkText(HEAD + PROMISE.replace('all 4 h in Office', 'P1 4 h in Office')).findings),
    ).toEqual(['names/unknown @ P1']);
  });

  it('needs none in a scenario', () => {
    const scenario = `scenario "late on Friday" { plan Basic; opened Fri 2026-06-12 16:00; expect respond by Mon 2026-06-15 12:00 }`;
    const { contract, findings } = checkText(HEAD + PROMISE + scenario);
    expect(findings).toEqual([]);
    expect(contract.scenarios[0]?.ticket.severity).toBe('every ticket');
  });
});
