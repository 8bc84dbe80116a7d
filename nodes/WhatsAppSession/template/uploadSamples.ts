import type { SampleFile } from '../../shared/cloudApi/media/uploadSample';
import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import type { SampleHandles } from '../../shared/cloudApi/templates/draft/toDraftComponents';
import type { TemplateRun } from './TemplateRun';

/**
 * Uploads the samples of a draft's headers, those of its cards included, each once; called last, when nothing else can be
 * refused any more.
 */
export async function uploadSamples({ account, admin }: TemplateRun, { header, cards = [] }: TemplateDraft): Promise<SampleHandles> {
	const headers = [header, ...cards.map((card) => card.header)].filter((each) => each !== undefined);
	const samples = new Set(headers.flatMap((each) => ('sample' in each ? [each.sample] : [])));
	const handles = new Map<SampleFile, string>();
	for (const sample of samples) handles.set(sample, await admin.uploadSample(account.credentials.appId, sample));
	return handles;
}
