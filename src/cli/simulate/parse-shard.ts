import { UsageError } from '../usage-error.ts';

/** One of several equal parts of the runs. */
export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** `2/4`: the second of four parts. */
export function parseShard(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of) return shard;
  throw new UsageError(`--shard \`${text}\` is no part of a whole`, 'write 2/4 for the second of four parts');
}

/** Every so-manieth run, so that parts take about as long as each other. */
export function runsOf(shard: Shard | null, runs: number): readonly number[] {
  const { part, of } = shard ?? { part: 1, of: 1 };
  return Array.from({ length: runs }, (_, run) => run).filter((run) => run % of === part - 1);
}
