import { nearestWord } from '../diagnostics/nearest-word.ts';
import { synonymAmong } from '../diagnostics/synonyms.ts';
import type { NameNode } from '../syntax/tree.ts';
import type { CheckedFact } from './model.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { type CheckContext, report } from './context.ts';
import { type FileBeside, type FindBeside, NOTHING_BESIDE } from './files-beside.ts';

export type Kind =
  | 'severity'
  | 'region'
  | 'channel'
  | 'activity'
  | 'type'
  | 'metric'
  | 'calendar'
  | 'holiday set'
  | 'plan'
  | 'fact'
  | 'event'
  | 'state';

interface Entry {
  readonly name: string;
  /** Where it is declared; null for the words that every contract knows. */
  readonly place: { readonly source: SourceFile; readonly span: Span } | null;
}

/** Words known without declaration. */
const KNOWN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  channel: ['web', 'email', 'phone', 'chat', 'video', 'form', 'visit'],
  activity: ['receive', 'consult', 'administer', 'resolve'],
  metric: ['acknowledge', 'respond', 'reply', 'update', 'workaround', 'resolve', 'appointment', 'report'],
  type: ['incident', 'request', 'question', 'change'],
  event: [
    'opened',
    'described',
    'acknowledged',
    'handed over',
    'reply',
    'call',
    'customer reply',
    'assigned',
    'automatic reply',
    'arrived',
    'raised',
    'lowered',
    'corrected',
    'restored partly',
    'workaround',
    'resolved',
    'reopened',
    'resumed',
    'closed',
    'cancelled',
    'silence',
    'agreed',
    'refused',
    'purchased',
    'down',
    'up',
  ],
  state: [
    'new',
    'open',
    'in progress',
    'waiting',
    'waiting for customer',
    'waiting for provider',
    'waiting for third party',
    'waiting for parts',
    'third party',
    'on hold',
    'planned maintenance',
    'force majeure',
    'silence',
    'resolved',
    'closed',
    'cancelled',
    'duplicate',
    'duplicates',
  ],
};

/** Words that stand for something of their own where a name of the kind is expected, so that no name can be one. */
const TAKEN: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  severity: { all: 'every severity' },
  'holiday set': { none: 'no holidays at all' },
  calendar: { '24x7': 'all of time', '24x5': 'five days with bounds' },
};

/** What each name stands for. Names are told apart by their kind, and an alias leads to its name. */
export class Scope {
  readonly #entries = new Map<Kind, Map<string, Entry>>();
  readonly #facts = new Map<string, CheckedFact>();
  readonly #counted = new Set<string>();
  #findBeside: FindBeside = NOTHING_BESIDE;
  /** Kinds of which some declaration could not be read: what is missing there is not the author's second mistake. */
  readonly #incomplete = new Set<Kind>();

  constructor() {
    for (const [kind, words] of Object.entries(KNOWN)) {
      for (const word of words) this.#of(kind as Kind).set(word, { name: word, place: null });
    }
    this.knowStops();
  }

  /** Files of data are looked for so. */
  lookBeside(find: FindBeside): void {
    this.#findBeside = find;
  }

  /** The file of data that another file names. */
  beside(from: SourceFile, path: string): FileBeside {
    return this.#findBeside(from, path);
  }

  /** Remembers that the contract counts dates in a calendar. */
  countDates(calendar: string): void {
    this.#counted.add(calendar);
  }

  /** The calendars in which the contract counts dates. */
  datesCounted(): readonly string[] {
    return [...this.#counted];
  }

  /** Adds a name and its aliases; a second declaration of one of them is reported and the first stays. */
  declare(context: CheckContext, kind: Kind, name: NameNode, aliases: readonly NameNode[] = []): boolean {
    const entries = this.#of(kind);
    let isNew = true;
    for (const word of [name, ...aliases]) {
      const earlier = entries.get(word.text);
      const taken = TAKEN[kind]?.[word.text];
      if (taken !== undefined)
        report(context, 'names/taken', word.span, { kind, name: word.text, means: taken });
      if (earlier !== undefined && earlier.place !== null) {
        const related = [{ message: 'first declared here', place: earlier.place }];
        report(context, 'names/declared-twice', word.span, { kind, name: word.text }, related);
        if (word === name) isNew = false;
      } else {
        entries.set(word.text, { name: name.text, place: { source: context.source, span: word.span } });
      }
    }
    return isNew;
  }

  /** What a metric promises is an event of the same name. */
  knowStops(): void {
    for (const metric of this.names('metric')) this.know('event', metric);
  }

  /** A name that needs no declaration, such as what every ticket has. */
  know(kind: Kind, name: string): void {
    const entries = this.#of(kind);
    if (!entries.has(name)) entries.set(name, { name, place: null });
  }

  /** What the facts are that the contract declares; of two of one name the first counts. */
  knowFacts(facts: readonly CheckedFact[]): void {
    for (const fact of facts) if (!this.#facts.has(fact.name)) this.#facts.set(fact.name, fact);
  }

  fact(name: string): CheckedFact | null {
    return this.#facts.get(name) ?? null;
  }

  facts(): readonly CheckedFact[] {
    return [...this.#facts.values()];
  }

  markIncomplete(kind: Kind): void {
    this.#incomplete.add(kind);
  }

  isIncomplete(kind: Kind): boolean {
    return this.#incomplete.has(kind);
  }

  has(kind: Kind, name: string): boolean {
    return this.#of(kind).has(name);
  }

  /** The declared name that a name or alias stands for; null, and a finding, where there is none. */
  resolve(context: CheckContext, kind: Kind, name: NameNode): string | null {
    const entry = this.#of(kind).get(name.text);
    if (entry !== undefined) return entry.name;
    if (this.#incomplete.has(kind)) return null;
    const candidates = [...this.#of(kind).keys()];
    const nearest = nearestWord(name.text, candidates) ?? synonymAmong(kind, name.text, candidates);
    report(context, 'names/unknown', name.span, { kind, name: name.text, nearest, candidates });
    return null;
  }

  /** The same for a name that may be of several kinds: the first of them that has it. */
  resolveOneOf<K extends Kind>(
    context: CheckContext,
    kinds: readonly K[],
    name: NameNode,
  ): { readonly kind: K; readonly name: string } | null {
    for (const kind of kinds) {
      const entry = this.#of(kind).get(name.text);
      if (entry !== undefined) return { kind, name: entry.name };
    }
    if (kinds.some((kind) => this.#incomplete.has(kind))) return null;
    const candidates = [...new Set(kinds.flatMap((kind) => [...this.#of(kind).keys()]))];
    const nearest = nearestWord(name.text, candidates);
    const kind = kinds.join(' or ');
    report(context, 'names/unknown', name.span, { kind, name: name.text, nearest, candidates });
    return null;
  }

  /** The kinds, of those given, under which a name is known. */
  kindsOf(name: string, kinds: readonly Kind[]): readonly Kind[] {
    return kinds.filter((kind) => this.#of(kind).has(name));
  }

  names(kind: Kind): readonly string[] {
    return [...new Set([...this.#of(kind).values()].map((entry) => entry.name))];
  }

  #of(kind: Kind): Map<string, Entry> {
    let entries = this.#entries.get(kind);
    if (entries === undefined) {
      entries = new Map();
      this.#entries.set(kind, entries);
    }
    return entries;
  }
}
