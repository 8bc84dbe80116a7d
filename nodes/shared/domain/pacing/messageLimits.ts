import type { Spacing } from './spacing';

/**
 * Messages a second that one business number may send and receive, by what Meta calls its throughput level.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (updated 2026-05-21, read 2026-11-26)
 */
export const PER_SECOND = { standard: 80, high: 1000, withBusinessApp: 20 } as const;

/**
 * Messages from one business number to one person: 45 within 6 seconds, borrowed from later, and one in 6 seconds from then on.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (read 2026-05)
 */
export const PER_PERSON: Spacing = { intervalMs: 6_000, burst: 45 };
