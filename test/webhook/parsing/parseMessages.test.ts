import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import type { MessageMedia } from '../../../nodes/shared/webhook/reading/MessageMedia';
import type { MessageEvent } from '../../../nodes/shared/webhook/parsing/WebhookEvent';
import messages from '../../fixtures/webhooks/messages.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const WRITTEN_AT_MS = 1_763_800_000_000;
const ANA = { bsuid: 'US.1000000000000000001', waId: '15551230001' };
const REPLY = { repliesTo: 'wamid.SENT0001' };

interface Reading extends Partial<MessageEvent> {
	/** Whether the message opens the window. */
	opens: boolean;
}

const media = (mimeType: string, more: Partial<MessageMedia> = {}): MessageMedia => ({
	id: '880000000000001',
	mimeType,
	sha256: 'c2hhMjU2LWV4YW1wbGU=',
	url: 'https://media.example.invalid/880000000000001',
	...more,
});
const INVOICE = media('application/pdf', { fileName: 'invoice-1042.pdf' });
const NEW_BSUID = 'US.1000000000000000009';

/** What each case of the corpus is read as; what is not named is as in {@link COMMON}. */
const READINGS: Record<string, Reading> = {
	text: { type: 'text', text: 'Is my order ready?', opens: true },
	textReply: { type: 'text', text: 'Yes, please', ...REPLY, opens: true },
	textForwarded: { type: 'text', text: 'Look at this', isForwarded: true, opens: true },
	textFrequentlyForwarded: {
		type: 'text',
		text: 'Everybody sends this',
		isForwarded: true,
		isFrequentlyForwarded: true,
		opens: true,
	},
	textProductQuestion: {
		type: 'text',
		text: 'Is it in stock?',
		repliesTo: 'wamid.SENT0002',
		referredProduct: { catalogId: '200000000000001', productRetailerId: 'sku-1' },
		opens: true,
	},
	textFromAd: {
		type: 'text',
		text: 'I saw your ad',
		referral: {
			clickId: 'EXAMPLECLICKID',
			sourceUrl: 'https://ad.example.invalid/1',
			sourceId: '300000000000001',
			sourceType: 'ad',
			headline: 'Chat with us',
			body: 'Spring sale',
			mediaType: 'image',
			mediaUrl: 'https://media.example.invalid/ad.jpg',
			welcomeText: 'Hi! How can we help?',
		},
		opens: true,
	},
	textUnicode: { type: 'text', text: 'Größe 42 – قريب 👩‍👧/ok', opens: true },
	image: {
		type: 'image',
		text: 'The broken part',
		media: media('image/jpeg', { caption: 'The broken part' }),
		opens: true,
	},
	imageWithoutCaption: { type: 'image', media: media('image/jpeg'), opens: true },
	video: {
		type: 'video',
		text: 'How it rattles',
		media: media('video/mp4', { caption: 'How it rattles' }),
		opens: true,
	},
	audio: { type: 'audio', media: media('audio/mpeg', { isVoice: false }), opens: true },
	voice: { type: 'audio', media: media('audio/ogg; codecs=opus', { isVoice: true }), opens: true },
	document: { type: 'document', text: 'My invoice', media: { ...INVOICE, caption: 'My invoice' }, opens: true },
	documentWithoutCaption: { type: 'document', text: 'invoice-1042.pdf', media: INVOICE, opens: true },
	sticker: { type: 'sticker', media: media('image/webp', { isAnimated: true }), opens: true },
	location: { type: 'location', text: 'Example Bakery, 1 Sample Street', opens: true },
	locationPin: { type: 'location', text: '52.5, 13.4', opens: true },
	contacts: { type: 'contacts', text: 'Ben Sample, Cleo Sample', opens: true },
	contactRequest: { type: 'contacts', text: 'Ana Example', opens: true },
	button: { type: 'button', text: 'Unsubscribe', ...REPLY, opens: true },
	buttonReply: { type: 'interactive', interactiveType: 'button_reply', text: 'Tomorrow 9:00', ...REPLY, opens: true },
	listReply: { type: 'interactive', interactiveType: 'list_reply', text: 'Home delivery', ...REPLY, opens: true },
	flowReply: { type: 'interactive', interactiveType: 'nfm_reply', text: 'size: 42', ...REPLY, opens: true },
	flowReplyWithoutBody: {
		type: 'interactive',
		interactiveType: 'nfm_reply',
		text: 'address_message',
		...REPLY,
		opens: true,
	},
	callPermissionByUser: {
		type: 'interactive',
		interactiveType: 'call_permission_reply',
		text: 'accept',
		...REPLY,
		opens: true,
	},
	callPermissionAutomatic: {
		type: 'interactive',
		text: 'accept',
		interactiveType: 'call_permission_reply',
		isAutomatic: true,
		...REPLY,
		opens: false,
	},
	interactiveUnknown: { type: 'interactive', interactiveType: 'hologram_reply', text: 'Wave', ...REPLY, opens: true },
	order: { type: 'order', text: 'Gift-wrapped, please', opens: true },
	orderWithoutText: { type: 'order', text: '1 product', opens: true },
	reaction: { type: 'reaction', text: '👍', opens: false },
	reactionRemoved: { type: 'reaction', opens: false },
	reactionRemovedEmpty: { type: 'reaction', opens: false },
	systemNumberChanged: {
		type: 'system',
		text: 'User Ana Example changed from 15551230001 to 15551230009',
		identityChange: { previous: { waId: '15551230001' }, current: { waId: '15551230009' } },
		user: { waId: '15551230009' },
		waId: '15551230009',
		profileName: undefined,
		opens: false,
	},
	systemUserIdChanged: {
		type: 'system',
		text: 'User Ana Example changed from US.1000000000000000001 to US.1000000000000000009',
		identityChange: { previous: { bsuid: ANA.bsuid }, current: { bsuid: NEW_BSUID } },
		user: { bsuid: NEW_BSUID },
		waId: undefined,
		profileName: undefined,
		opens: false,
	},
	systemBothIds: {
		type: 'system',
		text: 'User Ana Example changed from 15551230001 to 15551230009',
		identityChange: { previous: ANA, current: { waId: '15551230009', bsuid: NEW_BSUID } },
		user: { waId: '15551230009', bsuid: NEW_BSUID },
		waId: '15551230009',
		profileName: undefined,
		opens: false,
	},
	systemIdentityChanged: { type: 'system', text: "Ana Example's security code changed", opens: false },
	requestWelcome: { type: 'request_welcome', opens: true },
	unsupported: {
		type: 'unsupported',
		errors: [
			{
				code: 131051,
				title: 'Message type unknown',
				message: 'Message type unknown',
				details: 'Message type is currently not supported.',
			},
		],
		opens: false,
	},
	unsupportedHidden: {
		type: 'unsupported',
		errors: [{ code: 131060, title: 'This message is currently unavailable.' }],
		opens: false,
	},
	edit: { type: 'edit', text: 'Is my order ready yet?', opens: false },
	editCaption: {
		type: 'edit',
		text: 'The other part',
		media: expect.objectContaining({ id: '880000000000001', caption: 'The other part' }) as MessageEvent['media'],
		opens: false,
	},
	revoke: { type: 'revoke', opens: false },
	typeOfTomorrow: { type: 'poll_vote', opens: false },
	bsuidOnly: {
		type: 'text',
		text: 'You cannot see my number',
		user: { bsuid: 'DE.2000000000000000001' },
		waId: undefined,
		profileName: 'Dora Hidden',
		username: 'dora.hidden',
		opens: true,
	},
	username: { type: 'text', text: 'I have a username', username: 'ana.example', opens: true },
	phoneOnly: { type: 'text', text: 'From before the IDs', user: { waId: '15551230001' }, opens: true },
	idsInContactOnly: { type: 'text', text: 'Only the contact says who', opens: true },
	contactWithoutNumber: { type: 'text', text: 'Number here, ID there', opens: true },
	contactOfSomebodyElse: {
		type: 'text',
		text: 'The contact is another person',
		user: { waId: '15551230001' },
		profileName: undefined,
		opens: true,
	},
	brazilOldSpelling: {
		type: 'text',
		text: 'Oi',
		user: { bsuid: 'BR.4000000000000000001', waId: '5511987654321' },
		waId: '551187654321',
		profileName: 'Rita Exemplo',
		opens: true,
	},
	group: { type: 'text', text: 'Hello everybody', groupId: 'Z3JvdXAtZXhhbXBsZQ==', opens: false },
	withoutId: {
		type: 'text',
		text: 'I came without an ID',
		messageId: expect.stringMatching(/^content\.[0-9a-f]{64}$/) as string,
		eventId: expect.stringMatching(/^content\.[0-9a-f]{64}$/) as string,
		opens: true,
	},
	withoutType: { type: 'unknown', opens: false },
	withoutTimestamp: {
		type: 'text',
		text: 'I came without a time',
		atMs: RECEIVED_AT_MS,
		isTimestampMissing: true,
		opens: false,
	},
};

const COMMON: Partial<MessageEvent> = {
	event: 'message',
	field: 'messages',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
	displayPhoneNumber: '15550783881',
	messageId: expect.stringMatching(/^wamid\.TEST\d{4}$/) as string,
	atMs: WRITTEN_AT_MS,
	user: ANA,
	waId: '15551230001',
	profileName: 'Ana Example',
	errors: [],
	eventId: expect.stringMatching(/^wamid\.TEST\d{4}$/) as string,
};

/** Cases of the field `messages` that hold no message. */
const WITHOUT_MESSAGE = ['valueErrors', 'userActions'];

describe('a message', () => {
	test('of every case in the corpus has an expected reading', () => {
		expect(Object.keys(messages).sort()).toEqual([...Object.keys(READINGS), ...WITHOUT_MESSAGE].sort());
	});

	test.each(Object.entries(READINGS))('is read whole: %s', (name, { opens, ...reading }) => {
		const body = messages[name as keyof typeof messages] as unknown as SingleMessage;
		const { events, skipped } = parseWebhook(body, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toEqual([{ ...COMMON, ...reading, raw: body.entry[0].changes[0].value.messages[0] }]);
		expect(toSessionEvidence(events).some(({ kind }) => kind === 'inbound')).toBe(opens);
	});
});

interface SingleMessage {
	entry: [{ changes: [{ value: { messages: [Record<string, unknown>] } }] }];
}
