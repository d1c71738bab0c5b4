import businessDays from 'luxon-business-days';

const { DateTime } = businessDays;

export function create({ zone, week, holidays }) {
  const openDays = [1, 2, 3, 4, 5, 6, 7].filter((day) => week[day] !== null);
  const closed = new Set(holidays);
  DateTime.now().setupBusiness({
    businessDays: openDays,
    holidayMatchers: [(day) => closed.has(day.toFormat('MM-dd'))],
  });
  return { addDays: (t, days) => DateTime.fromMillis(t, { zone }).plusBusiness({ days }).toMillis() };
}
