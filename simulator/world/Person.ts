/** A WhatsApp user as the simulator plays one. */
export interface Person {
	/** Digits without `+`; also the key under which the simulator keeps the person. */
	waId: string;
	/** The name the person chose in WhatsApp. */
	name: string;
	/** Business-scoped user ID; everybody has one. */
	bsuid: string;
	/** Undefined when the person has none. */
	username?: string;
	/** True when webhooks must not carry the phone number: `from`, `wa_id` and `recipient_id` are left out. */
	hidesPhoneNumber: boolean;
	/** False when messages to the number fail with 131026. */
	isOnWhatsApp: boolean;
	/** True after the person stopped marketing messages: such templates fail with 131050. */
	hasStoppedMarketing: boolean;
	/** IANA zone where the person lives; undefined for that of the number's country, where it has but one. No webhook tells it. */
	timeZone?: string;
}
