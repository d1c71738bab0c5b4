import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { exactNumber, type CustomerHistory, type QuoteRequest } from '../../engine/money/index.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { parseInstant } from '../../time/iso-instant.ts';
import { isNamed } from '../../check/unit-named.ts';
import { unitsOf } from '../quote/sizes.ts';

type Says = Readonly<Record<string, unknown>>;

/** What a line without a ticket tells of a customer. */
export type CustomerLine =
  | {
      readonly kind: 'starts';
      readonly plan: number;
      readonly size: Omit<QuoteRequest, 'term' | 'factOf'>;
      readonly facts: ReadonlyMap<string, string | number | boolean>;
    }
  | { readonly kind: 'ends' }
  | { readonly kind: 'bought'; readonly bought: Omit<CustomerHistory['bought'][number], 'at'> }
  | { readonly kind: 'outage'; readonly outage: Omit<CustomerHistory['outages'][number], 'from'> }
  | {
      readonly kind: 'uptime';
      readonly service: string;
      readonly share: CustomerHistory['stated'][number]['share'];
    }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'event'; readonly name: string };

export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'bad'; readonly problem: string };

/** Reads what a line says of a customer, its names found in the contract; what is wrong with it in words. */
export function readCustomerLine(compiled: CompiledPlan, event: string, says: Says): Read<CustomerLine> {
  switch (event) {
    case 'starts':
      return readStart(compiled, says);
    case 'ends':
    case 'claimed':
      return read({ kind: event });
    case 'bought':
      return readBought(compiled, says);
    case 'outage': {
      const until = instantOf(says['until']);
      const announced = says['announced'] === undefined ? null : instantOf(says['announced']);
      if (until === null) return bad('it does not say `until` when the service was down');
      if (says['announced'] !== undefined && announced === null) return bad('`announced` is no instant');
      const reason = typeof says['reason'] === 'string' ? says['reason'] : null;
      const service = serviceOf(compiled, says);
      return service.kind === 'bad'
        ? service
        : read({ kind: 'outage', outage: { service: service.value, to: until, reason, announced } });
    }
    case 'uptime': {
      const share =
        typeof says['share'] === 'string' ? exactNumber(says['share'].replace(/\s*%$/, '')) : null;
      if (share === null) return bad('it does not say the `share`, such as "99.95%"');
      const service = serviceOf(compiled, says);
      return service.kind === 'bad'
        ? service
        : read({ kind: 'uptime', service: service.value, share: share.div(100) });
    }
    default:
      return read({ kind: 'event', name: event });
  }
}

function readStart(compiled: CompiledPlan, says: Says): Read<CustomerLine> {
  const plan = planOf(compiled, says['plan']);
  if (plan.kind === 'bad') return plan;
  const of = compiled.plans[plan.value];
  const sizes = new Map<string, NonNullable<ReturnType<typeof exactNumber>>>();
  const facts = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(says)) {
    const unit = unitsOf(compiled).find((each) => isNamed(each, key));
    if (unit !== undefined) {
      const size = typeof value === 'number' || typeof value === 'string' ? exactNumber(wordOf(value)) : null;
      if (size === null) return bad(`\`${key}\` is not a number from 0 on`);
      sizes.set(unit, size);
    }
    const fact = compiled.facts.find(({ name }) => name === key);
    if (fact === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return bad(`\`${key}\` is no value`);
    facts.set(key, fact.type.kind === 'truth' && typeof value === 'string' ? value === 'yes' : value);
  }
  const options: readonly unknown[] = Array.isArray(says['options']) ? says['options'] : [];
  const names = (of?.options ?? []).map(({ text }) => text);
  const booked: string[] = [];
  for (const option of options) {
    if (typeof option !== 'string' || !names.includes(option))
      return unknownName('option', wordOf(option), names);
    booked.push(option);
  }
  const region = compiled.regions.findIndex(({ name }) => name === says['region']);
  const key = { severity: -1, region, channel: -1, type: -1, facts: [] };
  return read({
    kind: 'starts',
    plan: plan.value,
    facts,
    size: { sizes, sums: sumsOf(compiled, says['sums']), key, options: booked, packs: new Map() },
  });
}

function sumsOf({ currency }: CompiledPlan, said: unknown): QuoteRequest['sums'] {
  if (typeof said !== 'object' || said === null || currency === null) return new Map();
  return new Map(
    Object.entries(said).flatMap(([words, value]) => {
      const amount = exactNumber(wordOf(value));
      return amount === null ? [] : [[words, { currency, amount }] as const];
    }),
  );
}

function readBought({ plans }: CompiledPlan, says: Says): Read<CustomerLine> {
  const packs = plans.flatMap((plan) => plan.packs);
  const count = exactNumber(wordOf(says['count'] ?? says['amount'] ?? 1));
  if (count === null) return bad('it does not say how many were bought');
  if (typeof says['pack'] === 'string') {
    const pack = packs.find(({ text }) => text === says['pack']);
    if (pack === undefined)
      return unknownName(
        'pack',
        says['pack'],
        packs.map(({ text }) => text),
      );
    const amount = count.mul(pack.gives.amount).toFraction();
    return read({
      kind: 'bought',
      bought: { kind: 'bought', thing: pack.gives.thing, amount, pack: pack.text },
    });
  }
  const things = [...new Set(plans.flatMap(({ quotas }) => quotas.map(({ thing }) => thing)))];
  const thing = says['thing'];
  if (typeof thing !== 'string' || !things.includes(thing))
    return unknownName('thing', wordOf(thing), things);
  return read({ kind: 'bought', bought: { kind: 'bought', thing, amount: count.toFraction(), pack: null } });
}

function planOf({ plans }: CompiledPlan, said: unknown): Read<number> {
  const names = plans.map(({ name }) => name);
  if (said === undefined && plans.length === 1) return { kind: 'read', value: 0 };
  const index = plans.findIndex(
    ({ name, aliases }: PlanPlan) => name === said || aliases.includes(wordOf(said)),
  );
  return index === -1 ? unknownName('plan', wordOf(said), names) : { kind: 'read', value: index };
}

function serviceOf({ plans }: CompiledPlan, says: Says): Read<string> {
  const names = [...new Set(plans.flatMap(({ availability }) => availability.map(({ service }) => service)))];
  const said = says['service'];
  if (typeof said !== 'string') return { kind: 'read', value: names.length === 1 ? (names[0] ?? '') : '' };
  return names.length === 0 || names.includes(said)
    ? { kind: 'read', value: said }
    : unknownName('service', said, names);
}

function instantOf(said: unknown): number | null {
  const parsed = typeof said === 'string' ? parseInstant(said) : null;
  return parsed?.ok === true ? parsed.instant : null;
}

function unknownName(
  of: string,
  name: string,
  known: readonly string[],
): { readonly kind: 'bad'; readonly problem: string } {
  const near = nearestWord(name, known);
  const hint =
    near !== null
      ? `did you mean \`${near}\`?`
      : known.length === 0
        ? 'it has none'
        : `it is one of ${known.join(', ')}`;
  return bad(
    name === '' ? `it does not say its \`${of}\`: ${hint}` : `the contract has no ${of} \`${name}\`: ${hint}`,
  );
}

/** A value as it is told back to whoever wrote it. */
function wordOf(said: unknown): string {
  return typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said);
}

function bad(problem: string): { readonly kind: 'bad'; readonly problem: string } {
  return { kind: 'bad', problem };
}

function read<T>(value: T): Read<T> {
  return { kind: 'read', value };
}
