import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import batches from '../../fixtures/webhooks/batches.json';
import calls from '../../fixtures/webhooks/calls.json';
import echoes from '../../fixtures/webhooks/echoes.json';
import history from '../../fixtures/webhooks/history.json';
import management from '../../fixtures/webhooks/management.json';
import messages from '../../fixtures/webhooks/messages.json';
import preferences from '../../fixtures/webhooks/user_preferences.json';
import statuses from '../../fixtures/webhooks/statuses.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const AT_MS = 1_763_800_000_000;
const PHONE_NUMBER_ID = '106540352242922';
const ANA = { bsuid: 'US.1000000000000000001', waId: '15551230001' };

const GROUP_ID = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';

/** The same message, written in a group. */
function inGroup(body: { entry: unknown[] }): { entry: unknown[] } {
	const copy = structuredClone(body) as { entry: Array<{ changes: Array<{ value: { messages: Array<Record<string, unknown>> } }> }> };
	for (const message of copy.entry[0]!.changes[0]!.value.messages) message.group_id = GROUP_ID;
	return copy;
}

function evidenceOf(body: unknown) {
	return toSessionEvidence(parseWebhook(body, RECEIVED_AT_MS).events);
}

describe('toSessionEvidence', () => {
	test('takes a message of the user as inbound, at the time of the message', () => {
		expect(evidenceOf(messages.text)).toEqual([
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
		]);
	});

	test('takes a message through an ad as inbound and as referral', () => {
		expect(evidenceOf(messages.textFromAd).map(({ kind }) => kind)).toEqual(['inbound', 'referral']);
	});

	test.each([
		'reaction',
		'reactionRemoved',
		'unsupported',
		'edit',
		'revoke',
		'group',
		'callPermissionAutomatic',
	] as const)('learns from %s only that the two IDs belong together', (name) => {
		expect(evidenceOf(messages[name])).toEqual([
			{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
		]);
	});

	test('learns from new IDs that the user left the old ones, and that the new ones belong together', () => {
		const common = { phoneNumberId: PHONE_NUMBER_ID, atMs: AT_MS };
		expect(evidenceOf(messages.systemNumberChanged)).toEqual([
			{ ...common, kind: 'renaming', user: { waId: '15551230001' } },
		]);
		expect(evidenceOf(messages.systemUserIdChanged)).toEqual([
			{ ...common, kind: 'renaming', user: { bsuid: 'US.1000000000000000001' } },
		]);
		expect(evidenceOf(messages.systemBothIds)).toEqual([
			{ ...common, kind: 'renaming', user: ANA },
			{ ...common, kind: 'identity', user: { bsuid: 'US.1000000000000000009', waId: '15551230009' } },
		]);
	});

	test('learns from a new number that a BSUID which stays has left its window behind as well', () => {
		const stays = ANA.bsuid;
		const body = JSON.parse(JSON.stringify(messages.systemBothIds).replaceAll('US.1000000000000000009', stays)) as unknown;
		expect(evidenceOf(body)).toMatchObject([
			{ kind: 'renaming', user: { bsuid: stays, waId: ANA.waId } },
			{ kind: 'identity', user: { bsuid: stays, waId: '15551230009' } },
		]);
	});

	test('learns nothing from a new security code, which changes no ID', () => {
		expect(evidenceOf(messages.systemIdentityChanged)).toEqual([]);
	});

	test.each(['delivered', 'read', 'deliveredInGroup'] as const)(
		'learns from a message that was %s which IDs of its recipient belong together',
		(name) => {
			expect(evidenceOf(statuses[name])).toEqual([
				{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
			]);
		},
	);

	test('learns from a message that was sent, by whatever app, when the business last wrote', () => {
		expect(evidenceOf(statuses.sent)).toEqual([
			{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
			{ kind: 'outbound', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
		]);
		const ofParticipant = JSON.parse(JSON.stringify(statuses.deliveredInGroup).replaceAll('"delivered"', '"sent"')) as unknown;
		expect(evidenceOf(ofParticipant).map(({ kind }) => kind)).toEqual(['identity']);
		const sentToGroup = JSON.parse(JSON.stringify(statuses.sentToGroup).replace('Z3JvdXAtZXhhbXBsZQ==', GROUP_ID)) as unknown;
		expect(evidenceOf(sentToGroup)).toEqual([{ kind: 'outbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: GROUP_ID }, atMs: AT_MS }]);
	});

	test('takes a message in a group as inbound of the group, and never of its writer', () => {
		expect(evidenceOf(inGroup(messages.group))).toEqual([
			{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: GROUP_ID }, atMs: AT_MS },
		]);
	});

	test('takes an ad and a reaction in a group for nothing that is said to the business alone', () => {
		expect(evidenceOf(inGroup(messages.textFromAd)).map(({ kind, user }) => [kind, user])).toEqual([
			['identity', ANA],
			['inbound', { bsuid: GROUP_ID }],
		]);
		expect(evidenceOf(inGroup(messages.reaction)).map(({ kind }) => kind)).toEqual(['identity']);
	});

	test('learns from the status of a message in a free entry point until when that lasts', () => {
		expect(evidenceOf(statuses.sentInFreeEntryPoint)).toEqual([
			{ kind: 'identity', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
			{ kind: 'outbound', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS },
			{ kind: 'freeEntryPoint', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS, untilMs: 1_764_059_200_000 },
		]);
	});

	test.each(['failed', 'played', 'warehoused'])('learns nothing from a message that was %s', (status) => {
		const body = JSON.parse(JSON.stringify(statuses.sent).replace('"sent"', `"${status}"`)) as unknown;
		expect(evidenceOf(body)).toEqual([]);
	});

	test('learns nothing from a message without a time of its own, which may be days old', () => {
		expect(evidenceOf(messages.withoutTimestamp)).toEqual([]);
	});

	test.each([
		['userCalls', 'inbound'],
		['userCallsBsuidOnly', 'inbound'],
		['accepted', 'inbound'],
		['acceptedBsuid', 'inbound'],
		['acceptedInFieldMessages', 'inbound'],
		['userCallEnds', 'identity'],
		['businessCallConnects', 'identity'],
		['businessCallEnds', 'identity'],
		['callWithoutDirection', 'identity'],
		['rejected', 'identity'],
	] as const)('takes the call %s as %s', (name, kind) => {
		expect(evidenceOf(calls[name]).map((evidence) => evidence.kind)).toEqual([kind]);
	});

	test.each(['ringing', 'businessCallWithoutContacts'] as const)('learns nothing from the call %s', (name) => {
		expect(evidenceOf(calls[name])).toEqual([]);
	});

	test.each([
		['appMessage', ['outbound', 'conversation']],
		['appMessageToBsuid', ['outbound', 'conversation']],
		['otherAppMessage', ['outbound']],
		['appEdit', []],
		['appRevoke', []],
	] as const)('takes an echo for a message of the business, unless it changes one: %s', (name, kinds) => {
		expect(evidenceOf(echoes[name]).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('takes an echo of the WhatsApp Business app as a sign that a person has taken over, for as long as chosen', () => {
		const { events } = parseWebhook(echoes.appMessage, RECEIVED_AT_MS);
		const signOf = (lastsMs: number | undefined) => toSessionEvidence(events, { lastsMs }).at(-1)?.conversation?.signs?.businessApp;
		const sinceMs = events.flatMap((event) => (event.event === 'echo' ? [event.atMs] : []))[0]!;
		expect(signOf(1_000)).toEqual({ sinceMs, atMs: sinceMs, untilMs: sinceMs + 1_000 });
		expect(signOf(undefined)).toEqual({ sinceMs, atMs: sinceMs });
	});

	test('takes a message on standby as inbound, and learns that another responder owns the conversation', () => {
		expect(evidenceOf(management.standby)).toEqual([
			{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS, through: 'standby' },
			{ kind: 'conversation', phoneNumberId: PHONE_NUMBER_ID, user: ANA, atMs: AT_MS, conversation: { owner: { isElsewhere: true, atMs: AT_MS } } },
		]);
	});

	test('learns from a failure with 131070 that another responder owns the conversation', () => {
		const body = JSON.parse(JSON.stringify(statuses.sent).replace('"sent"', '"failed","errors":[{"code":131070,"title":"Blocked"}]')) as unknown;
		expect(evidenceOf(body)).toMatchObject([{ kind: 'conversation', user: ANA, conversation: { owner: { isElsewhere: true } } }]);
	});

	test.each([
		['control_passed', false],
		['control_taken', true],
	])('learns from %s who owns the conversation', (control, isElsewhere) => {
		const value = {
			messaging_product: 'whatsapp',
			type: control,
			timestamp: '1763800000',
			sender: { phone_number: '+15551230001' },
			recipient: { phone_number_id: PHONE_NUMBER_ID },
			[control]: { previous_owner_role: 'ai_agent', new_owner_role: 'customer_service', metadata: 'Wants a person' },
		};
		const body = { entry: [{ id: '1', changes: [{ field: 'messaging_handovers', value }] }] };
		expect(parseWebhook(body, RECEIVED_AT_MS).events).toMatchObject([
			{ event: 'other', handover: { user: { waId: ANA.waId }, previousOwnerRole: 'ai_agent', newOwnerRole: 'customer_service', metadata: 'Wants a person' } },
		]);
		expect(evidenceOf(body)).toEqual([
			{ kind: 'conversation', phoneNumberId: PHONE_NUMBER_ID, user: { waId: ANA.waId }, atMs: AT_MS, conversation: { owner: { isElsewhere, atMs: AT_MS } } },
		]);
	});

	test.each([
		...Object.entries(history),
		...Object.entries(preferences),
	] as Array<[string, unknown]>)('learns nothing from history or a preference: %s', (_, body) => {
		expect(evidenceOf(body)).toEqual([]);
	});

	test('keeps business numbers and users of a batch apart', () => {
		const evidence = evidenceOf(batches.everythingAtOnce);
		expect(evidence.map(({ kind, phoneNumberId, user, atMs }) => [kind, phoneNumberId, user.waId, atMs])).toEqual([
			['inbound', PHONE_NUMBER_ID, '15551230001', AT_MS],
			['inbound', PHONE_NUMBER_ID, '15551230002', AT_MS],
			['inbound', PHONE_NUMBER_ID, '15551230001', 1_763_799_000_000],
			['identity', PHONE_NUMBER_ID, '15551230001', AT_MS],
			['inbound', '106540352242933', '15551230001', AT_MS],
			['inbound', PHONE_NUMBER_ID, '15551230002', AT_MS],
			['identity', PHONE_NUMBER_ID, '15551230002', AT_MS],
		]);
	});
});
