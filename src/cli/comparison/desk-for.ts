import type { Outcome } from '../../simulate/outcome.ts';
import type { DeskNow } from '../../tui/index.ts';

/** Answers the terminal UI's question what of the desk stands at an instant of a run; a replay knows no desk. */
export function deskFor({ watch }: Outcome): DeskNow {
  return (place, run, at) => {
    if (watch === undefined) return null;
    const { inLine, worked, waiting } = watch.diary(place, run).at(at);
    const teams = watch.teams.map(({ name, agents, isOpen }, team) => ({
      name,
      agents,
      busy: worked[team] ?? 0,
      isOpen: isOpen(at),
    }));
    return { teams, inLine, waiting };
  };
}
