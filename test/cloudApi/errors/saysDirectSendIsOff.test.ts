import { DirectSendError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { saysDirectSendIsOff } from '../../../nodes/shared/cloudApi/errors/saysDirectSendIsOff';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';

const META = "Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account. Use an approved message template instead.";

test.each([META, 'Direct Send is not enabled for this account', "Direct Send isn’t enabled for this account."])('says that the account does not have it: %s', (details) => {
	expect(saysDirectSendIsOff(details)).toBe(true);
});

test.each(['', 'Param category must be one of {AUTHENTICATION, SERVICE, UTILITY} - got "marketing".', 'The time to live value is only for Direct Send', 'Calling is not enabled for this account'])(
	'says something else: %s',
	(details) => {
		expect(saysDirectSendIsOff(details)).toBe(false);
	},
);

test('is an error of its own with code 100 alone', () => {
	const refusalOf = (code: number) => toCloudApiError({ error: { code, message: '(#100) Invalid parameter', error_data: { details: META } } }, { httpStatus: 400 });
	expect(refusalOf(100)).toBeInstanceOf(DirectSendError);
	expect(refusalOf(100)).toMatchObject({ code: 100, message: 'WhatsApp refused the message: Meta has not enabled Direct Send for this account (code 100)' });
	expect(refusalOf(131009)).not.toBeInstanceOf(DirectSendError);
});
