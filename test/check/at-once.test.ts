import { describe, expect, it } from 'vitest';
import { HEAD, planOf } from './contract-with.ts';
import { briefly, checkText } from './findings.ts';

const table = (respond: string, resolve = '8 h'): string =>
  `plan A { targets { respond | resolve; all | ${respond} | ${resolve} } }`;

describe('a promise `at once`', () => {
  it('has no time at all, and no range', () => {
    expect(planOf(table('at once'), 'A').targets[0]?.promise).toEqual({ kind: 'elapsed', seconds: 0 });
  });

  it('may follow another promise', () => {
    const promise = planOf(table('4 h', 'at once after respond'), 'A').targets[1]?.promise;
    expect(promise).toMatchObject({ kind: 'relative', side: 'after', hard: { kind: 'elapsed', seconds: 0 } });
  });

  it('is not counted back, and none of several limits', () => {
    const findings = (text: string) => briefly(checkText(HEAD + text).findings);
    expect(findings(table('at once before resolve is due'))).toEqual(['target/not-counted-back @ at once']);
    expect(findings(table('later of at once and 4 h'))).toHaveLength(1);
    expect(findings(table('every at once'))).toHaveLength(1);
    expect(findings(table('at once in Office'))).toHaveLength(1);
  });
});
