import { CannotConvertError } from '../CannotConvertError';
import type { GivenParameters } from '../GivenParameters';
import type { NodeConversion } from '../NodeConversion';

/** The events of our trigger in the order of its outputs, as far as the built-in one has them. */
const ORDER = ['message', 'messageStatus', 'messageFailed', 'templateChange', 'accountChange'];
const STATUS_EVENTS = ['messageStatus', 'messageFailed'];

const EVENT_OF_UPDATE: Readonly<Record<string, string>> = {
	messages: 'message',
	message_template_quality_update: 'templateChange',
	message_template_status_update: 'templateChange',
	template_category_update: 'templateChange',
	account_review_update: 'accountChange',
	account_update: 'accountChange',
	business_capability_update: 'accountChange',
	phone_number_name_update: 'accountChange',
	phone_number_quality_update: 'accountChange',
	security: 'accountChange',
};

const UNPUBLISH =
	'Unpublish the old workflow before you publish this one, or set Registration Level to Phone Number: an app of Meta posts to one address.';

/** What else in the workflow decides how the trigger is set. */
export interface TriggerUse {
	/** Whether an expression reads `statuses`. */
	readsStatuses: boolean;
	/** Whether an expression was pointed at Meta's own object. */
	readsOriginal: boolean;
}

/**
 * WhatsApp Trigger becomes WhatsApp Session Trigger.
 *
 * Statuses get outputs of their own, and no wire: an answer to the person that they led to would be answered by further statuses.
 *
 * @throws {CannotConvertError} when what it listens for is an expression, or unknown
 */
export function convertTrigger(given: GivenParameters, { readsStatuses, readsOriginal }: TriggerUse): NodeConversion {
	const updates = readNames(given.take('updates'), 'updates') ?? [];
	const strangers = updates.filter((update) => !Object.hasOwn(EVENT_OF_UPDATE, update));
	if (strangers.length > 0) throw new CannotConvertError(`it listens for what this pack does not know: ${strangers.join(', ').slice(0, 80)}.`);
	const statuses = updates.includes('messages') ? chooseStatuses(readNames(given.take('options', 'messageStatusUpdates'), 'messageStatusUpdates'), readsStatuses) : [];
	const chosen = new Set([...updates.map((update) => EVENT_OF_UPDATE[update]), ...statuses.map((status) => (status === 'failed' ? 'messageFailed' : 'messageStatus'))]);
	const found = ORDER.filter((event) => chosen.has(event));
	const events = found.length > 0 ? found : ['message'];
	const filtered = statuses.filter((status) => !['failed', 'all', 'deleted'].includes(status));
	const options = { ...(filtered.length > 0 && { statuses: filtered }), ...(readsOriginal && { includeOriginal: true }) };
	return {
		type: 'whatsAppSessionTrigger',
		typeVersion: 2,
		parameters: { events, options },
		outputs: events.flatMap((event, output) => (STATUS_EVENTS.includes(event) ? [] : [output])),
		outputCount: events.length,
		toDo: [UNPUBLISH, ...tellOfStatuses(updates, statuses)],
	};
}

/** Which statuses start the workflow; without a choice the built-in node starts for all, also where nothing looks at them. */
function chooseStatuses(given: string[] | undefined, readsStatuses: boolean): string[] {
	if (given === undefined || given.includes('all')) return readsStatuses ? ['all', 'failed'] : [];
	return given;
}

function tellOfStatuses(updates: string[], statuses: string[]): string[] {
	const deleted = statuses.includes('deleted') ? ["The status 'deleted' is an event Message here, of the type revoke."] : [];
	if (statuses.length > 0) return ['Statuses leave on outputs of their own, Message Status and Message Failed. Wire them to what handles statuses.', ...deleted];
	return updates.includes('messages') ? ['Statuses of messages start this workflow no more, since nothing in it reads them. If they should, choose Message Status or Message Failed in Events.'] : [];
}

function readNames(value: unknown, path: string): string[] | undefined {
	if (value === undefined) return undefined;
	if (Array.isArray(value)) return value.map(String);
	throw new CannotConvertError(`'${path}' is an expression, and it decides what starts the workflow.`);
}
