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

/** Makes the message of a form. */
export type MessageMaker = (form: MessageForm) => FreeFormMessage;

/** What makes the message of each type; apart from what describes them, because n8n reads descriptions at its start. */
export const MESSAGE_MAKERS: Readonly<Record<string, MessageMaker>> = {
	addressRequest: toAddressRequest,
	audio: (form) => toMediaMessage('audio', form),
	buttons: toButtonsMessage,
	callButton: toCallButtonMessage,
	callPermissionRequest: toCallPermissionRequest,
	carousel: toCarouselMessage,
	catalog: toCatalogMessage,
	contactInfoRequest: toContactInfoRequest,
	contacts: toContactsMessage,
	document: (form) => toMediaMessage('document', form),
	flow: toFlowMessage,
	image: (form) => toMediaMessage('image', form),
	json: toJsonMessage,
	link: toLinkMessage,
	list: toListMessage,
	location: toLocationMessage,
	locationRequest: toLocationRequest,
	orderDetails: toOrderDetailsMessage,
	orderStatus: toOrderStatusMessage,
	product: toProductMessage,
	productList: toProductListMessage,
	reaction: toReactionMessage,
	sticker: (form) => toMediaMessage('sticker', form),
	text: toTextMessage,
	video: (form) => toMediaMessage('video', form),
};
