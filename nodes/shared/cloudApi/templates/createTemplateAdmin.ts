import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest, GraphTransport } from '../client/GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { listGraphItems } from '../client/listGraphItems';
import { toGraphId } from '../client/toGraphId';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';
import { uploadSample } from '../media/uploadSample';
import type {
	CreatedTemplate,
	LibraryCreation,
	ListedTemplate,
	TemplateAdmin,
	TemplateComponent,
	TemplateCreation,
	TemplateUpsert,
	UpsertedTemplate,
} from './TemplateAdmin';
import { TEMPLATE_GRAPH_FIELDS } from './templateGraphFields';
import { toLibraryTemplate } from './toLibraryTemplate';
import { toMessageTemplate } from './toMessageTemplate';

const DEFAULT_MAX_TRIES = 3;

/**
 * Makes the requests by which message templates are managed, over a transport that knows the token.
 *
 * Reads are repeated as those of the Cloud API client are; whatever changes something is repeated only after a refusal
 * that asks for it. An ID that is not made of digits is refused before any request.
 *
 * @param options.wait - waits that many milliseconds; a timer by default
 * @param options.maxTries - how often a request is made at most, the first time included; 3 by default
 */
export function createTemplateAdmin(
	transport: GraphTransport,
	options: { wait?: (ms: number) => Promise<void>; maxTries?: number } = {},
): TemplateAdmin {
	const calling: GraphCalling = {
		transport,
		wait: options.wait ?? waitMs,
		maxTries: options.maxTries ?? DEFAULT_MAX_TRIES,
	};
	return {
		listTemplates: async (businessAccountId) => await listTemplates(calling, businessAccountId),
		createTemplate: async (businessAccountId, template) => await createTemplate(calling, businessAccountId, template),
		listLibrary: async (language, search) => {
			const filters = { language, ...(search !== '' && { search }) };
			const items = await listGraphItems(calling, '/message_template_library', [], filters);
			return items.map(toLibraryTemplate).filter((template) => template !== undefined);
		},
		upsertTemplates: async (businessAccountId, template) => await upsertTemplates(calling, businessAccountId, template),
		editTemplate: async (templateId, edit) =>
			await change(calling, { method: 'POST', path: `/${toGraphId('Template', templateId)}`, body: { ...edit } }),
		deleteTemplate: async (businessAccountId, name, templateId) => {
			const query = { ...(templateId !== undefined && { hsm_id: toGraphId('Template', templateId) }), name };
			await change(calling, { method: 'DELETE', path: templatesPath(businessAccountId), query });
		},
		uploadSample: async (appId, file) => await uploadSample(calling, appId, file),
	};
}

async function waitMs(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

async function listTemplates(calling: GraphCalling, businessAccountId: string): Promise<ListedTemplate[]> {
	const items = await listGraphItems(calling, templatesPath(businessAccountId), TEMPLATE_GRAPH_FIELDS);
	return items.flatMap((item) => {
		const template = toMessageTemplate(item);
		if (template === undefined || !isRecord(item) || !Array.isArray(item.components)) return [];
		return [{ template, components: item.components.filter(isComponent) }];
	});
}

async function createTemplate(
	calling: GraphCalling,
	businessAccountId: string,
	template: TemplateCreation | LibraryCreation,
): Promise<CreatedTemplate> {
	const request: GraphRequest = { method: 'POST', path: templatesPath(businessAccountId), body: { ...template } };
	const { status: httpStatus, body } = await callGraph(calling, request);
	const { id, status, category } = body;
	if (typeof id !== 'string' || id === '') throw toUnreadableAnswerError({ status: httpStatus }, request);
	return {
		id,
		status: typeof status === 'string' ? status.toUpperCase() : 'PENDING',
		category: typeof category === 'string' ? category.toUpperCase() : template.category,
	};
}

async function upsertTemplates(
	calling: GraphCalling,
	businessAccountId: string,
	template: TemplateUpsert,
): Promise<UpsertedTemplate[]> {
	const path = `/${toGraphId('Business Account ID', businessAccountId)}/upsert_message_templates`;
	const request: GraphRequest = { method: 'POST', path, body: { ...template } };
	const { status: httpStatus, body } = await callGraph(calling, request);
	const items = (Array.isArray(body.data) ? body.data : []).filter(isRecord);
	const upserted = items.flatMap(({ id, status, language }) =>
		typeof id === 'string' && typeof language === 'string'
			? [{ id, language, status: typeof status === 'string' ? status.toUpperCase() : 'PENDING' }]
			: [],
	);
	if (upserted.length === 0 || upserted.length < items.length) throw toUnreadableAnswerError({ status: httpStatus }, request);
	return upserted;
}

/** Makes a request that changes something; Meta answers `{ success: true }`. */
async function change(calling: GraphCalling, request: GraphRequest): Promise<void> {
	const { status, body } = await callGraph(calling, request);
	if (body.success !== true) throw toUnreadableAnswerError({ status }, request);
}

function templatesPath(businessAccountId: string): string {
	return `/${toGraphId('Business Account ID', businessAccountId)}/message_templates`;
}

function isComponent(item: unknown): item is TemplateComponent {
	return isRecord(item) && typeof item.type === 'string';
}
