import { INSPECTED_BYTES, inspectMimeType } from '../../shared/cloudApi/media/inspectMimeType';
import { toUploadName } from '../../shared/cloudApi/media/toUploadName';
import type { SampleFile } from '../../shared/cloudApi/media/uploadSample';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { findBinary } from '../../shared/n8n/files/findFile';
import type { TemplateRun } from './TemplateRun';

/**
 * Reads the file that shows Meta's review what a media header will look like.
 *
 * @param parameter - the field that names it, as the form shows it
 * @param property - the name of the item's file field
 * @throws {InvalidInputError} when the item has no such file, or the credential no app of Meta to upload it for
 */
export async function readSample(
	{ account, context }: TemplateRun,
	itemIndex: number,
	parameter: string,
	property: string,
): Promise<SampleFile> {
	const binary = findBinary(context, itemIndex, property);
	if (binary === undefined) {
		throw new InvalidInputError(
			parameter,
			`'${parameter}' names a file that the item does not have: ${property.slice(0, 80) || '(empty)'}`,
			'Put a node before this one that reads or downloads the file, and give the name of its field, for example data.',
		);
	}
	if (account.credentials.provider !== 'meta') {
		throw new InvalidInputError(
			'Provider',
			'A sample file is uploaded in the name of a Meta app, and with another provider than Meta the app is that of the provider.',
			'Create templates with a file in the header in the console of your provider; sending them works here.',
		);
	}
	if (account.credentials.appId === '') {
		throw new InvalidInputError(
			'App ID',
			"A sample file is uploaded for the Meta app, and the credential has no 'App ID'.",
			'Open the credential and copy it from App Settings > Basic in the Meta console.',
		);
	}
	const content = await context.helpers.getBinaryDataBuffer(itemIndex, property);
	const mimeType = inspectMimeType(content.subarray(0, INSPECTED_BYTES), binary.mimeType).split(';')[0] ?? binary.mimeType;
	return { fileName: toUploadName({ fileName: binary.fileName, property, mimeType }), mimeType, content };
}
