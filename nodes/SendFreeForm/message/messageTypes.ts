/** One kind of message that the node sends. */
export interface MessageType {
	/** Title in the list of types. */
	name: string;
	description: string;
	/** The parameters it is made of, by their names. */
	fields: readonly string[];
	/** The parameter that is a list of entries, and the name of the entries within it; undefined for most. */
	list?: { field: string; entry: string };
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
	},
	audio: { name: 'Audio', description: 'A recording or a voice note', fields: ['media', 'isVoice'] },
	buttons: {
		name: 'Buttons',
		description: 'A text with up to three buttons to answer by',
		fields: ['buttons', ...INTERACTIVE],
		list: { field: 'buttons', entry: 'button' },
	},
	callButton: {
		name: 'Call Button',
		description: 'A button with which the person calls you on WhatsApp',
		fields: ['callLabel', 'callMinutes', 'callPayload', 'body'],
	},
	callPermissionRequest: {
		name: 'Call Permission Request',
		description: 'Asks whether you may call; once a day and twice a week for each person',
		fields: ['optionalBody'],
	},
	carousel: {
		name: 'Carousel',
		description: 'Two to ten cards with a picture or a product each',
		fields: ['cardKind', 'cardCatalog', 'cards', 'body'],
		list: { field: 'cards', entry: 'card' },
	},
	catalog: { name: 'Catalog', description: 'Opens your catalog', fields: ['thumbnailProductId', 'body', 'footer'] },
	contactInfoRequest: {
		name: 'Contact Info Request',
		description: 'Asks somebody who hides it for the phone number',
		fields: ['body'],
	},
	contacts: {
		name: 'Contacts',
		description: 'One contact card or several',
		fields: ['contacts'],
		list: { field: 'contacts', entry: 'contact' },
	},
	document: {
		name: 'Document',
		description: 'A file of any kind, up to 100 MB',
		fields: ['media', 'caption', 'fileName'],
	},
	flow: {
		name: 'Flow',
		description: 'Opens a form of several screens within WhatsApp',
		fields: ['flowId', 'flowLabel', 'flowReference', 'flowAction', 'flowScreen', 'flowData', 'flowIsDraft', ...INTERACTIVE],
	},
	image: { name: 'Image', description: 'A JPEG or PNG picture, up to 5 MB', fields: ['media', 'caption'] },
	json: { name: 'JSON', description: "Anything else, in the shape of Meta's send call", fields: ['json'] },
	link: {
		name: 'Link Button',
		description: 'A text with a button that opens a link',
		fields: ['linkLabel', 'linkUrl', ...INTERACTIVE],
	},
	list: {
		name: 'List',
		description: 'A text with a list of up to ten rows to choose from',
		fields: ['listButton', 'rows', ...TEXT_HEADER],
		list: { field: 'rows', entry: 'row' },
	},
	location: {
		name: 'Location',
		description: 'A place on the map',
		fields: ['latitude', 'longitude', 'locationName', 'locationAddress'],
	},
	locationRequest: { name: 'Location Request', description: 'Asks where the person is', fields: ['body'] },
	orderDetails: {
		name: 'Order Details',
		description: 'An order that the person pays in WhatsApp; Brazil and India only',
		fields: [...ORDER, 'items', 'orderOptions', 'body', 'footer'],
		list: { field: 'items', entry: 'item' },
	},
	orderStatus: {
		name: 'Order Status',
		description: 'How an order of Order Details goes: paid, shipped, canceled',
		fields: ['orderReference', 'orderStatus', 'statusDescription', 'paymentStatus', 'paidAt', 'body', 'footer'],
	},
	product: {
		name: 'Product',
		description: 'One product of your catalog',
		fields: ['catalogId', 'productId', 'optionalBody', 'footer'],
	},
	productList: {
		name: 'Product List',
		description: 'Up to 30 products of your catalog',
		fields: ['catalogId', 'products', ...TEXT_HEADER],
		list: { field: 'products', entry: 'product' },
	},
	reaction: {
		name: 'Reaction',
		description: 'An emoji on a message of the person, or none any more',
		fields: ['messageId', 'emoji'],
	},
	sticker: { name: 'Sticker', description: 'A WebP picture', fields: ['media'] },
	text: { name: 'Text', description: 'A text of up to 4096 characters', fields: ['text'] },
	video: { name: 'Video', description: 'An MP4 or 3GP video, up to 16 MB', fields: ['media', 'caption'] },
};
