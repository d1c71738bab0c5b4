import type { CompiledPlan } from '../../plan/model.ts';
import { bindMapping, namesOf } from '../history/bind-mapping.ts';
import { VALUE_NAMES, type History, type HistoryTicket, type ValueName } from '../history/history.ts';
import type { MappingProblem } from '../history/mapping-fields.ts';
import { factWords } from '../history/said-of-ticket.ts';
import type { FitTicket } from './fit-workload.ts';

export type FitTickets =
  /** Each with the ticket of the history that it is. */
  | {
      readonly kind: 'tickets';
      readonly tickets: readonly FitTicket[];
      readonly sources: readonly HistoryTicket[];
    }
  /** The mapping and the contract do not fit together. */
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/** The tickets of a history by the contract's own names; those that are of no kind the contract knows are left out. */
export function fitTickets(history: History, plan: CompiledPlan): FitTickets {
  const binding = bindMapping(history.mapping, plan);
  if (binding.kind === 'problems') return binding;
  const names = namesOf(plan);
  const sources: HistoryTicket[] = [];
  const tickets = history.tickets.flatMap((ticket): FitTicket[] => {
    const found: { [what in ValueName]?: string | null } = {};
    for (const what of VALUE_NAMES) {
      const index = binding.bound.indexOf(what, ticket);
      if (index === null) return [];
      found[what] = names[what][index]?.name ?? null;
    }
    const { severity, region = null, channel = null, type = null } = found;
    if (severity === undefined || severity === null) return [];
    sources.push(ticket);
    const facts = factWords(ticket, history.mapping, plan);
    return [{ opened: ticket.opened, severity, region, channel, type, facts, stops: ticket.stops }];
  });
  return { kind: 'tickets', tickets, sources };
}
