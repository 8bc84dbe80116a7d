import type { JsonObject } from '../JsonObject.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Group } from '../world/Group.ts';
import type { Person } from '../world/Person.ts';

/** A send request that is being checked; the checks fill in what they find. */
export interface SendDraft {
	/** Body of the request. */
	body: JsonObject;
	/** Business number that sends. */
	number: BusinessNumber;
	/** Last part of the path that it was posted to. */
	endpoint: 'messages' | 'marketing_messages';
	/** By the simulator's clock; epoch milliseconds. */
	nowMs: number;
	/** Meta's message type; `text` when the request names none. */
	type: string;
	/** The type's own object; empty until checked. */
	content: JsonObject;
	/** Undefined until the address was checked, and of a message to a group. */
	person?: Person;
	/** The group that it goes to; undefined until the address was checked, and of a message to one person. */
	group?: Group;
	/** The address as it was given; empty until checked. */
	input: string;
	/** Which parameters the address came in; `to` wins over `recipient`. */
	addressedBy: { phoneNumber: boolean; bsuid: boolean };
	/** The template that Meta makes of a message by Direct Send, by its ID; undefined for every other message. */
	generatedTemplateId?: string;
	/** Template messages only; undefined when the name does not exist in the language. */
	template?: TemplateDefinition;
}
