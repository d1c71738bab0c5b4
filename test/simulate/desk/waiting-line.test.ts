import { describe, expect, test } from 'vitest';
import { WaitingLine, type UrgencyKeys } from '../../../src/simulate/desk/waiting-line.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';

describe('WaitingLine', () => {
  test('puts the smaller first key first, then the second, then the ticket that was opened first', () => {
    const { line, join } = lineOf([1, 0, 0, 0], [0, 9, 5, 5]);
    for (const ticket of [0, 3, 1, 2]) join(ticket);
    expect(drain(line)).toEqual([2, 3, 1, 0]);
  });

  test('tickets without a deadline come last and among themselves in the order of opening', () => {
    const { line, join } = lineOf([0, 0, 0, 0], [Infinity, Infinity, 7, Infinity]);
    for (const ticket of [3, 1, 0, 2]) join(ticket);
    expect(drain(line)).toEqual([2, 0, 1, 3]);
  });

  test('an empty line has no first ticket, and leaving it changes nothing', () => {
    const { line } = lineOf([0], [0]);
    line.leave();
    expect(line.first).toBe(-1);
  });

  test('keeps a ticket where its keys put it when it joined', () => {
    const { line, keys, join } = lineOf([1, 2, 3], [0, 0, 0]);
    for (const ticket of [2, 1, 0]) join(ticket);
    keys.first[2] = 0;
    line.remove(1);
    expect(drain(line)).toEqual([0, 2]);
  });

  test('tells whose most urgent ticket comes first, by both keys and then by the ticket', () => {
    const { keys } = lineOf([1, 1, 1, 0], [5, 4, 5, 9]);
    const [a, b] = [new WaitingLine(), new WaitingLine()];
    a.join(2, keys);
    b.join(0, keys);
    expect([a.comesBefore(b), b.comesBefore(a)]).toEqual([false, true]);
    a.join(1, keys);
    expect([a.comesBefore(b), b.comesBefore(a)]).toEqual([true, false]);
    b.join(3, keys);
    expect([a.comesBefore(b), b.comesBefore(a)]).toEqual([false, true]);
  });

  test('orders like a sort while tickets join and leave', () => {
    const draws = createDraws(3, 0);
    const n = 2000;
    const first = Array.from({ length: n }, (_, i) => Math.floor(draws.uniform(1, i, 1, 0) * 3));
    const second = Array.from({ length: n }, (_, i) => Math.floor(draws.uniform(1, i, 1, 1) * 40));
    const { line, join } = lineOf(first, second);
    const waiting: number[] = [];
    for (let i = 0; i < n; i += 1) {
      const ticket = (i * 7) % n;
      join(ticket);
      waiting.push(ticket);
      if (i % 3 === 0) {
        waiting.sort((a, b) => first[a]! - first[b]! || second[a]! - second[b]! || a - b);
        expect(line.first).toBe(waiting.shift());
        line.leave();
      }
    }
    waiting.sort((a, b) => first[a]! - first[b]! || second[a]! - second[b]! || a - b);
    expect(drain(line)).toEqual(waiting);
  });
});

function lineOf(first: readonly number[], second: readonly number[]) {
  const keys: UrgencyKeys = { first: Float64Array.from(first), second: Float64Array.from(second) };
  const line = new WaitingLine();
  return { line, keys, join: (ticket: number) => line.join(ticket, keys) };
}

function drain(line: WaitingLine): number[] {
  const tickets = [];
  while (line.first !== -1) {
    tickets.push(line.first);
    line.leave();
  }
  return tickets;
}
