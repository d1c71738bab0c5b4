import type { WantedFigures } from '../simulate/recommend/need-figures.ts';
import type { DeskRecommendation } from '../simulate/recommend/recommend-desk.ts';
import type { PlanRecommendation } from '../simulate/recommend/recommend-plan.ts';
import type { DeskTrial } from '../simulate/recommend/search-desk.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { estimateData } from './cost-json.ts';

/** Which plan a customer should take, and which desk keeps it, for programs. */
export function recommendationJson(plan: PlanRecommendation, desk: DeskRecommendation | null): object {
  const { confidence, by, candidates, best } = plan;
  return {
    confidence,
    by,
    plan: best === null ? null : (candidates[best]?.name ?? null),
    candidates: candidates.map(({ name, cost, wanted, suits }) => ({
      plan: name,
      cost: cost === null ? null : estimateData(cost),
      wanted: wanted.map(wantedData),
      suits,
    })),
    desk: desk === null ? null : deskData(desk),
  };
}

function wantedData({ wanted, ...figures }: WantedFigures): object {
  const { promised, kept, surelyKept, ...rest } = figures;
  const share = (value: number) => (Number.isNaN(value) ? null : value);
  return { ...wanted, ...rest, promised: share(promised), kept: share(kept), surelyKept: share(surelyKept) };
}

function deskData(desk: DeskRecommendation): object {
  const { name, teams, costs, currency, by, start, most, answer, stated, figures, why } = desk;
  const byTeam = (agents: readonly number[]) =>
    Object.fromEntries(teams.map((team, i) => [team, agents[i] ?? 0]));
  const trialData = ({ agents, suits, margin }: DeskTrial) => ({
    agents: byTeam(agents),
    suits,
    margin,
  });
  return {
    plan: name,
    costOfAnAgent: {
      currency,
      unit: currency === null ? 'hours' : 'money',
      teams: byTeam(costs),
    },
    searched: { by, start: byTeam(start), largest: byTeam(most) },
    found: answer.kind === 'desk' ? trialData(answer.found) : null,
    largest: answer.kind === 'none' ? trialData(answer.largest) : null,
    isCut: answer.kind === 'desk' && answer.isCut,
    stated: trialData(stated),
    smaller: answer.kind === 'desk' ? answer.smaller.map(trialData) : [],
    tried: answer.tried.map(trialData),
    wanted: figures.map(wantedData),
    why:
      why === null
        ? null
        : {
            wanted: wantedData(why.wanted),
            missed: why.missed,
            dueBeforeAnyShift: why.beforeShift,
            example:
              why.example === null
                ? null
                : {
                    ticket: why.example.ticket,
                    opened: formatInstantUtc(why.example.opened),
                    due: formatInstantUtc(why.example.due),
                  },
          },
  };
}
