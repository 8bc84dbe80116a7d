import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import type { TemplateRun } from './TemplateRun';

/**
 * Uploads the sample of a media header; called last, when nothing else can be refused any more.
 *
 * @returns its handle; undefined for a header without one
 */
export async function uploadHeaderSample(
	{ account, admin }: TemplateRun,
	{ header }: Pick<TemplateDraft, 'header'>,
): Promise<string | undefined> {
	if (header === undefined || !('sample' in header)) return undefined;
	return await admin.uploadSample(account.credentials.appId, header.sample);
}
