import { instantOfMoment } from '../check/instant-of-moment.ts';
import { type ChargedHappening, chargeTicket } from '../engine/entitlement/charge-ticket.ts';
import type { LedgerEntry } from '../engine/entitlement/ledger-model.ts';
import type { FactOf, TicketKey } from '../engine/index.ts';
import { factIndex } from '../plan/fact-index.ts';
import type { InstantMs } from '../time/types.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import type { Story, ToldRow } from './tell-story.ts';

/** What the ticket is called in its customer's account. */
const TICKET = 'the ticket';

/** What the ticket of a story is charged up to an instant; nothing where it is refused. */
export function storyCharges(story: Story, until: InstantMs): readonly LedgerEntry[] {
  const { engine, opened, rows } = story;
  const verdict = story.judge(until);
  const isRefused = verdict.refused !== null;
  const closed = verdict.closed;
  const byRow = rows.some(
    ({ at, row: { what } }) => what.kind === 'event' && what.event === 'closed' && at === closed,
  );
  const happenings: ChargedHappening[] = rows.filter(isOfCustomer).flatMap((told) => ofCustomer(story, told));
  if (!isRefused) {
    happenings.push({ kind: 'event', at: opened, event: 'opened', ...ticketAt(story, opened) });
    for (const told of rows) happenings.push(...ofTicket(story, told));
    if (closed !== null && !byRow) {
      happenings.push({ kind: 'event', at: closed, event: 'closed', ...ticketAt(story, closed) });
    }
  }
  // Of one instant: what the customer has, then work that ends, then what it is charged on.
  const order = ['account', 'work', 'event'];
  const inOrder = happenings
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind));
  const start = Math.min(opened, ...rows.map(({ at }) => at));
  return chargeTicket(engine, verdict.plan, start, TICKET, inOrder);
}

function isOfCustomer({ row: { what } }: ToldRow): boolean {
  return what.kind === 'bought' || what.kind === 'used' || what.kind === 'pack';
}

function ofCustomer(
  { engine, scenario }: Story,
  { at, row: { what } }: ToldRow,
): readonly ChargedHappening[] {
  if (what.kind === 'used') {
    return [{ kind: 'account', at, event: { kind: 'used', at, thing: what.thing, amount: what.amount } }];
  }
  if (what.kind === 'bought') {
    const { thing, amount } = what;
    return [{ kind: 'account', at, event: { kind: 'bought', at, thing, amount, pack: null } }];
  }
  if (what.kind !== 'pack') return [];
  const plan = engine.plan.plans.find(({ name }) => name === scenario.ticket.plan);
  const pack = plan?.packs.find(({ text }) => text === what.text);
  if (pack === undefined) throw new Error(`the plan sells no pack ${what.text}`);
  const { thing, amount } = pack.gives;
  return [{ kind: 'account', at, event: { kind: 'bought', at, thing, amount, pack: what.text } }];
}

function ofTicket(story: Story, { at, row: { what } }: ToldRow): readonly ChargedHappening[] {
  if (what.kind === 'event') return [{ kind: 'event', at, event: what.event, ...ticketAt(story, at) }];
  if (what.kind !== 'work') return [];
  const to = at + what.seconds * MS_PER_SECOND;
  return [{ kind: 'work', at: to, of: what.of, span: { from: at, to }, ...ticketAt(story, to) }];
}

/** What the ticket is at an instant: its severity as rules have made it, and all else as it was last said. */
export function ticketAt(story: Story, at: InstantMs): { readonly key: TicketKey; readonly factOf: FactOf } {
  const { engine, scenario, rows } = story;
  const { plan } = engine;
  const said = { ...scenario.ticket };
  const values = new Map(scenario.ticket.facts.map(({ fact, value }) => [fact, value]));
  for (const { row } of rows.filter((told) => instantOfMoment(told.row.at) <= at)) {
    const { region, channel, type } = row.says;
    said.region = region ?? said.region;
    said.channel = channel ?? said.channel;
    said.type = type ?? said.type;
    for (const { fact, value } of row.facts) values.set(fact, value);
  }
  const { severity } = story.judge(at);
  const indexOf = (names: readonly { readonly name: string }[], name: string | null) =>
    name === null ? -1 : names.findIndex((each) => each.name === name);
  const key = {
    severity,
    region: indexOf(plan.regions, said.region),
    channel: indexOf(plan.channels, said.channel),
    type: indexOf(plan.types, said.type),
    facts: plan.facts.map((fact) => {
      const value = values.get(fact.name);
      return value === undefined ? -1 : factIndex(fact, value);
    }),
  };
  const named: Readonly<Record<string, string | null | undefined>> = {
    severity: plan.severities[severity]?.name,
    region: said.region,
    channel: said.channel,
    type: said.type,
  };
  return { key, factOf: (name) => values.get(name) ?? named[name] ?? undefined };
}
