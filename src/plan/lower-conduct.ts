import type { ClockTerms } from '../check/clock-model.ts';
import type { BindingTerms, Conduct, Stretch } from '../check/conduct-model.ts';
import { EVERYTHING } from '../check/check-selector.ts';
import type { Selector } from '../check/model.ts';
import type { PlanClockTerms } from './clock-model.ts';
import type { PlanSelector } from './model.ts';
import type { CalendarTable } from './lower-calendars.ts';
import type { PlanBinding, PlanConduct, PlanStretch, KeyedCalendars } from './conduct-model.ts';

/** Calendars by name to calendars by index, once for all tickets that a calendar tells apart. */
export class ConductLowering {
  readonly #selectorOf: (selector: Selector) => PlanSelector;
  readonly #calendars: CalendarTable;

  constructor(calendars: CalendarTable, selectorOf: (selector: Selector) => PlanSelector) {
    this.#selectorOf = selectorOf;
    this.#calendars = calendars;
  }

  conduct({ events, states, rules, changes, escalations }: Conduct<string>): PlanConduct {
    return {
      events,
      states,
      rules: rules.map((rule) => ({
        ...rule,
        trigger: rule.trigger === null ? null : this.#trigger(rule.trigger),
        stages: rule.stages.map((stage) => ({ ...stage, after: this.stretch(stage.after) })),
        consent:
          rule.consent?.silence === 'agrees'
            ? { silence: 'agrees', after: this.stretch(rule.consent.after) }
            : rule.consent,
      })),
      changes: changes.map((change) => ({
        ...change,
        floor: change.floor === null ? null : { ...change.floor, by: this.stretch(change.floor.by) },
      })),
      escalations,
    };
  }

  clockTerms(terms: ClockTerms<string>): PlanClockTerms {
    const { pauses, work, reopen, closes, repeats } = terms;
    return {
      ...terms,
      pauses: pauses.map(({ cap, during, ...pause }) => ({
        ...pause,
        during: during === null ? null : this.#calendar(during),
        cap: cap === null ? null : { ...cap, by: this.stretch(cap.by) },
      })),
      work: work.map(({ during, ...limit }) => ({
        ...limit,
        during: during === null ? null : this.#calendar(during),
      })),
      reopen: { ...reopen, within: this.#perhaps(reopen.within) },
      closes:
        closes === null
          ? null
          : {
              ...closes,
              after: this.stretch(closes.after),
              reminders: closes.reminders.map(({ by, side }) => ({ by: this.stretch(by), side })),
            },
      repeats: repeats === null ? null : { ...repeats, group: this.#perhaps(repeats.group) },
    };
  }

  binding(terms: BindingTerms<string>): PlanBinding {
    return { ...terms, term: this.#perhaps(terms.term), notice: this.#perhaps(terms.notice) };
  }

  #trigger(trigger: NonNullable<Conduct<string>['rules'][number]['trigger']>) {
    switch (trigger.kind) {
      case 'event':
        return trigger;
      case 'state':
        return { ...trigger, after: this.stretch(trigger.after) };
      case 'due':
        return { ...trigger, by: this.stretch(trigger.by) };
    }
  }

  #perhaps(stretch: Stretch<string> | null): PlanStretch | null {
    return stretch === null ? null : this.stretch(stretch);
  }

  /** A length of time with its calendars. */
  stretch(stretch: Stretch<string>): PlanStretch {
    switch (stretch.kind) {
      case 'elapsed':
        return stretch;
      case 'hours':
        return { ...stretch, calendar: this.#calendar(stretch.calendar) };
      case 'days':
        return { ...stretch, calendar: stretch.calendar === null ? null : this.#calendar(stretch.calendar) };
    }
  }

  #calendar(name: string): KeyedCalendars {
    return this.#calendars.groups(EVERYTHING, [name]).map(({ when, key }) => ({
      when: this.#selectorOf(when),
      calendar: this.#calendars.indexOf(name, key),
    }));
  }
}
