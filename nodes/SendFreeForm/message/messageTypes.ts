import type { FreeFormMessage, MessageForm } from '../../shared/cloudApi/messages/FreeFormMessage';
import { toOrderDetailsMessage } from '../../shared/cloudApi/orders/toOrderDetailsMessage';
import { toOrderStatusMessage } from '../../shared/cloudApi/orders/toOrderStatusMessage';
import { toAddressRequest } from '../../shared/cloudApi/messages/toAddressRequest';
import { toButtonsMessage } from '../../shared/cloudApi/messages/toButtonsMessage';
import { toCarouselMessage } from '../../shared/cloudApi/messages/toCarouselMessage';
import { toContactsMessage } from '../../shared/cloudApi/messages/toContactsMessage';
import { toFlowMessage } from '../../shared/cloudApi/messages/toFlowMessage';
import { toJsonMessage } from '../../shared/cloudApi/messages/toJsonMessage';
import { toLinkMessage } from '../../shared/cloudApi/messages/toLinkMessage';
import { toListMessage } from '../../shared/cloudApi/messages/toListMessage';
import { toLocationMessage } from '../../shared/cloudApi/messages/toLocationMessage';
import { toMediaMessage } from '../../shared/cloudApi/messages/toMediaMessage';
import { toCatalogMessage, toProductListMessage, toProductMessage } from '../../shared/cloudApi/messages/toProductMessage';
import { toReactionMessage } from '../../shared/cloudApi/messages/toReactionMessage';
import {
	toCallButtonMessage,
	toCallPermissionRequest,
	toContactInfoRequest,
	toLocationRequest,
} from '../../shared/cloudApi/messages/toRequestMessage';
import { toTextMessage } from '../../shared/cloudApi/messages/toTextMessage';

/** One kind of message that the node sends. */
export interface MessageType {
	/** Title in the list of types. */
	name: string;
	description: string;
	/** The parameters it is made of, by their names. */
	fields: readonly string[];
	/** The parameter that is a list of entries, and the name of the entries within it; undefined for most. */
	list?: { field: string; entry: string };
	make(form: MessageForm): FreeFormMessage;
}

const INTERACTIVE = ['headerType', 'headerText', 'headerMedia', 'body', 'footer'];
const TEXT_HEADER = ['textHeader', 'body', 'footer'];
const ORDER = [
	'orderReference', 'orderCountry', 'brazilPayments', 'indiaPayment', 'pixCode', 'pixMerchantName', 'pixKey', 'pixKeyType', 'boletoLine', 'paymentLinkInBrazil',
	'cardDigits', 'cardCredentialId', 'upiLink', 'gatewayType', 'paymentConfiguration', 'paymentLinkInIndia', 'orderTotal', 'goodsType',
];

/** Every kind of message, by its value in 'Message Type', in the order of the list. */
export const MESSAGE_TYPES: Readonly<Record<string, MessageType>> = {
	addressRequest: {
		name: 'Address Request',
		description: 'Asks for a postal address; India only',
		fields: ['knownAddress', 'addressErrors', 'savedAddresses', 'addressValues', ...INTERACTIVE],
		list: { field: 'savedAddresses', entry: 'address' },
		make: toAddressRequest,
	},
	audio: { name: 'Audio', description: 'A recording or a voice note', fields: ['media', 'isVoice'], make: (form) => toMediaMessage('audio', form) },
	buttons: {
		name: 'Buttons',
		description: 'A text with up to three buttons to answer by',
		fields: ['buttons', ...INTERACTIVE],
		list: { field: 'buttons', entry: 'button' },
		make: toButtonsMessage,
	},
	callButton: {
		name: 'Call Button',
		description: 'A button with which the person calls you on WhatsApp',
		fields: ['callLabel', 'callMinutes', 'callPayload', 'body'],
		make: toCallButtonMessage,
	},
	callPermissionRequest: {
		name: 'Call Permission Request',
		description: 'Asks whether you may call; once a day and twice a week for each person',
		fields: ['optionalBody'],
		make: toCallPermissionRequest,
	},
	carousel: {
		name: 'Carousel',
		description: 'Two to ten cards with a picture or a product each',
		fields: ['cardKind', 'cardCatalog', 'cards', 'body'],
		list: { field: 'cards', entry: 'card' },
		make: toCarouselMessage,
	},
	catalog: { name: 'Catalog', description: 'Opens your catalog', fields: ['thumbnailProductId', 'body', 'footer'], make: toCatalogMessage },
	contactInfoRequest: {
		name: 'Contact Info Request',
		description: 'Asks somebody who hides it for the phone number',
		fields: ['body'],
		make: toContactInfoRequest,
	},
	contacts: {
		name: 'Contacts',
		description: 'One contact card or several',
		fields: ['contacts'],
		list: { field: 'contacts', entry: 'contact' },
		make: toContactsMessage,
	},
	document: {
		name: 'Document',
		description: 'A file of any kind, up to 100 MB',
		fields: ['media', 'caption', 'fileName'],
		make: (form) => toMediaMessage('document', form),
	},
	flow: {
		name: 'Flow',
		description: 'Opens a form of several screens within WhatsApp',
		fields: ['flowId', 'flowLabel', 'flowReference', 'flowAction', 'flowScreen', 'flowData', 'flowIsDraft', ...INTERACTIVE],
		make: toFlowMessage,
	},
	image: { name: 'Image', description: 'A JPEG or PNG picture, up to 5 MB', fields: ['media', 'caption'], make: (form) => toMediaMessage('image', form) },
	json: { name: 'JSON', description: "Anything else, in the shape of Meta's send call", fields: ['json'], make: toJsonMessage },
	link: {
		name: 'Link Button',
		description: 'A text with a button that opens a link',
		fields: ['linkLabel', 'linkUrl', ...INTERACTIVE],
		make: toLinkMessage,
	},
	list: {
		name: 'List',
		description: 'A text with a list of up to ten rows to choose from',
		fields: ['listButton', 'rows', ...TEXT_HEADER],
		list: { field: 'rows', entry: 'row' },
		make: toListMessage,
	},
	location: {
		name: 'Location',
		description: 'A place on the map',
		fields: ['latitude', 'longitude', 'locationName', 'locationAddress'],
		make: toLocationMessage,
	},
	locationRequest: { name: 'Location Request', description: 'Asks where the person is', fields: ['body'], make: toLocationRequest },
	orderDetails: {
		name: 'Order Details',
		description: 'An order that the person pays in WhatsApp; Brazil and India only',
		fields: [...ORDER, 'items', 'orderOptions', 'body', 'footer'],
		list: { field: 'items', entry: 'item' },
		make: toOrderDetailsMessage,
	},
	orderStatus: {
		name: 'Order Status',
		description: 'How an order of Order Details goes: paid, shipped, canceled',
		fields: ['orderReference', 'orderStatus', 'statusDescription', 'paymentStatus', 'paidAt', 'body', 'footer'],
		make: toOrderStatusMessage,
	},
	product: {
		name: 'Product',
		description: 'One product of your catalog',
		fields: ['catalogId', 'productId', 'optionalBody', 'footer'],
		make: toProductMessage,
	},
	productList: {
		name: 'Product List',
		description: 'Up to 30 products of your catalog',
		fields: ['catalogId', 'products', ...TEXT_HEADER],
		list: { field: 'products', entry: 'product' },
		make: toProductListMessage,
	},
	reaction: {
		name: 'Reaction',
		description: 'An emoji on a message of the person, or none any more',
		fields: ['messageId', 'emoji'],
		make: toReactionMessage,
	},
	sticker: { name: 'Sticker', description: 'A WebP picture', fields: ['media'], make: (form) => toMediaMessage('sticker', form) },
	text: { name: 'Text', description: 'A text of up to 4096 characters', fields: ['text'], make: toTextMessage },
	video: { name: 'Video', description: 'An MP4 or 3GP video, up to 16 MB', fields: ['media', 'caption'], make: (form) => toMediaMessage('video', form) },
};
