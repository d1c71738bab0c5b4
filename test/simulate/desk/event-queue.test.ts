import { describe, expect, test } from 'vitest';
import { EventQueue } from '../../../src/simulate/desk/event-queue.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';

describe('EventQueue', () => {
  test('gives events of one time by kind, and those of one kind in the order they were put in', () => {
    const queue = new EventQueue();
    queue.put(5, 2, 10);
    queue.put(5, 0, 11);
    queue.put(5, 2, 12);
    queue.put(4, 3, 13);
    queue.put(5, 0, 14);
    expect(drain(queue).map((event) => event.subject)).toEqual([13, 11, 14, 10, 12]);
  });

  test('an event put in while its own instant is under way still comes before later kinds', () => {
    const queue = new EventQueue();
    queue.put(5, 1, 1);
    queue.put(5, 3, 3);
    queue.take();
    queue.put(5, 2, 2);
    expect(drain(queue).map((event) => event.subject)).toEqual([2, 3]);
  });

  test('says when it is empty', () => {
    const queue = new EventQueue();
    expect(queue.take()).toBe(false);
    expect(queue.next[0]).toBe(Infinity);
    queue.put(-7, 0, 1);
    expect(queue.next[0]).toBe(-7);
    expect(queue.take()).toBe(true);
    expect(queue.take()).toBe(false);
  });

  test('orders thousands of events like a sort by (time, kind, sequence), while it grows and shrinks', () => {
    const draws = createDraws(5, 0);
    const queue = new EventQueue();
    const pending: { time: number; kind: number; subject: number }[] = [];
    const taken: number[] = [];
    const expected: number[] = [];
    for (let i = 0; i < 5000; i += 1) {
      const event = {
        time: Math.floor(draws.uniform(1, i, 1, 0) * 50),
        kind: Math.floor(draws.uniform(1, i, 1, 1) * 4),
        subject: i,
      };
      queue.put(event.time, event.kind, event.subject);
      pending.push(event);
      if (draws.uniform(1, i, 1, 2) < 0.3) {
        pending.sort((a, b) => a.time - b.time || a.kind - b.kind || a.subject - b.subject);
        expected.push(pending.shift()?.subject ?? -1);
        queue.take();
        taken.push(queue.subject);
      }
    }
    pending.sort((a, b) => a.time - b.time || a.kind - b.kind || a.subject - b.subject);
    expect(taken).toEqual(expected);
    expect(drain(queue)).toEqual(pending);
  });
});

function drain(queue: EventQueue): { time: number; kind: number; subject: number }[] {
  const events = [];
  while (queue.take()) events.push({ time: queue.time, kind: queue.kind, subject: queue.subject });
  return events;
}
