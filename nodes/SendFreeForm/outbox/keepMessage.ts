import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { SendRun } from '../../shared/n8n/items/openSendRun';
import { readOwnKey } from '../../shared/n8n/parameters/sendOnceKeyProperty';
import type { Upload } from '../../shared/sending/FileUploads';
import type { KeptContent } from '../../shared/sending/outbox/KeptContent';
import type { Outbound } from '../../shared/sending/Outbound';
import type { SessionView } from '../../shared/sending/SessionView';
import type { KeptMessage } from '../../shared/store/Outbox';

/** Far more than WhatsApp takes in one message; what is longer is a mistake that would fill the store. */
const MOST_CHARACTERS = 200_000;

/** What is to be kept, and for how long. */
export interface Keeping {
	/** Value of 'Message Type'. */
	type: string;
	/** Milliseconds. */
	keptForMs: number;
	view: SessionView;
	/** Fields of the address, which is made anew when the message goes out. */
	addressFields: string[];
}

/**
 * Puts the message of an item into the outbox, files uploaded anew so that WhatsApp has them for long enough.
 *
 * @returns what is on record of its key: a retry finds the message kept before
 * @throws {InvalidInputError} when it is too large, and what the upload throws
 */
export async function keepMessage(run: SendRun, outbound: Outbound, { type, keptForMs, view, addressFields }: Keeping): Promise<KeptMessage> {
	const { sender, read } = run;
	const { destination, safetyMargin, count, message } = outbound;
	const { phoneNumberId, recipient, itemIndex } = destination;
	const payloads = (await outbound.makePayloads(uploadAnew(run, outbound))).map((payload) =>
		Object.fromEntries(Object.entries(payload).filter(([name]) => !addressFields.includes(name))),
	);
	const names: KeptContent['names'] = [];
	for (let part = 1; part <= count; part++) names.push(await sender.nameOf(outbound, view.session, part));
	const key = names[0]!.sendOnceKey;
	const { workflowId, nodeName, executionId } = sender.origin;
	const content: KeptContent = {
		type,
		payloads,
		names,
		safetyMarginMs: safetyMargin.toMillis(),
		quietHours: message.manners?.quietHours,
		...(message.sentAs === 'freeForm' && { purpose: message.purpose }),
		keepsBackWhenTakenOver: message.keepsBackWhenTakenOver,
		budget: message.budget,
		workflowId,
		nodeName: nodeName ?? outbound.node.nodeName,
		executionId,
	};
	const keptAtMs = sender.now();
	return await sender.store.keepMessage({
		key,
		label: readOwnKey(read, itemIndex) ?? key,
		businessAccountId: sender.businessAccountId,
		phoneNumberId,
		user: { bsuid: recipient.bsuid ?? view.session?.bsuid, waId: recipient.waId ?? view.session?.waId },
		content: toText(content),
		keptAtMs,
		expiresAtMs: keptAtMs + keptForMs,
	});
}

/** A media ID that is remembered may be gone long before the message goes out. */
function uploadAnew({ sender: { files } }: SendRun, { destination }: Outbound): Upload {
	return async (file) => {
		const uploaded = await files.upload(destination, file);
		if (uploaded.isNew) return uploaded.mediaId;
		await files.forget([uploaded]);
		return (await files.upload(destination, file)).mediaId;
	};
}

function toText(content: KeptContent): string {
	const text = JSON.stringify(content);
	if (text.length <= MOST_CHARACTERS) return text;
	throw new InvalidInputError(
		'Message Type',
		`The message has ${text.length} characters with all its entries, and the outbox takes ${MOST_CHARACTERS}.`,
		'Make it shorter, or choose another way in \'When the Window Is Closed\'.',
	);
}
