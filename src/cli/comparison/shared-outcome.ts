import type { Outcome, TicketColumns } from '../../simulate/outcome.ts';

/** An outcome that several threads can look at: its columns lie in memory that they share, and nothing in it is a function. */
export type SharedOutcome = Omit<Outcome, 'tickets' | 'historyOf' | 'watch'> & {
  readonly tickets: Omit<TicketColumns, 'id'>;
  /** The names of the tickets one after another, and where each begins; one more than there are tickets. */
  readonly ids: { readonly text: string; readonly starts: Uint32Array };
};

export function shareOutcome({ historyOf: _, watch: __, tickets, ...rest }: Outcome): SharedOutcome {
  const { id, ...columns } = tickets;
  const starts = new Uint32Array(shared(4 * (tickets.count + 1)));
  const names: string[] = [];
  let length = 0;
  for (let ticket = 0; ticket < tickets.count; ticket += 1) {
    const name = id(ticket);
    names.push(name);
    length += name.length;
    starts[ticket + 1] = length;
  }
  return { ...inSharedMemory(rest), tickets: inSharedMemory(columns), ids: { text: names.join(''), starts } };
}

/** The same outcome on the other side; whoever asks what happened to a ticket asks the thread that made it. */
export function receiveOutcome({ ids, tickets, ...rest }: SharedOutcome): Outcome {
  const { text, starts } = ids;
  return { ...rest, tickets: { ...tickets, id: (ticket) => text.slice(starts[ticket], starts[ticket + 1]) } };
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

type Column =
  Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** The value with every column copied into shared memory, and the functions left out: they cannot go to another thread. */
export function inSharedMemory<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const column = value as Column;
    const Kind = column.constructor as new (memory: SharedArrayBuffer) => Column;
    const there = new Kind(shared(column.byteLength));
    there.set(column);
    return there;
  }
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (typeof part === 'function' ? [] : [[key, copy(part)]])),
  );
}
