/** Something in an outbound message that the person can tap. */
export interface MessageButton {
	/**
	 * `quickReply` of a template, `reply` and `listRow` of an interactive message. Some ask for more than a tap: for a location,
	 * for contact details, for the permission to call, for a call, for a form (`flow`, `address`), for a payment (`pay`). `other` opens
	 * on the phone.
	 */
	kind:
		| 'quickReply'
		| 'reply'
		| 'listRow'
		| 'location'
		| 'contactInfo'
		| 'callPermission'
		| 'call'
		| 'flow'
		| 'address'
		| 'pay'
		| 'other';
	/** The words on it. */
	text: string;
	/** Payload or ID that a tap sends back, or the answer of `callPermission`; empty for those that send none. */
	value: string;
	/** Address, number or code that it opens, calls or copies; undefined when it has none. */
	opens?: string;
	/** Second line of a list row; undefined when it has none. */
	description?: string;
}
