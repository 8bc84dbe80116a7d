import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { parseRecipient } from '../../../nodes/shared/domain/parseRecipient';
import { toRecipientAddress } from '../../../nodes/shared/cloudApi/client/toRecipientAddress';

const BSUID = 'US.13491208655302741918';

describe('toRecipientAddress', () => {
	test.each([
		['+1 (555) 123-4567', { to: '+15551234567' }],
		['5511987654321', { to: '+5511987654321' }],
		[BSUID, { recipient: BSUID }],
	])('addresses %s', (given, expected) => {
		expect(toRecipientAddress(parseRecipient(given))).toEqual({ recipient_type: 'individual', ...expected });
	});

	test('dials the number as it was given, not the one it is kept under', () => {
		expect(toRecipientAddress({ phoneNumber: '+5215512345678', waId: '525512345678' })).toMatchObject({
			to: '+5215512345678',
		});
	});

	test('puts + before a wa_id and before a number without one', () => {
		expect(toRecipientAddress({ waId: '15551234567' })).toMatchObject({ to: '+15551234567' });
		expect(toRecipientAddress({ phoneNumber: '15551234567' })).toMatchObject({ to: '+15551234567' });
	});

	test('never gives both addresses', () => {
		expect(toRecipientAddress({ phoneNumber: '+15551234567', bsuid: BSUID })).toEqual({
			recipient_type: 'individual',
			to: '+15551234567',
		});
	});

	test('refuses an authentication template to a BSUID', () => {
		const send = () => toRecipientAddress({ bsuid: BSUID }, { category: 'AUTHENTICATION' });

		expect(send).toThrow(InvalidInputError);
		expect(send).toThrow("'Recipient' is a business-scoped user ID (BSUID) where only a phone number works");
	});

	test.each(['UTILITY', 'MARKETING'])('lets a template of the category %s go to a BSUID', (category) => {
		expect(toRecipientAddress({ bsuid: BSUID }, { category })).toMatchObject({ recipient: BSUID });
	});

	test('lets an authentication template go to a phone number', () => {
		expect(toRecipientAddress({ phoneNumber: '+15551234567' }, { category: 'AUTHENTICATION' })).toMatchObject({
			to: '+15551234567',
		});
	});

	test('refuses nobody', () => {
		expect(() => toRecipientAddress({})).toThrow(InvalidInputError);
	});
});
