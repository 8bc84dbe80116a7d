import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';

/** The `metadata` object about a business number; the display number is digits only here. */
export function webhookMetadata(number: BusinessNumber): JsonObject {
	return {
		display_phone_number: number.displayPhoneNumber.replace(/\D/g, ''),
		phone_number_id: number.id,
	};
}
