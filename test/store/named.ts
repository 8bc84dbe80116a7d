import type { SendName } from '../../nodes/shared/store/SendLog';

/** Names a send by its key alone. */
export function named(sendOnceKey: string): SendName {
	return { sendOnceKey, phoneNumberId: '1', user: {} };
}
