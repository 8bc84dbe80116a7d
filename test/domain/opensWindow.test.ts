import { opensGroupWindow, opensWindow, type InboundEvent } from '../../nodes/shared/domain/opensWindow';

const message = (type: string, more: object = {}): InboundEvent => ({ event: 'message', type, ...more });
const interactive = (interactiveType: string | undefined, more: object = {}): InboundEvent =>
	message('interactive', { interactiveType, ...more });
const call = (direction: string | undefined, callEvent: string | undefined): InboundEvent => ({
	event: 'call',
	direction,
	callEvent,
});

describe('opensWindow', () => {
	test.each([
		message('text'),
		message('image'),
		message('audio'),
		message('video'),
		message('document'),
		message('sticker'),
		message('location'),
		message('contacts'),
		message('order'),
		message('button'),
		message('request_welcome'),
		interactive('button_reply'),
		interactive('list_reply'),
		interactive('nfm_reply'),
		interactive('call_permission_reply'),
		interactive('payment_method'),
		interactive('a_reply_of_tomorrow'),
		interactive(undefined),
		interactive('call_permission_reply', { isAutomatic: false }),
		call('USER_INITIATED', 'connect'),
		{ event: 'callStatus', callStatus: 'ACCEPTED' } as const,
	])('is opened by what the user wrote, tapped, called or accepted: %j', (event) => {
		expect(opensWindow(event)).toBe(true);
	});

	test.each([
		message('reaction'),
		message('edit'),
		message('revoke'),
		message('unsupported'),
		message('system'),
		message('media_placeholder'),
		message('unknown'),
		message(''),
		message('TEXT'),
		message('a_type_of_tomorrow'),
		message('constructor'),
		interactive('call_permission_reply', { isAutomatic: true }),
		interactive('a_reply_of_tomorrow', { isAutomatic: true }),
	])('is not opened where nobody wrote, or Meta does not say: %j', (event) => {
		expect(opensWindow(event)).toBe(false);
	});

	test.each([message('text'), message('image'), interactive('button_reply')])(
		'is not opened by a message in a group: %j',
		(event) => {
			expect(opensWindow({ ...event, groupId: 'a-group' } as InboundEvent)).toBe(false);
			expect(opensGroupWindow({ ...event, groupId: 'a-group' } as InboundEvent)).toBe(true);
			expect(opensGroupWindow(event)).toBe(false);
		},
	);

	test.each([message('reaction'), message('edit'), message('system'), interactive('call_permission_reply', { isAutomatic: true })])(
		'of a group is not opened by what opens none elsewhere either: %j',
		(event) => {
			expect(opensGroupWindow({ ...event, groupId: 'a-group' } as InboundEvent)).toBe(false);
		},
	);

	test.each([call('USER_INITIATED', 'connect'), { event: 'callStatus', callStatus: 'ACCEPTED' } as const, { event: 'status' } as const])(
		'of a group is opened by nothing but a message: %j',
		(event) => {
			expect(opensGroupWindow(event)).toBe(false);
		},
	);

	test.each([
		call('USER_INITIATED', 'terminate'),
		call('USER_INITIATED', undefined),
		call('BUSINESS_INITIATED', 'connect'),
		call('BUSINESS_INITIATED', 'terminate'),
		call(undefined, 'connect'),
		{ event: 'callStatus', callStatus: 'RINGING' } as const,
		{ event: 'callStatus', callStatus: 'REJECTED' } as const,
		{ event: 'callStatus' } as const,
	])('is not opened by a call that the business made, or by its end: %j', (event) => {
		expect(opensWindow(event)).toBe(false);
	});

	test.each(['status', 'echo', 'history', 'preference', 'templateChange', 'accountChange', 'other'] as const)('is not opened by %s', (event) => {
		expect(opensWindow({ event })).toBe(false);
	});
});
