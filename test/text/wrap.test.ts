import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/text/wrap.ts';

describe('a text that is wrapped', () => {
  it('breaks at spaces, and keeps what stands in backticks on one line', () => {
    expect(wrap('write `2 business days in Office` or not', 32)).toEqual([
      'write',
      '`2 business days in Office` or',
      'not',
    ]);
  });

  it('breaks at a space inside backticks that are wider than a line', () => {
    expect(wrap('reads `charge visit 2 incidents, on conclusion`', 20)).toEqual([
      'reads',
      '`charge visit 2',
      'incidents, on',
      'conclusion`',
    ]);
  });

  it('cuts a word that is wider than a line, and has a line for nothing', () => {
    expect(wrap('contracts/a-very-long-name.plan:12', 12)).toEqual([
      'contracts/a-',
      'very-long-na',
      'me.plan:12',
    ]);
    expect(wrap('', 10)).toEqual(['']);
  });
});
