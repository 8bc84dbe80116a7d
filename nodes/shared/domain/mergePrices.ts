import type { MessagePrice } from './MessageStatus';

/**
 * Puts together what two notices say about the price of one message, whichever arrived first.
 *
 * What one of them leaves out is taken from the other. Where they contradict each other the message counts as billable,
 * and of two words the later one of the alphabet is kept, so that order never matters.
 *
 * @returns undefined when neither says anything
 */
export function mergePrices(one: MessagePrice | undefined, other: MessagePrice | undefined): MessagePrice | undefined {
	if (!one || !other) return one ?? other;
	return {
		category: later(one.category, other.category),
		type: later(one.type, other.type),
		...(one.subtype || other.subtype ? { subtype: later(one.subtype, other.subtype) } : {}),
		model: later(one.model, other.model),
		isBillable: later(one.isBillable, other.isBillable),
	};
}

function later<Value extends string | boolean>(one: Value | undefined, other: Value | undefined): Value | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return one > other ? one : other;
}
