import { canonicalWaId } from '../../domain/canonicalWaId';
import type { UserIdentity } from '../../domain/Session';
import { asBsuid } from './asBsuid';
import { asWaId } from './asWaId';

/** Gives the IDs of a user that are readable, as stores keep them. */
export function toIdentity(waId: unknown, bsuid: unknown): UserIdentity {
	const identity: UserIdentity = {};
	const id = asBsuid(bsuid);
	const number = asWaId(waId);
	if (id) identity.bsuid = id;
	if (number) identity.waId = canonicalWaId(number);
	return identity;
}
