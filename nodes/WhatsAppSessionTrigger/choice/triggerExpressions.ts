import { TRIGGER_EVENTS } from './triggerEvents';

// Plain data and arrow functions only: n8n's editor and server evaluate this text, and two braces in a row would end it.
const CHOSEN = `${JSON.stringify(
	TRIGGER_EVENTS.map(({ name, value }) => ({ name, value })),
)}.filter((event) => ($parameter["events"] || []).includes(event.value))`;

/** What n8n evaluates to draw the trigger from its parameters; none of it is evaluated for a webhook. */
export const TRIGGER_EXPRESSIONS = {
	/** One output for each chosen event, in the fixed order. */
	outputs: `={{ ${CHOSEN}.map((event) => ({ type: "main", displayName: event.name })) }}`,
	/** Names the chosen events below the node. */
	subtitle: `={{ ${CHOSEN}.map((event) => event.name).join(", ") }}`,
} as const;
