/** The workflows in `examples/`, by file name without `.json`. */
export const exampleNames = [
	'support-auto-reply',
	'appointment-reminder',
	'order-update',
	'opt-in-by-form',
	'window-closing-reminder',
	're-engagement-campaign',
	'stop-with-confirmation',
	'bot-and-people',
	'book-an-appointment',
	'keep-and-nudge',
	'abandoned-cart',
	'photos-into-archive',
	'agent-reaches-people',
	'order-and-payment',
] as const;

/** One of the workflows in `examples/`. */
export type ExampleName = (typeof exampleNames)[number];
