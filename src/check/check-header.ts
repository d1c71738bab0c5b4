import type { ContractNode, NameNode } from '../syntax/tree.ts';
import type { FiscalYear } from '../time/types.ts';
import { checkDate, checkMonthDay, checkZoneName, inOrder } from './check-time.ts';
import { type CheckContext, firstSaid, report, within } from './context.ts';
import type { Declared } from './declared.ts';

/** What the contract says of itself: title, version, when it takes effect, its zone, currency and parties. */
export function checkHeader(contracts: readonly Declared<ContractNode>[]) {
  contracts
    .slice(1)
    .forEach(({ node, context: at }) =>
      report(at, 'contract/declared-twice', node.span, { what: 'contract' }),
    );
  const first = contracts[0];
  const none = {
    title: '',
    version: '',
    effective: null,
    zone: null,
    currency: null,
    fiscalYear: null,
    parties: [],
  };
  if (first === undefined) return none;
  const inner = within(first.context, `contract "${first.node.name.text}"`);
  const { node } = first;
  const twice = (spans: readonly { readonly span: { start: number; end: number } }[], what: string) =>
    spans.slice(1).forEach(({ span }) => {
      const related = spans[0] === undefined ? [] : firstSaid(inner, spans[0].span);
      report(inner, 'contract/clause-twice', span, { clause: what }, related);
    });
  twice(node.effective, 'effective');
  twice(node.zones, 'zone');
  twice(node.currencies, 'currency');
  twice(node.fiscalYears, 'fiscal');
  const said = node.effective[0];
  const effectiveZone = said === undefined ? null : checkZoneName(inner, said.zone);
  const dated =
    said !== undefined &&
    checkDate(inner, said.from) &&
    (said.until === null ||
      (checkDate(inner, said.until) &&
        inOrder(inner, { from: said.from, to: said.until, span: said.until.span })));
  const choice = node.zones[0];
  const own = choice?.kind === 'zone' ? checkZoneName(inner, choice.zone) : null;
  if (choice?.kind === 'of') report(inner, 'contract/zone-of', choice.span, {});
  const currency = node.currencies[0];
  const isCurrency = currency !== undefined && /^[A-Z]{3}$/.test(currency.text);
  if (currency !== undefined && !isCurrency) {
    report(inner, 'plan/not-a-currency', currency.span, { currency: currency.text });
  }
  return {
    title: node.name.text,
    version: node.version?.text ?? '',
    effective:
      dated && effectiveZone !== null
        ? { from: said.from.text, to: said.until?.text ?? null, zone: effectiveZone }
        : null,
    zone: own ?? effectiveZone,
    currency: isCurrency ? currency.text : null,
    fiscalYear: checkFiscalYear(inner, node.fiscalYears[0]),
    parties: node.parties.map(({ role, name }) => ({ role, name })),
  };
}

function checkFiscalYear(context: CheckContext, written: NameNode | undefined): FiscalYear | null {
  if (written === undefined || checkMonthDay(context, written) === null) return null;
  return written.text as FiscalYear;
}
