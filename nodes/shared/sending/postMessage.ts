import type { SendOrigin } from '../domain/SendOrigin';
import { toCallbackData } from '../domain/toCallbackData';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import { sendOnce } from './sendOnce';
import type { SentMessage } from './SentMessage';
import type { SessionView } from './SessionView';

/**
 * Posts one message of an outbound send at most once; see {@link sendOnce}. It carries along where it comes from, so that every
 * status that WhatsApp sends about it says so.
 *
 * @param body - the request, with the address
 * @param part - which message of several, from 1
 */
export async function postMessage(
	sender: Sender,
	outbound: Outbound,
	{ session }: SessionView,
	body: Record<string, unknown>,
	part: number,
): Promise<SentMessage> {
	const { destination: { phoneNumberId, recipient }, message: { sentAs }, template, endpoint } = outbound;
	const sendOnceKey = await sender.keyOf(outbound, session, part);
	const origin: SendOrigin = { ...sender.origin, templateName: template?.name, templateLanguage: template?.language };
	const { bsuid, waId } = recipient;
	const claim = { sendOnceKey, phoneNumberId, user: bsuid ? { bsuid } : { waId }, sentAs, origin };
	const payload = { ...body, biz_opaque_callback_data: toCallbackData({ ...origin, sendOnceKey, sentAs }) };
	return await sendOnce(sender, { claim, payload, endpoint });
}
