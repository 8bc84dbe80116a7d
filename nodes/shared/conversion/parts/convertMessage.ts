import { CannotConvertError } from '../CannotConvertError';
import type { GivenParameters } from '../GivenParameters';
import type { NodeConversion } from '../NodeConversion';
import { onlySet } from '../onlySet';
import { takeAddress } from './takeAddress';
import { takeContact } from './takeContact';
import { toText } from './toText';
import { WINDOW_CLOSED } from './windowClosed';

const FIELD_OF_MEDIA: Readonly<Record<string, string>> = { useMediaLink: 'mediaLink', useMediaId: 'mediaId', useMedian8n: 'mediaPropertyName' };

/** What the form of a message holds, by its type. */
const FORMS: Readonly<Record<string, (given: GivenParameters) => Record<string, unknown>>> = {
	text: (given) => {
		const previewUrl = given.take('additionalFields', 'previewUrl');
		return { text: given.take('textBody') ?? '', ...(previewUrl !== undefined && { options: { previewUrl } }) };
	},
	audio: (given) => ({ media: takeMedia(given) }),
	image: (given) => ({ media: takeMedia(given), caption: given.take('additionalFields', 'mediaCaption') }),
	video: (given) => ({ media: takeMedia(given), caption: given.take('additionalFields', 'mediaCaption') }),
	document: (given) => {
		const media = takeMedia(given);
		const caption = given.take('additionalFields', 'mediaCaption');
		// The built-in node has two fields for it; where both are filled in, the second one is left over and so told.
		return { media, caption, fileName: given.take('mediaFilename') ?? given.take('additionalFields', 'mediaFilename') };
	},
	location: (given) => ({
		latitude: toText(given.take('latitude')),
		longitude: toText(given.take('longitude')),
		locationName: given.take('additionalFields', 'nameAndAddress', 'name'),
		locationAddress: given.take('additionalFields', 'nameAndAddress', 'address'),
	}),
	contacts: (given) => ({ contacts: { contact: [takeContact(given)] } }),
};

/**
 * Message > Send becomes WhatsApp Send Free-form.
 *
 * @throws {CannotConvertError} when its type is an expression, or not one that the built-in node has
 */
export function convertMessage(given: GivenParameters): NodeConversion {
	const messageType = given.choose('text', 'messageType');
	const toForm = Object.hasOwn(FORMS, messageType) ? FORMS[messageType] : undefined;
	if (!toForm) throw new CannotConvertError(`its message type is unknown: ${messageType.slice(0, 40)}.`);
	const parameters = { ...takeAddress(given), messageType, ...onlySet(toForm(given)) };
	return { type: 'sendFreeForm', typeVersion: 2, parameters, outputs: [0], outputCount: 2, toDo: [WINDOW_CLOSED] };
}

function takeMedia(given: GivenParameters): string {
	const path = given.choose('useMediaLink', 'mediaPath');
	const field = Object.hasOwn(FIELD_OF_MEDIA, path) ? FIELD_OF_MEDIA[path] : undefined;
	if (!field) throw new CannotConvertError(`it takes its file from where this pack does not know: ${path.slice(0, 40)}.`);
	return toText(given.take(field)) ?? (field === 'mediaPropertyName' ? 'data' : '');
}
