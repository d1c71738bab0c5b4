import { run } from '../../src/cli/run.ts';
import type { Io } from '../../src/cli/io.ts';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly stdin?: string | readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly terminal?: boolean;
  readonly now?: number;
  readonly columns?: number;
}

/** Runs the command line in this process, with streams and a clock of the test's own. */
export async function call(argv: readonly string[], world: World = {}): Promise<Called> {
  const written = { out: '', err: '' };
  const output = (stream: 'out' | 'err'): Io['out'] => ({
    write: (text) => {
      written[stream] += text;
    },
    writeBytes: (bytes) => {
      written[stream] += Buffer.from(bytes).toString('utf8');
    },
    drained: () => Promise.resolve(),
    isTerminal: world.terminal === true,
    columns: world.columns ?? 100,
  });
  const chunks = typeof world.stdin === 'string' ? [world.stdin] : (world.stdin ?? []);
  const code = await run(argv, {
    out: output('out'),
    err: output('err'),
    stdin: {
      isTerminal: world.terminal === true,
      [Symbol.asyncIterator]: () => {
        const rest = chunks.values();
        return {
          next: () => {
            const { done, value } = rest.next();
            return Promise.resolve(done === true ? { done: true, value: undefined } : { done: false, value });
          },
        };
      },
    },
    env: world.env ?? {},
    versions: { ...process.versions, node: '20.0.0', tz: '2025c' },
    now: () => world.now ?? 0,
  });
  return { code, ...written };
}

/** The contract that the tests of the command line ask. */
export const DESK = 'test/cli/fixtures/desk.plan';
