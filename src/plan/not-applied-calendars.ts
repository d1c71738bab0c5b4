import type { LimitedOthers } from '../check/calendar-model.ts';
import type { CheckedContract } from '../check/model.ts';

/** What calendars say of tickets that limited hours do not admit, beyond that their clocks stop. */
export function calendarsNotApplied({ calendars }: CheckedContract): readonly string[] {
  return calendars.flatMap(({ name, body }) => {
    if (body.kind !== 'civil') return [];
    const lines = [body.limited, ...body.seasons.map(({ value }) => value.limited)].flat();
    const said = [
      ...lines.map(({ value }) => value.others),
      ...body.dated.map(({ value }) => value.limited?.others ?? 'stop'),
    ];
    return [...new Set(said)].flatMap((others) =>
      others === 'stop'
        ? []
        : [
            `\`others ${WORDS[others]}\` of the calendar \`${name}\` is not carried out: in limited hours the clocks of others stop.`,
          ],
    );
  });
}

const WORDS: Readonly<Record<Exclude<LimitedOthers, 'stop'>, string>> = {
  'best effort': 'best effort',
  'no promise': 'lose the promise',
};
