import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { asObject } from '../parameters/asObject';
import type { ParameterReader } from '../parameters/createParameterReader';
import { isLeftEmpty } from '../parameters/isLeftEmpty';

/** The fields in which an empty 'Business Phone Number' looks, as the editor names them. */
export const PHONE_NUMBER_FIELDS = ['phoneNumberId', 'session.phoneNumberId', 'metadata.phone_number_id'];

/**
 * Reads what 'Business Phone Number' says for one item, or what the item itself says where the builder left it empty.
 *
 * @param item - the item as it came in
 * @returns undefined, null or empty text where neither names a number: the only one of the account counts then
 */
export function readPhoneNumberId(read: ParameterReader, item: INodeExecutionData | undefined, itemIndex: number): unknown {
	return isLeftEmpty(read.stored('phoneNumberId')) ? ofItem(item?.json ?? {}) : read('phoneNumberId', itemIndex, '');
}

function ofItem({ phoneNumberId, session, metadata }: IDataObject): unknown {
	const named = [phoneNumberId, asObject(session).phoneNumberId, asObject(metadata).phone_number_id];
	return named.find((id) => id !== undefined && id !== null && id !== '');
}
