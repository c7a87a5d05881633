// Two weeks in the spring of 2026, Monday to Sunday, as people work in China (UTC+8).

export const MONDAY = Date.UTC(2026, 2, 2) - 8 * 3_600_000;
export const DAYS = 14;
const HOUR = 3_600_000;

/** Weight of each hour of the day: the morning, a lunch break, the afternoon, a few in the evening. */
const HOURS = [0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.5, 2, 7, 9, 8, 3, 5, 9, 9, 8, 6, 3, 2, 1.5, 1.2, 0.8, 0.4];

/** A moment in local time: day 0 is the first Monday. */
export const at = (day, hour, minute = 0, second = 0) => MONDAY + ((day * 24 + hour) * 60 + minute) * 60_000 + second * 1000;

export function moment(rng) {
  const day = rng.weighted(Array.from({ length: DAYS }, (_, index) => [index, index % 7 > 4 ? 0.25 : 1]));
  const hour = rng.weighted(HOURS.map((weight, index) => [index, weight]));
  return MONDAY + (day * 24 + hour) * HOUR + rng.integer(0, 3599) * 1000;
}
