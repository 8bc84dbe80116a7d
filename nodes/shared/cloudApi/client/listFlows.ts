import type { GraphCalling } from './callGraph';
import type { Flow } from './CloudApi';
import { isRecord } from '../../domain/isRecord';
import { listGraphItems } from './listGraphItems';
import { toGraphId } from './toGraphId';
import { toGraphText } from './toGraphText';

const FIELDS = ['id', 'name', 'status'];

/**
 * Lists every Flow of a WABA, in Meta's order; one without an ID or a name is left out.
 *
 * @see https://developers.facebook.com/docs/whatsapp/flows/reference/flowsapi (quoted by clients, read 2026-11)
 */
export async function listFlows(calling: GraphCalling, businessAccountId: string): Promise<Flow[]> {
	const items = await listGraphItems(calling, `/${toGraphId('Business Account ID', businessAccountId)}/flows`, FIELDS);
	return items.flatMap((item) => {
		const id = isRecord(item) ? toGraphText(item.id) : undefined;
		const name = isRecord(item) ? toGraphText(item.name) : undefined;
		return isRecord(item) && id !== undefined && name !== undefined ? [{ id, name, status: toGraphText(item.status) ?? '' }] : [];
	});
}
