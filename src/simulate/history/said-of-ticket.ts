/** What the log says of a ticket beside its names: facts of the contract, and what its customer has. */
import type { Engine, TicketTerms } from '../../engine/index.ts';
import { prepareProgram, readEvent, type TicketChange } from '../../engine/ticket/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { HistoryTicket } from './history.ts';
import type { TicketMapping } from './mapping.ts';

/** Counts the tickets that cannot be judged by the reason; `found` is what stands in the log. */
export interface Tally {
  add(reason: string, ticket: string, found?: string): void;
}

/** Whether the mapping tells a fact that the contract has. */
export function saysSome({ facts }: TicketMapping, plan: CompiledPlan): boolean {
  return facts.some(({ fact }) => plan.facts.some(({ name }) => name === fact));
}

/**
 * Reads the facts of a ticket, those that the contract has; null, after it is counted, where one of them is nothing that
 * the fact can be.
 */
export function readFacts(
  mapping: TicketMapping,
  engine: Engine,
): (ticket: HistoryTicket, tally: Tally) => TicketChange['facts'] | null {
  if (!saysSome(mapping, engine.plan)) return () => [];
  const program = prepareProgram([engine]);
  return (ticket, tally) => {
    const said = mapping.facts.flatMap(({ fact }, i) => {
      const value = ticket.said[i] ?? '';
      return value === ''
        ? []
        : [[fact, value === 'true' ? 'yes' : value === 'false' ? 'no' : value] as const];
    });
    // A replay plays the ticket under every plan: which one is named here changes no fact.
    const says = { ...Object.fromEntries(said), plan: engine.plan.plans[0]?.name };
    const read = readEvent(program, { at: ticket.opened, event: 'opened', says });
    if ('at' in read) return read.sets?.facts ?? [];
    tally.add(`a value of the fact \`${read.of}\` that the contract does not have`, ticket.id, read.value);
    return null;
  };
}

/** What a ticket says of one fact, by the contract's names. */
export interface FactWord {
  readonly fact: string;
  readonly word: string;
}

/** Facts of words, and of yes or no, that the contract has; a value that is none of theirs says nothing. */
export function factWords(
  { said }: HistoryTicket,
  { facts }: TicketMapping,
  plan: CompiledPlan,
): readonly FactWord[] {
  return facts.flatMap(({ fact }, i) => {
    const type = plan.facts.find(({ name }) => name === fact)?.type;
    const value = said[i] ?? '';
    if (type?.kind === 'words') return type.words.includes(value) ? [{ fact, word: value }] : [];
    if (type?.kind !== 'truth') return [];
    const word = { yes: 'yes', true: 'yes', no: 'no', false: 'no' }[value];
    return word === undefined ? [] : [{ fact, word }];
  });
}

/** Zone and holidays of its customer; null for what the mapping or the log does not say. */
export function termsOf({ facts, customer }: TicketMapping, { said }: HistoryTicket): TicketTerms {
  const zone = customer.zone === null ? '' : (said[facts.length] ?? '');
  const holidays =
    customer.holidays === null ? '' : (said[facts.length + (customer.zone === null ? 0 : 1)] ?? '');
  return {
    zone: zone === '' ? null : zone,
    holidays: holidays === '' ? null : holidays === 'none' ? [] : holidays.split(/[,;]\s*/),
  };
}

/** The names of all holidays that customers have, each once. */
export function customersHolidays(
  mapping: TicketMapping,
  tickets: readonly HistoryTicket[],
): readonly string[] {
  return [...new Set(tickets.flatMap((ticket) => termsOf(mapping, ticket).holidays ?? []))];
}
