/** Contracts in which one mistake is made again and again: what is said of them, and the work, grow with the text. */
import { describe, expect, test } from 'vitest';
import { loadContractFrom } from '../../src/workspace/load.ts';
import { createSourceFile } from '../../src/text/source.ts';

const HEAD = `contract "Many" version "1" {
  zone     Europe/Berlin
  binds    by opened
  tickets  in flight keep old
}

severities {
  P1 "nobody can work"
  P2 "everything else"
}

calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

clock respond { starts on opened; stops on reply; pauses while waiting for customer }
`;

const FIRST = `plan A0 {
  coverage  receive in Office
  targets {
        respond
    P1  1 h in Office
    P2  2 h in Office
  }
}
`;

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const load = (text: string) => loadContractFrom(createSourceFile('many.plan', text));

describe('a contract of many findings', () => {
  test('says of each rule that clashes with others one thing: the first that it clashes with', async () => {
    const rules = lines(40, (i) => `rule "r${i}" on opened then severity P${(i % 2) + 1}`);
    const { diagnostics } = await load(`${HEAD}${FIRST}${rules}\n`);
    const found = diagnostics.filter(({ code }) => code === 'rule/conflict');
    expect(found).toHaveLength(39);
    expect(found.at(-1)?.message).toBe(
      '`r0` and `r39` fire together, and ask for severity `P1` and severity `P2`',
    );
  });

  test('of a chain of 600 plans, each slower than the one before, is checked with its examples at once', async () => {
    const chain = lines(
      600,
      (i) => `plan A${i + 1} extends A${i} { targets { respond; P1 ${i + 2} h in Office } }`,
    );
    const loaded = await load(`${HEAD}${FIRST}${chain}\n`);
    expect(loaded.contract?.plans.at(-1)?.targets.map(({ words }) => words)).toEqual([
      '601 h in Office',
      '2 h in Office',
    ]);
    const worse = loaded.explained().filter(({ code }) => code === 'lint/worse-than-inherited');
    expect(worse).toHaveLength(600);
    expect(worse.at(-1)?.consequence).toContain('`A600` is due');
  }, 5_000);
});
