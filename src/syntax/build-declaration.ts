import type { OutlineEntry } from '../../grammar/outline.ts';
import type { Context } from '../../grammar/words.ts';
import type { Span } from '../text/source.ts';
import {
  buildClosed,
  buildHolidayRow,
  buildHolidaysClause,
  buildHoursExpression,
  buildOpen,
  buildSeasonHead,
  buildUse,
  buildZoneClause,
} from './build-calendar.ts';
import { buildCloses, buildEvery, buildPauseCap, buildReopen, whichOf } from './build-clock.ts';
import { buildChange, buildEscalate, buildRule, wordsOf } from './build-conduct.ts';
import {
  buildCredit,
  buildOption,
  buildPrice,
  buildRate as buildBandedRate,
  buildSurcharge,
} from './build-money.ts';
import {
  buildAvailable,
  buildCharge,
  buildEligible,
  buildLanguages,
  buildProvision,
  buildQuota,
  buildRollover,
  buildVersions,
} from './build-entitlement.ts';
import {
  buildCondition,
  buildMoment,
  buildName,
  buildNames,
  buildSelector,
  buildWords,
  buildZone,
  buildZoneChoice,
  nameOfToken,
} from './build-parts.ts';
import {
  buildAttain,
  buildBusiness,
  buildChannels,
  buildCoverage,
  buildFeature,
  buildPlanHead,
  buildTargetHeader,
  buildTargetRow,
  promiseWordOf,
} from './build-plan.ts';
import {
  buildHourRow,
  buildNumberClause,
  buildRate,
  buildShares,
  buildSpanClause,
  buildTakes,
  buildTeam,
  buildWarmUp,
  buildWorkHead,
  buildWorkRow,
} from './build-simulation.ts';
import { buildContractTerm, buildNote } from './build-terms.ts';
import type { ClauseReader, ReadClause } from './clause-reader.ts';
import { hasWord, node, nodes, optionalNode, token, tokens } from './cst.ts';
import type {
  ArrivalsNode,
  CalendarClauseNode,
  CalendarNode,
  ClockNode,
  ContractNode,
  DeclarationNode,
  DeskNode,
  FactNode,
  HolidaysNode,
  NameNode,
  OpenNode,
  PlanClauseNode,
  PlanNode,
  RegionNode,
  ScenarioClauseNode,
  SeasonNode,
  SeverityNode,
  SimulationClauseNode,
  SimulationNode,
  TargetRowNode,
  TargetsNode,
  WordNode,
  WorkNode,
  WorkRowNode,
} from './tree.ts';

interface Rows<T> {
  readonly items: readonly T[];
  /** True when a row or clause could not be read. */
  readonly broken: boolean;
}

function buildFact({ cst, span }: ReadClause): FactNode {
  const names = optionalNode(cst, 'names');
  const kind = hasWord(cst, 'yes') ? 'truth' : hasWord(cst, 'number') ? 'number' : 'text';
  return {
    name: nameOfToken(token(cst, 'Identifier')),
    text: buildWords(cst),
    type: names === null ? { kind } : { kind: 'words', words: buildNames(names) },
    broken: false,
    span,
  };
}

function buildSeverity({ cst, span }: ReadClause): SeverityNode {
  const names = nodes(cst, 'name').map(buildName);
  const condition = optionalNode(cst, 'condition');
  return {
    name: names[0] as NameNode,
    aliases: [...tokens(cst, 'Identifier').map(nameOfToken), ...names.slice(1)],
    text: buildWords(cst),
    when: condition !== null ? buildCondition(condition) : hasWord(cst, 'otherwise') ? 'otherwise' : null,
    broken: false,
    span,
  };
}

function buildRegion({ cst, span }: ReadClause): RegionNode {
  const zone = optionalNode(cst, 'zone');
  const holidays = optionalNode(cst, 'names');
  return {
    name: buildName(node(cst, 'name')),
    text: buildWords(cst),
    zone: zone === null ? null : buildZone(zone),
    holidays: holidays === null ? [] : buildNames(holidays),
    broken: false,
    span,
  };
}

function buildScenarioClause({ rule, cst, span }: ReadClause): ScenarioClauseNode {
  if (rule === 'openedClause') return { kind: 'opened', at: buildMoment(node(cst, 'moment')), span };
  if (rule === 'namedClause') {
    const kind = token(cst, 'Identifier').image as 'plan' | 'severity' | 'region' | 'channel' | 'type';
    return { kind, name: buildName(node(cst, 'name')), span };
  }
  const metric = buildName(node(cst, 'name'));
  const word = optionalNode(cst, 'promiseWord');
  if (word !== null) return { kind: 'expect word', metric, word: promiseWordOf(word), span };
  return { kind: 'expect by', metric, by: buildMoment(node(cst, 'moment')), span };
}

/** Blocks that say nothing without a row. */
const NEVER_EMPTY: ReadonlySet<Context> = new Set(['facts', 'severities', 'regions', 'hours', 'work']);

/** From outline entries to declarations: reads the head, then each clause of the block in the block's context. */
export class BlockBuilder {
  readonly #reader: ClauseReader;

  constructor(reader: ClauseReader) {
    this.#reader = reader;
  }

  declaration(entry: OutlineEntry): DeclarationNode | null {
    const head = this.#reader.read(entry, 'file', []);
    if (head === null) return null;
    const { cst, span } = head;
    switch (head.rule) {
      case 'contractHead':
        return this.#contract(head);
      case 'factsHead': {
        const { items, broken } = this.#rows(head, 'facts', ['facts'], buildFact);
        return { kind: 'facts', rows: items, broken, span };
      }
      case 'declaredWord': {
        const kind = token(cst, 'Identifier').image as WordNode['kind'];
        return { kind, name: buildName(node(cst, 'name')), text: buildWords(cst), broken: false, span };
      }
      case 'severitiesHead': {
        const { items, broken } = this.#rows(head, 'severities', ['severities'], buildSeverity);
        return { kind: 'severities', rows: items, broken, span };
      }
      case 'regionsHead': {
        const key = nameOfToken(token(cst, 'Identifier', 1));
        const { items, broken } = this.#rows(head, 'regions', ['regions'], buildRegion);
        return { kind: 'regions', key, rows: items, broken, span };
      }
      case 'calendarHead':
        return this.#calendar(head);
      case 'holidaysHead':
        return this.#holidays(head);
      case 'planHead':
        return this.#plan(head);
      case 'targetsByPlanHead': {
        const metric = buildName(node(cst, 'name'));
        const table = this.#targets(head, [`targets ${metric.text} by plan`]);
        return { ...table, kind: 'targets by plan', metric };
      }
      case 'clockHead':
        return this.#clock(head);
      case 'scenarioHead':
        return this.#scenario(head);
      case 'simulationHead':
        return this.#simulation(head);
      case 'ruleClause':
        return buildRule(cst, span, this.#reader.source.text);
      case 'changeClause':
        return buildChange(cst, span, this.#reader.source.text);
      case 'escalateClause':
        return buildEscalate(cst, span);
      default:
        throw new Error(`no builder for ${head.rule}`);
    }
  }

  /** The clauses of a block, each turned into what it says; null from `build` means it says nothing by itself. */
  #rows<T>(
    head: ReadClause,
    context: Context,
    path: readonly string[],
    build: (clause: ReadClause) => T | null,
  ): Rows<T> {
    const items: T[] = [];
    const block = head.entry.block;
    let broken = block?.close === null;
    if (block !== null && NEVER_EMPTY.has(context)) {
      broken = this.#reader.reportEmpty(head.entry, block.entries, path) || broken;
    }
    for (const entry of block?.entries ?? []) {
      const clause = this.#reader.read(entry, context, path);
      const item = clause === null ? null : build(clause);
      if (item === null) broken = true;
      else items.push(item);
    }
    return { items, broken };
  }

  #contract(head: ReadClause): ContractNode {
    const texts = tokens(head.cst, 'Text').map(nameOfToken);
    const name = texts[0] as NameNode;
    const parties: { role: string; name: string; span: Span }[] = [];
    const effective: {
      from: NameNode;
      until: NameNode | null;
      zone: ReturnType<typeof buildZone>;
      span: Span;
    }[] = [];
    const zones: ReturnType<typeof buildZoneChoice>[] = [];
    const currencies: NameNode[] = [];
    const terms: ContractNode['terms'][number][] = [];
    const { broken } = this.#rows(head, 'contract', [`contract "${name.text}"`], (clause) => {
      const { rule, cst, span } = clause;
      if (rule === 'partyClause') {
        parties.push({ role: token(cst, 'Identifier').image, name: buildWords(cst), span });
      } else if (rule === 'effectiveClause') {
        const until = tokens(cst, 'Date')[1];
        effective.push({
          from: nameOfToken(token(cst, 'Date')),
          until: until === undefined ? null : nameOfToken(until),
          zone: buildZone(node(cst, 'zone')),
          span,
        });
      } else if (rule === 'zoneClause') zones.push(buildZoneChoice(cst));
      else if (rule === 'currencyClause') currencies.push(nameOfToken(token(cst, 'Identifier', 1)));
      else {
        const term = buildContractTerm(clause, this.#reader.source.text);
        if (term === null) throw new Error(`no builder for ${rule}`);
        terms.push(term);
      }
      return true;
    });
    const version = texts[1] ?? null;
    return {
      kind: 'contract',
      name,
      text: '',
      version,
      parties,
      effective,
      zones,
      currencies,
      terms,
      broken,
      span: head.span,
    };
  }

  #calendar(head: ReadClause): CalendarNode {
    const name = buildName(node(head.cst, 'name'));
    const expression = optionalNode(head.cst, 'hoursExpression');
    const path = [`calendar ${name.text}`];
    const { items, broken } = this.#rows(head, 'calendar', path, (clause) =>
      this.#calendarClause(clause, path),
    );
    return {
      kind: 'calendar',
      name,
      text: buildWords(head.cst),
      expression: expression === null ? null : buildHoursExpression(expression),
      clauses: items,
      broken,
      span: head.span,
    };
  }

  #calendarClause(clause: ReadClause, path: readonly string[]): CalendarClauseNode {
    const { cst, span } = clause;
    switch (clause.rule) {
      case 'zoneClause':
        return buildZoneClause(cst, span);
      case 'openClause':
        return buildOpen(cst, span);
      case 'closedClause':
        return buildClosed(cst, span);
      case 'holidaysClause':
        return buildHolidaysClause(cst, span);
      case 'useClause':
        return buildUse(cst, span);
      case 'seasonHead':
        return this.#season(clause, path);
      default:
        throw new Error(`no builder for ${clause.rule}`);
    }
  }

  #season(head: ReadClause, path: readonly string[]): SeasonNode {
    const { items, broken } = this.#rows(head, 'season', [...path, 'season'], ({ cst, span }) =>
      buildOpen(cst, span),
    );
    const open = items.filter((item): item is OpenNode => item.kind === 'open');
    return {
      kind: 'season',
      ...buildSeasonHead(head.cst),
      open,
      broken: broken || open.length < items.length,
      span: head.span,
    };
  }

  #holidays(head: ReadClause): HolidaysNode {
    const name = buildName(node(head.cst, 'name'));
    const { items, broken } = this.#rows(head, 'holidays', [`holidays ${name.text}`], ({ cst, span }) =>
      buildHolidayRow(cst, span),
    );
    return {
      kind: 'holidays',
      name,
      text: buildWords(head.cst),
      sources: items.flatMap((item) => (item.kind === 'source' ? [item.source] : [])),
      rules: items.flatMap((item) => (item.kind === 'rule' ? [item.rule] : [])),
      covers: items.flatMap((item) => (item.kind === 'covers' ? [item.covers] : [])),
      days: items.flatMap((item) => (item.kind === 'day' ? [item.day] : [])),
      keywords: items.flatMap((item) =>
        item.kind === 'source' || item.kind === 'covers' ? [{ ...item.keyword, says: item.kind }] : [],
      ),
      broken,
      span: head.span,
    };
  }

  #plan(head: ReadClause): PlanNode {
    const said = buildPlanHead(head.cst);
    const path = [`plan ${said.name.text}`];
    const { items, broken } = this.#rows(head, 'plan', path, (clause) => this.#planClause(clause, path));
    return { kind: 'plan', ...said, clauses: items, broken, span: head.span };
  }

  #planClause(clause: ReadClause, path: readonly string[]): PlanClauseNode {
    const { cst, span } = clause;
    switch (clause.rule) {
      case 'coverageClause':
        return buildCoverage(cst, span);
      case 'channelsClause':
        return buildChannels(cst, span);
      case 'businessClause':
        return buildBusiness(cst, span);
      case 'targetsHead':
        return this.#targets(clause, [...path, 'targets']);
      case 'attainClause':
        return buildAttain(cst, span);
      case 'quotaClause':
        return buildQuota(cst, span);
      case 'rolloverClause':
        return buildRollover(cst, span);
      case 'chargeClause':
        return buildCharge(cst, span);
      case 'eligibleClause':
        return buildEligible(cst, span);
      case 'provisionClause':
        return buildProvision(cst, span);
      case 'languagesClause':
        return buildLanguages(cst, span);
      case 'versionsClause':
        return buildVersions(cst, span);
      case 'availableClause':
        return buildAvailable(cst, span);
      case 'priceClause':
        return buildPrice(cst, span);
      case 'bandedRateClause':
        return buildBandedRate(cst, span);
      case 'optionClause':
        return buildOption(cst, span);
      case 'surchargeClause':
        return buildSurcharge(cst, span);
      case 'creditClause':
        return buildCredit(cst, span);
      case 'featureClause':
        return buildFeature(cst, span);
      case 'ruleClause':
        return buildRule(cst, span, this.#reader.source.text);
      case 'changeClause':
        return buildChange(cst, span, this.#reader.source.text);
      case 'escalateClause':
        return buildEscalate(cst, span);
      case 'noteClause':
        return buildNote(clause);
      default:
        throw new Error(`no builder for ${clause.rule}`);
    }
  }

  /** The first row names the columns; the rest are severities with their cells. */
  #targets(head: ReadClause, path: readonly string[]): TargetsNode {
    const [first, ...rest] = head.entry.block?.entries ?? [];
    const headless = first !== undefined && this.#reader.isA(first, 'targetRow');
    if (headless) this.#reader.reportMissingHeader(first, path);
    const header = first === undefined || headless ? null : this.#reader.readAs(first, 'targetHeader', path);
    const rows: TargetRowNode[] = [];
    let broken = header === null || head.entry.block?.close === null;
    if (header !== null || first === undefined)
      broken = this.#reader.reportEmpty(head.entry, rest, path) || broken;
    for (const entry of headless ? [first, ...rest] : rest) {
      const clause = this.#reader.read(entry, 'targets', path);
      if (clause === null) broken = true;
      else rows.push(buildTargetRow(clause.cst, clause.span));
    }
    return {
      kind: 'targets',
      for: buildSelector(head.cst),
      columns: header === null ? null : buildTargetHeader(header),
      rows,
      broken,
      span: head.span,
    };
  }

  #clock(head: ReadClause): ClockNode {
    const name = buildName(node(head.cst, 'name'));
    const { text } = this.#reader.source;
    const starts: NameNode[] = [];
    const stops: NameNode[] = [];
    const pauses: NameNode[] = [];
    const pauseCaps: ClockNode['terms']['pauseCaps'][number][] = [];
    const reopens: ClockNode['terms']['reopens'][number][] = [];
    const closes: ClockNode['terms']['closes'][number][] = [];
    const every: ClockNode['terms']['every'][number][] = [];
    let startsAt: 'first' | 'last' | null = null;
    let stopsAt: 'first' | 'last' | null = null;
    const { broken } = this.#rows(head, 'clock', [`clock ${name.text}`], ({ rule, cst, span }) => {
      if (rule === 'startsClause') {
        starts.push(...buildNames(node(cst, 'names')));
        startsAt ??= whichOf(cst);
      } else if (rule === 'stopsClause') {
        stops.push(...buildNames(node(cst, 'names')));
        stopsAt ??= whichOf(cst);
      } else if (rule === 'reopenClause') reopens.push(buildReopen(cst, span));
      else if (rule === 'closesClause') closes.push(buildCloses(cst, span, text));
      else if (rule === 'everyClause') every.push(buildEvery(cst, span, text));
      else {
        pauses.push(...nodes(cst, 'state').map((state) => wordsOf(state, text)));
        const cap = buildPauseCap(cst, span);
        if (cap !== null) pauseCaps.push(cap);
      }
      return true;
    });
    const terms = { startsAt, stopsAt, pauseCaps, reopens, closes, every };
    return { kind: 'clock', name, text: '', starts, stops, pauses, terms, broken, span: head.span };
  }

  #scenario(head: ReadClause): DeclarationNode {
    const name = nameOfToken(token(head.cst, 'Text'));
    const { items, broken } = this.#rows(head, 'scenario', [`scenario "${name.text}"`], buildScenarioClause);
    return { kind: 'scenario', name, text: '', clauses: items, broken, span: head.span };
  }

  #simulation(head: ReadClause): SimulationNode {
    const name = nameOfToken(token(head.cst, 'Text'));
    const path = [`simulation "${name.text}"`];
    const { items, broken } = this.#rows(head, 'simulation', path, (clause) =>
      this.#simulationClause(clause, path),
    );
    return { kind: 'simulation', name, text: '', clauses: items, broken, span: head.span };
  }

  #simulationClause(clause: ReadClause, path: readonly string[]): SimulationClauseNode {
    const { cst, span } = clause;
    switch (clause.rule) {
      case 'simulatedContractClause':
        return { kind: 'contract', path: nameOfToken(token(cst, 'Text')), span };
      case 'plansClause':
        return { kind: 'plans', names: buildNames(node(cst, 'names')), span };
      case 'spanClause':
        return buildSpanClause(cst, span);
      case 'warmUpClause':
        return buildWarmUp(cst, span);
      case 'seedClause':
        return buildNumberClause(cst, span);
      case 'arrivalsHead':
        return this.#arrivals(clause, path);
      case 'workHead':
        return this.#work(clause, path);
      case 'deskHead':
        return this.#desk(clause, path);
      default:
        throw new Error(`no builder for ${clause.rule}`);
    }
  }

  #arrivals(head: ReadClause, path: readonly string[]): ArrivalsNode {
    const name = nameOfToken(token(head.cst, 'Text'));
    const inner = [...path, `arrivals "${name.text}"`];
    const said: { -readonly [K in 'region' | 'zone' | 'rate' | 'hours']: ArrivalsNode[K] } = {
      region: null,
      zone: null,
      rate: null,
      hours: null,
    };
    const shares: ArrivalsNode['shares'][number][] = [];
    const { broken } = this.#rows(head, 'arrivals', inner, (clause) => {
      const { cst, span } = clause;
      if (clause.rule === 'namedClause') said.region = buildName(node(cst, 'name'));
      else if (clause.rule === 'zoneClause') said.zone = buildZoneChoice(cst);
      else if (clause.rule === 'rateClause') said.rate = buildRate(cst, span);
      else if (clause.rule === 'sharesClause') shares.push(buildShares(cst, span));
      else {
        const rows = this.#rows(clause, 'hours', [...inner, 'hours'], (row) =>
          buildHourRow(row.cst, row.span),
        );
        said.hours = rows.broken ? null : { rows: rows.items, span };
        if (rows.broken) return null;
      }
      return true;
    });
    return { kind: 'arrivals', name, text: '', ...said, shares, broken, span: head.span };
  }

  #work(head: ReadClause, path: readonly string[]): WorkNode {
    const said = buildWorkHead(head.cst);
    const { items, broken } = this.#rows<WorkRowNode>(
      head,
      'work',
      [...path, `${said.kind} "${said.name.text}"`],
      (row) => buildWorkRow(row.cst, row.span),
    );
    return { ...said, text: '', rows: items, broken, span: head.span };
  }

  #desk(head: ReadClause, path: readonly string[]): DeskNode {
    const teams: DeskNode['teams'][number][] = [];
    const takes: DeskNode['takes'][number][] = [];
    const { broken } = this.#rows(head, 'desk', [...path, 'desk'], ({ rule, cst, span }) => {
      if (rule === 'teamClause') teams.push(buildTeam(cst, span));
      else takes.push(buildTakes(cst, span));
      return true;
    });
    return { kind: 'desk', teams, takes, broken, span: head.span };
  }
}
