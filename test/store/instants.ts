/** The instant that these tests count from; nothing in the store may depend on what the clock says. */
export const NOON_MS = Date.UTC(2026, 10, 22, 12);

export const SECOND_MS = 1_000;
export const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;
