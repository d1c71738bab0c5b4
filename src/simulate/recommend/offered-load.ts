import type { Team } from '../../check/simulation-model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { DeskObserver } from '../desk/desk-model.ts';
import { fewestPatientAgents } from './erlang-a.ts';
import { fewestAgents } from './erlang.ts';

const HOUR = 3600 * MS_PER_SECOND;
const HOURS_OF_WEEK = 168;

/** What a desk of which nobody ever waits does, by team and hour of the week in UTC: the work that each hour brings. */
export class OfferedLoad implements DeskObserver {
  /** Ms of work that begin in each hour of the week, a team each. */
  readonly #work: readonly Float64Array[];
  readonly #pieces: Float64Array;
  #now = 0;
  #most = 1;
  readonly #open = new Map<number, { readonly team: number; readonly at: InstantMs }>();

  constructor(teams: number) {
    this.#work = Array.from({ length: teams }, () => new Float64Array(HOURS_OF_WEEK));
    this.#pieces = new Float64Array(teams);
  }

  /** The next run begins: its tickets are others. */
  begin(): void {
    this.#open.clear();
    this.#now = 0;
  }

  begins(ticket: number, _step: number, team: number, now: InstantMs): void {
    if (team === -1) return;
    this.#open.set(ticket, { team, at: now });
    this.#now += 1;
    this.#most = Math.max(this.#most, this.#now);
  }

  ends(ticket: number, _step: number, now: InstantMs): void {
    const begun = this.#open.get(ticket);
    if (begun === undefined) return;
    this.#open.delete(ticket);
    this.#now -= 1;
    this.#pieces[begun.team]! += 1;
    const hour = Math.floor(begun.at / HOUR) % HOURS_OF_WEEK;
    // The shift may close meanwhile; then the work of a night is none, but how long it takes is not known here.
    (this.#work[begun.team] as Float64Array)[hour]! += Math.min(now - begun.at, 8 * HOUR);
  }

  setAside(ticket: number, step: number, now: InstantMs): void {
    this.ends(ticket, step, now);
  }

  /** The most agents that ever worked at once, of all teams together; at least one. */
  get most(): number {
    return this.#most;
  }

  /**
   * The agents that a team seems to need for a share of the tickets to wait no longer than a time, by Erlang C on the load of
   * its busiest stretch of that length, or by Erlang A where those who wait give up; and more by those who are away.
   * @param weeks that were worked, of all runs together
   * @param patienceMs after which tickets are given up in the mean; Infinity where none is
   */
  start(
    team: number,
    { away }: Pick<Team, 'away'>,
    weeks: number,
    {
      limitMs,
      share,
      patienceMs,
    }: { readonly limitMs: number; readonly share: number; readonly patienceMs: number },
  ): number {
    const work = this.#work[team] as Float64Array;
    const pieces = this.#pieces[team] as number;
    if (pieces === 0) return 1;
    const meanMs = work.reduce((sum, ms) => sum + ms, 0) / pieces;
    const window = Math.max(1, Math.min(HOURS_OF_WEEK, Math.round(limitMs / HOUR)));
    let busiest = 0;
    for (let from = 0; from < HOURS_OF_WEEK; from += 1) {
      let sum = 0;
      for (let hour = 0; hour < window; hour += 1) sum += work[(from + hour) % HOURS_OF_WEEK] as number;
      busiest = Math.max(busiest, sum / window);
    }
    const load = busiest / HOUR / weeks;
    const most = Math.min(share, 0.999);
    const agents =
      patienceMs === Infinity
        ? fewestAgents(load, meanMs, limitMs, most)
        : fewestPatientAgents(load, meanMs, limitMs, most, patienceMs);
    return Math.ceil(agents / (1 - away));
  }
}
