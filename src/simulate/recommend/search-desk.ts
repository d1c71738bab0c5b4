/** The search for the cheapest desk by which all that is wanted is kept, a team's agents being what may change. */

/** What a desk comes to. */
export interface DeskTrial {
  /** Agents, a team each. */
  readonly agents: readonly number[];
  /** Whether all that is wanted is kept with the confidence asked for. */
  readonly suits: boolean;
  /** The least by which what is surely kept exceeds what is wanted, of all that is wanted; below 0 where it falls short. */
  readonly margin: number;
}

export interface DeskQuestion {
  /** What one agent costs more, a team each, above 0, in any one unit. */
  readonly costs: readonly number[];
  /** Where to begin, and above which no team needs anybody, a team each. */
  readonly start: readonly number[];
  readonly most: readonly number[];
  /** Desks that may be tried, at least one. */
  readonly mostTrials: number;
  /** Works a desk, on the same tickets as every other. */
  readonly work: (agents: readonly number[]) => Promise<DeskTrial>;
}

export type DeskAnswer =
  /** `smaller`: what becomes of it with one agent fewer in a team, of each team that has several. */
  | {
      readonly kind: 'desk';
      readonly found: DeskTrial;
      readonly smaller: readonly DeskTrial[];
      readonly tried: readonly DeskTrial[];
      /** Whether no trial was left to look for a cheaper one. */
      readonly isCut: boolean;
    }
  /** Not even the largest desk keeps it. */
  | { readonly kind: 'none'; readonly largest: DeskTrial; readonly tried: readonly DeskTrial[] };

/**
 * Begins with the largest desk: what that does not keep no desk keeps, since an agent more never hurts. Then it goes up from the
 * start until a desk suits, brings each team down by halves, the dearest first, and then moves one agent at a time: it takes
 * one away, or moves one from a dearer team to a cheaper one, as long as the desk suits. The same question gets the same answer.
 */
export async function searchDesk(question: DeskQuestion): Promise<DeskAnswer> {
  const trials = new Trials(question);
  const { start, most } = question;
  const largest = await trials.of(most);
  if (largest?.suits !== true) return { kind: 'none', largest: largest as DeskTrial, tried: trials.tried };
  let found = largest;
  for (let step = 1; ; step *= 2) {
    const trial = await trials.of(
      start.map((agents, team) => Math.min(agents + step - 1, most[team] as number)),
    );
    if (trial === null) break;
    if (trial.suits) {
      found = trial;
      break;
    }
  }
  found = await halveTeams(question, trials, found);
  found = await moveAgents(question, trials, found);
  const smaller: DeskTrial[] = [];
  for (const team of teamsOf(found)) {
    const trial = found.agents[team] === 1 ? null : await trials.of(changed(found.agents, team, -1));
    if (trial !== null) smaller.push(trial);
  }
  return { kind: 'desk', found, smaller, tried: trials.tried, isCut: trials.isCut };
}

/** Desks that were tried, each once. */
class Trials {
  readonly tried: DeskTrial[] = [];
  /** Whether a desk was not tried since there were too many. */
  isCut = false;
  readonly #known = new Map<string, DeskTrial>();
  readonly #question: DeskQuestion;

  constructor(question: DeskQuestion) {
    this.#question = question;
  }

  /** Null where no trial is left. */
  async of(agents: readonly number[]): Promise<DeskTrial | null> {
    const key = agents.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.tried.length >= this.#question.mostTrials) {
      this.isCut = true;
      return null;
    }
    const trial = await this.#question.work(agents);
    this.#known.set(key, trial);
    this.tried.push(trial);
    return trial;
  }
}

/** Brings each team down to the fewest agents by which the desk suits while the others stay. */
async function halveTeams({ costs }: DeskQuestion, trials: Trials, from: DeskTrial): Promise<DeskTrial> {
  let found = from;
  for (const team of dearestFirst(costs)) {
    let tooFew = 0;
    while ((found.agents[team] as number) - tooFew > 1) {
      const middle = Math.floor((tooFew + (found.agents[team] as number)) / 2);
      const trial = await trials.of(changed(found.agents, team, middle - (found.agents[team] as number)));
      if (trial === null) return found;
      if (trial.suits) found = trial;
      else tooFew = middle;
    }
  }
  return found;
}

async function moveAgents(question: DeskQuestion, trials: Trials, from: DeskTrial): Promise<DeskTrial> {
  let found = from;
  for (;;) {
    const next = await cheaperNeighbour(question, trials, found);
    if (next === null) return found;
    found = next;
  }
}

/** A desk that suits and is cheaper by one move; the move that saves most first. */
async function cheaperNeighbour(
  { costs, most }: DeskQuestion,
  trials: Trials,
  found: DeskTrial,
): Promise<DeskTrial | null> {
  const teams = teamsOf(found);
  const costOf = (team: number) => costs[team] as number;
  const moves = teams.flatMap((from) => {
    if (found.agents[from] === 1) return [];
    const fewer = changed(found.agents, from, -1);
    return [
      { saves: costOf(from), agents: fewer },
      ...teams
        .filter((to) => costOf(to) < costOf(from) && (found.agents[to] as number) < (most[to] as number))
        .map((to) => ({ saves: costOf(from) - costOf(to), agents: changed(fewer, to, 1) })),
    ];
  });
  for (const { agents } of moves.toSorted((a, b) => b.saves - a.saves)) {
    const trial = await trials.of(agents);
    if (trial === null) return null;
    if (trial.suits) return trial;
  }
  return null;
}

function teamsOf({ agents }: DeskTrial): readonly number[] {
  return [...agents.keys()];
}

function dearestFirst(costs: readonly number[]): readonly number[] {
  return [...costs.keys()].toSorted((a, b) => (costs[b] as number) - (costs[a] as number));
}

function changed(agents: readonly number[], team: number, by: number): readonly number[] {
  return agents.map((count, i) => (i === team ? count + by : count));
}
