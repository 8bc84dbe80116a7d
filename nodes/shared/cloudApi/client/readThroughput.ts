import { PER_SECOND } from '../../domain/pacing/messageLimits';
import { callGraph, type GraphCalling } from './callGraph';
import { isRecord } from '../../domain/isRecord';
import { toGraphId } from './toGraphId';

/**
 * Reads how many messages a second Meta lets a business number send and receive; see `CloudApi.readThroughput`.
 *
 * A number that is used in the WhatsApp Business app as well has the least, whatever its level. The names of the levels (`STANDARD`, `HIGH`,
 * `NOT_APPLICABLE`) are known from the work of others alone, so that any other word counts as no answer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput (updated 2026-05-21, read 2026-11-26)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users `is_on_biz_app` (read 2026-03)
 */
export async function readThroughput(calling: GraphCalling, phoneNumberId: string): Promise<number | undefined> {
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}`;
	const query = { fields: 'throughput,is_on_biz_app' };
	const { body } = await callGraph({ ...calling, maxTries: 1 }, { method: 'GET', path, query });
	if (body.is_on_biz_app === true) return PER_SECOND.withBusinessApp;
	const level = isRecord(body.throughput) ? body.throughput.level : undefined;
	if (level === 'HIGH') return PER_SECOND.high;
	return level === 'STANDARD' ? PER_SECOND.standard : undefined;
}
