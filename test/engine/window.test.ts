import { describe, expect, it } from 'vitest';
import { growWindow } from '../../src/engine/window.ts';

const LIMIT = { from: 0, to: 1000 };

describe('a window that grows', () => {
  it('begins around what is asked for, to either side as far as is asked at least', () => {
    expect(growWindow(null, 500, LIMIT, 100)).toEqual({ from: 400, to: 600 });
  });

  it('never reaches beyond its limit, at whose end nothing can be asked for', () => {
    expect(growWindow(null, 50, LIMIT, 100)).toEqual({ from: 0, to: 150 });
    expect(growWindow(null, 0, LIMIT, 100)).toEqual({ from: 0, to: 100 });
    expect(growWindow(null, 999, LIMIT, 100)).toEqual({ from: 899, to: 1000 });
    for (const beyond of [-1, 1000, NaN, Infinity, -Infinity])
      expect(growWindow(null, beyond, LIMIT, 100)).toBeNull();
  });

  it('keeps what it had, and reaches as far on as it is long, or as is asked at least', () => {
    expect(growWindow({ from: 300, to: 500 }, 500, LIMIT, 100)).toEqual({ from: 300, to: 700 });
    expect(growWindow({ from: 300, to: 500 }, 299, LIMIT, 100)).toEqual({ from: 99, to: 500 });
    expect(growWindow({ from: 300, to: 310 }, 320, LIMIT, 100)).toEqual({ from: 300, to: 420 });
    expect(growWindow({ from: 300, to: 310 }, 290, LIMIT, 100)).toEqual({ from: 190, to: 310 });
  });

  it('stays as it is where it holds what is asked for', () => {
    expect(growWindow({ from: 300, to: 500 }, 300, LIMIT, 100)).toEqual({ from: 300, to: 500 });
    expect(growWindow({ from: 300, to: 500 }, 499, LIMIT, 100)).toEqual({ from: 300, to: 500 });
  });
});
