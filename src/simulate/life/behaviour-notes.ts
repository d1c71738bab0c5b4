import type { Behaviour } from '../../check/behaviour-model.ts';
import type { ArrivalStream } from '../../check/simulation-model.ts';
import type { PreparedSimulation } from '../prepare.ts';

/** What of the behaviour of customers shaped the figures, each a sentence. */
export function behaviourNotes(prepared: PreparedSimulation): readonly string[] {
  const { simulation, lives, desk, engine, times } = prepared;
  const streams = simulation.arrivals;
  const kinds = new Set(streams.flatMap(({ behaviour }) => behaviour.map(({ kind }) => kind)));
  const notes: string[] = [];
  const say = (kind: Behaviour['kind'], note: string) => {
    if (kinds.has(kind)) notes.push(note);
  };
  if (kinds.size > 0)
    notes.push(
      `Customers do what is said of them (${[...kinds].map((kind) => `\`${kind === 'event' ? 'happens' : kind}\``).join(', ')}); the desk sees the severity in force${desk.discipline.includes('deadline') ? ' and the deadline that comes with it' : ''}. A ticket counts under the severity that it was reported with.`,
    );
  say(
    'misjudged',
    'Work on a ticket that is reported as another severity takes as long as that of what it truly is.',
  );
  say(
    'reopened',
    'A ticket is reopened once at most; what was done before and what is done then both count.',
  );
  if (kinds.has('undescribed') && times.every(({ untilDescribed }) => untilDescribed === null))
    notes.push(
      'A ticket without a description is worked on like any other; a step `wait "for the description" { otherwise until described }` lets the work behind it wait.',
    );
  const described = lives.program.versions[0]?.describedFact ?? -1;
  const silent = streams.filter((stream) => !does(stream, 'undescribed'));
  if (described !== -1 && silent.length > 0 && engine.plan.conduct.rules.length > 0)
    notes.push(
      `All tickets${silent.length === streams.length ? '' : ` of ${silent.map(({ name }) => `\`${name}\``).join(', ')}`} come with a description, since no line says how many are \`undescribed\`.`,
    );
  const asks = engine.plan.conduct.rules.some(({ consent }) => consent !== null);
  const unheard = streams.filter((stream) => !does(stream, 'agrees'));
  if (asks && kinds.has('event') && unheard.length > 0)
    notes.push(
      'No line says how many customers agree (`agrees in …`), so nobody answers what the contract asks; silence means there what it says.',
    );
  return notes;
}

function does({ behaviour }: ArrivalStream, kind: Behaviour['kind']): boolean {
  return behaviour.some((each) => each.kind === kind);
}
