import fc from 'fast-check';

import type { MessageStatus } from '../../../nodes/shared/domain/MessageStatus';
import { toMessageUsage } from '../../../nodes/shared/domain/usage/toMessageUsage';

const SENT = status({ status: 'sent', atMs: 1, price: { category: 'service' } });
const DELIVERED = status({ status: 'delivered', atMs: 5, price: { type: 'regular', isBillable: true } });
const READ = status({ status: 'read', atMs: 9 });

describe('toMessageUsage', () => {
	it('says the same of a message, whatever the order of its statuses and however often they came', () => {
		const statuses = fc.shuffledSubarray([SENT, SENT, DELIVERED, DELIVERED, READ, READ], { minLength: 6 });
		fc.assert(
			fc.property(statuses, (given) => {
				expect(toMessageUsage(given)).toEqual([
					{
						messageId: 'wamid.1',
						phoneNumberId: '1',
						sentAtMs: 1,
						deliveredAtMs: 5,
						price: expect.objectContaining({ category: 'service', type: 'regular', isBillable: true }),
					},
				]);
			}),
		);
	});

	it('counts a message to a group once for each member that it reached, whatever the order and however often they came', () => {
		const of = (participantId: string, more: Partial<MessageStatus>) => status({ groupId: 'group', participantId, ...more });
		const price = { category: 'group_marketing', isBillable: true };
		const statuses = [
			status({ groupId: 'group', atMs: 1 }),
			of('1', { status: 'delivered', atMs: 5, price }),
			of('1', { status: 'read', atMs: 9 }),
			of('2', { status: 'read', atMs: 7, price }),
			of('3', { status: 'failed', atMs: 7 }),
		];
		fc.assert(
			fc.property(fc.shuffledSubarray([...statuses, ...statuses], { minLength: 2 * statuses.length }), (given) => {
				const usages = toMessageUsage(given).toSorted((one, other) => Number(one.participantId) - Number(other.participantId));
				expect(usages).toMatchObject([
					{ messageId: 'wamid.1', participantId: '1', sentAtMs: 5, deliveredAtMs: 5, price },
					{ messageId: 'wamid.1', participantId: '2', sentAtMs: 7, deliveredAtMs: 7, price },
				]);
			}),
		);
	});

	it('takes what was read for delivered, where nothing says so earlier', () => {
		expect(toMessageUsage([READ])).toEqual([{ messageId: 'wamid.1', phoneNumberId: '1', sentAtMs: 9, deliveredAtMs: 9 }]);
	});

	it('counts nothing of what failed, or of a word that it does not know', () => {
		expect(toMessageUsage([status({ status: 'failed' }), status({ status: 'teleported' })])).toEqual([]);
	});
});

function status(more: Partial<MessageStatus>): MessageStatus {
	return { messageId: 'wamid.1', phoneNumberId: '1', user: {}, status: 'sent', atMs: 1, errorCodes: [], ...more };
}
