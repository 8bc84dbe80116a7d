/**
 * As what a message goes out:
 *
 * - `freeForm`: within the customer service window, whatever it says;
 * - `template`: an approved template;
 * - `directSend`: a utility message that WhatsApp itself makes a template of, for accounts that have Direct Send.
 */
export type SentAs = (typeof SENT_AS)[number];

/** Every one of them. */
export const SENT_AS = ['freeForm', 'template', 'directSend'] as const;
