import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Calendar } from '../../../src/engine/index.ts';
import { HorizonError, loadPlan } from '../../../src/engine/index.ts';
import { columnSpace } from '../../../src/engine/kernel/column-space.ts';
import { columnWorkers } from '../../../src/engine/kernel/column-workers.ts';
import { at, calendars } from '../../plan/calendar-of-text.ts';

const HOUR = 3_600_000;
const ROWS = 40_003;
const FROM = at('2001-01-01T00:00-05:00');
const TO = at('2058-12-31T00:00-05:00');

/** Lunch makes stretches that share a slot on some days, so that records are searched. */
const { plan } = calendars(`
calendar Office {
  zone America/New_York
  open Mon..Thu 09:00-17:00
  open Fri 09:00-12:00, 12:20-12:40, 13:00-17:00
  holidays Few
}
holidays Few { source "a list"; covers 2000..2059; 2026-07-03 "Friday" }
`);
const office = plan.calendars.findIndex(({ name }) => name === 'Office');
const fresh = () => loadPlan(plan).calendar(office);

const space = columnSpace();
const [starts, ends, out] = [0, 1, 2].map(() => space.float64(ROWS)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
const flags = space.uint8(ROWS);

function fill(): void {
  for (let i = 0; i < ROWS; i += 1) {
    starts[i] = i % 1000 === 7 ? NaN : FROM + ((i * 7_919_777_777) % (TO - FROM));
    ends[i] = FROM + ((i * 6_700_417_777) % (TO - FROM));
  }
}

/** What one thread answers, by plain JavaScript, to copies of the columns. */
function alone(
  ask: (on: Calendar, a: Float64Array, b: Float64Array, to: Float64Array) => void,
): Float64Array {
  const to = new Float64Array(ROWS);
  ask(fresh(), Float64Array.from(starts), Float64Array.from(ends), to);
  return to;
}

const bytes = (column: Float64Array | Uint8Array) =>
  Buffer.from(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
const areSame = (one: Float64Array | Uint8Array, other: Float64Array | Uint8Array) =>
  bytes(one).equals(bytes(other));

/** A thread that does what it is told to at its start, and no work. */
class Thread extends EventEmitter {
  static last: Thread | null = null;
  sent = 0;

  constructor(begin: (thread: Thread) => void) {
    super();
    Thread.last = this;
    queueMicrotask(() => begin(this));
  }

  postMessage(): void {
    this.sent += 1;
  }

  ref(): void {}
  unref(): void {}
  terminate(): Promise<void> {
    return Promise.resolve();
  }
}

function threadsAre(start: () => Thread): void {
  const threads = {
    Worker: function () {
      return start();
    },
  };
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(threads);
}

afterEach(() => vi.restoreAllMocks());

describe('columns over several threads', () => {
  it('are those of one thread, to the byte, one after another and at once', async () => {
    fill();
    const workers = columnWorkers(space, 2);
    expect(workers.threads()).toBe(0);
    await workers.addEach(fresh(), starts, 16 * HOUR, out);
    expect(workers.threads()).toBe(2);
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.addEach(a, 16 * HOUR, to)),
      ),
    ).toBe(true);
    await workers.subtractEach(fresh(), ends, HOUR + 1, out);
    expect(
      areSame(
        out,
        alone((on, _, b, to) => on.subtractEach(b, HOUR + 1, to)),
      ),
    ).toBe(true);
    await workers.nextOpenEach(fresh(), starts, out);
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.nextOpenEach(a, to)),
      ),
    ).toBe(true);

    await Promise.all([
      workers.betweenEach(fresh(), starts, ends, out),
      workers.isOpenEach(fresh(), starts, flags),
    ]);
    expect(
      areSame(
        out,
        alone((on, a, b, to) => on.betweenEach(a, b, to)),
      ),
    ).toBe(true);
    const open = new Uint8Array(ROWS);
    fresh().isOpenEach(Float64Array.from(starts), open);
    expect(areSame(flags, open)).toBe(true);
    expect(new Set(open)).toEqual(new Set([0, 1]));
    await workers.end();
  });

  it('may be written over the column that is read', async () => {
    fill();
    const expected = alone((on, a, _, to) => on.addEach(a, 40 * HOUR, to));
    const workers = columnWorkers(space, 2);
    await workers.addEach(fresh(), starts, 40 * HOUR, starts);
    expect(areSame(starts, expected)).toBe(true);
    await workers.end();
  });

  it('fail as those of one thread do, with the first row of which the answer is not known', async () => {
    fill();
    const workers = columnWorkers(space, 2);
    const failing = async (rows: readonly number[]) => {
      fill();
      for (const row of rows) starts[row] = at('2061-01-01T00:00Z');
      const error: unknown = await workers
        .addEach(fresh(), starts, HOUR, out)
        .catch((reason: unknown) => reason);
      let expected: unknown = null;
      try {
        alone((on, a, _, to) => on.addEach(a, HOUR, to));
      } catch (thrown) {
        expected = thrown;
      }
      expect(error).toBeInstanceOf(HorizonError);
      expect(error).toEqual(expected);
      expect((error as HorizonError).row).toBe(Math.min(...rows));
    };
    await failing([39_000, 20_001, 1234]);
    // Behind the last four rows.
    await failing([ROWS - 1]);
    expect(() => fresh().addEach(starts, -1, out)).toThrow(RangeError);
    await expect(workers.addEach(fresh(), starts, -1, out)).rejects.toThrow(RangeError);
    // A failure is not the end.
    fill();
    await workers.addEach(fresh(), starts, HOUR, out);
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.addEach(a, HOUR, to)),
      ),
    ).toBe(true);
    await workers.end();
  });

  it('are answered by the thread that asks where they are short, lie elsewhere, or all has ended', async () => {
    fill();
    const workers = columnWorkers(space, 2);
    const [short, elsewhere] = [out.subarray(0, 100), new Float64Array(ROWS)];
    await workers.addEach(fresh(), starts.subarray(0, 100), HOUR, short);
    await workers.addEach(fresh(), starts, HOUR, elsewhere);
    expect(workers.threads()).toBe(0);
    const expected = alone((on, a, _, to) => on.addEach(a, HOUR, to));
    expect(areSame(short, expected.subarray(0, 100))).toBe(true);
    expect(areSame(elsewhere, expected)).toBe(true);
    await workers.end();
    out.fill(0);
    await workers.addEach(fresh(), starts, HOUR, out);
    expect(workers.threads()).toBe(0);
    expect(areSame(out, expected)).toBe(true);
  });

  it('are answered by the thread that asks where the runtime has no others', async () => {
    fill();
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    const workers = columnWorkers(space, 2);
    await workers.addEach(fresh(), starts, HOUR, out);
    expect(workers.threads()).toBe(0);
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.addEach(a, HOUR, to)),
      ),
    ).toBe(true);
    await workers.end();
  });

  it('are answered by the thread that asks where the others end before they began', async () => {
    fill();
    const expected = alone((on, a, _, to) => on.addEach(a, HOUR, to));
    const failing: readonly (() => Thread)[] = [
      () => {
        throw new Error('no threads are left');
      },
      () => new Thread((thread) => thread.emit('error', new Error('no memory'))),
      () => new Thread((thread) => thread.emit('exit', 1)),
    ];
    for (const start of failing) {
      threadsAre(start);
      out.fill(0);
      const workers = columnWorkers(space, 2);
      await workers.addEach(fresh(), starts, HOUR, out);
      expect(workers.threads()).toBe(0);
      expect(areSame(out, expected)).toBe(true);
      await workers.end();
    }
  });

  it('are not left half answered without a word where a thread ends at its work', async () => {
    fill();
    threadsAre(() => new Thread((thread) => thread.emit('message', 'ready')));
    const workers = columnWorkers(space, 2);
    const asked = workers.addEach(fresh(), starts, HOUR, out);
    await vi.waitFor(() => expect(Thread.last?.sent).toBe(1));
    Thread.last?.emit('exit', 7);
    await expect(asked).rejects.toThrow('a thread of columns ended with 7');
    // What comes later is answered without.
    expect(workers.threads()).toBe(0);
    await workers.addEach(fresh(), starts, HOUR, out);
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.addEach(a, HOUR, to)),
      ),
    ).toBe(true);
    await workers.end();
  });

  it('wait for what was asked before they end', async () => {
    fill();
    const workers = columnWorkers(space, 1);
    const asked = workers.addEach(fresh(), starts, HOUR, out);
    await workers.end();
    await asked;
    expect(
      areSame(
        out,
        alone((on, a, _, to) => on.addEach(a, HOUR, to)),
      ),
    ).toBe(true);
  });

  it('are split over some threads, and not over any number of them', () => {
    for (const threads of [0, 16, 1.5, NaN]) {
      expect(() => columnWorkers(space, threads)).toThrow(
        `columns are split over 1 to 15 threads, not ${threads}`,
      );
    }
  });
});
