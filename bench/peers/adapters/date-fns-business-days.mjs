// The library knows weekends and no holidays, so it is asked where there are none.
import { tz } from '@date-fns/tz';
import { addBusinessDays } from 'date-fns';

export const create = ({ zone }) => ({
  addDays: (t, days) => addBusinessDays(t, days, { in: tz(zone) }).getTime(),
});
