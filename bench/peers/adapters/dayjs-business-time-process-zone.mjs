import dayjs from 'dayjs';
import { createWith } from './dayjs-business-time.mjs';

export const create = (calendar) => createWith(calendar, (t) => dayjs(t));
