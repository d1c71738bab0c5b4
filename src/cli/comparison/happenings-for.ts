import type { JudgedHistory, Outcome } from '../../simulate/outcome.ts';
import type { Happening, Happenings } from '../../tui/index.ts';

/** Answers the terminal UI's question what happened to a ticket under a plan: at the desk, or in the log replayed. */
export function happeningsFor(outcome: Outcome): Happenings {
  return (place, ticket) => {
    const opened: Happening = { at: outcome.tickets.opened[ticket] ?? NaN, kind: 'event', words: 'opened' };
    const atDesk = deskHappenings(outcome, place, ticket);
    if (atDesk !== null) return [opened, ...atDesk];
    const history = outcome.historyOf?.(place, ticket) ?? null;
    if (history !== null) return historyHappenings(history);
    const stops = (outcome.plans[place]?.metrics ?? []).flatMap(({ metric, stopped }): Happening[] => {
      const at = stopped[ticket] ?? NaN;
      return Number.isNaN(at) ? [] : [{ at, kind: 'event', words: `${metric} stopped` }];
    });
    return [opened, ...stops.sort((a, b) => a.at - b.at)];
  };
}

function deskHappenings({ watch }: Outcome, place: number, ticket: number): readonly Happening[] | null {
  if (watch === undefined) return null;
  const nameOf = (step: number): string => `\`${watch.steps[step] ?? ''}\``;
  return watch.of(place, ticket).map((entry): Happening => {
    const { at } = entry;
    switch (entry.kind) {
      case 'begins':
        return entry.team === -1
          ? { at, kind: 'waiting', words: `waits: ${nameOf(entry.step)}` }
          : {
              at,
              kind: 'worked',
              words: `${watch.teams[entry.team]?.name ?? ''} begins ${nameOf(entry.step)}`,
            };
      case 'ends':
        return { at, kind: 'idle', words: `${nameOf(entry.step)} is done` };
      case 'set aside':
        return { at, kind: 'idle', words: `${nameOf(entry.step)} is set aside` };
      case 'left':
        return { at, kind: 'event', words: entry.fate };
    }
  });
}

function historyHappenings({ program, events }: JudgedHistory): readonly Happening[] {
  const names = new Map([...program.events].map(([name, kind]) => [kind, name]));
  const [version] = program.versions;
  return events.map(({ at, kind, sets, state }): Happening => {
    const name = names.get(kind) ?? 'event';
    const severity = version?.plan.severities[sets?.severity ?? -1]?.name;
    const of = state === -1 ? '' : ` \`${program.stateNames[state] ?? ''}\``;
    const as = severity === undefined ? '' : `, ${severity}`;
    return { at, kind: 'event', words: `${name}${of}${as}` };
  });
}
