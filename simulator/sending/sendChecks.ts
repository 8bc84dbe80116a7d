import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import { checkTemplateMessage } from '../templates/checkTemplateMessage.ts';
import { isCodeButton } from '../templates/isCodeButton.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { checkCallRequests } from './checkCallRequests.ts';
import { checkMarketingMessage } from './checkMarketingMessage.ts';
import { checkDirectSend } from './checkDirectSend.ts';
import { checkGroupMessage } from './checkGroupMessage.ts';
import { checkFreeForm } from './freeForm/checkFreeForm.ts';
import { otherSideOf } from './otherSideOf.ts';
import { resolveRecipient } from './resolveRecipient.ts';
import type { SendDraft } from './SendDraft.ts';

/** 45 at once, then one in 6 s: Meta's limit from one number to one person (about-the-platform, read 2026-05). */
const PAIR_RATE = { burst: 45, refillMs: 6000 };

const CALLBACK_DATA_CHARACTERS = 512;

/** One question that Meta asks about a send; throws a `GraphError` when the answer is no. */
export type SendCheck = (engine: Engine, draft: SendDraft) => void;

/** What Meta checks in the message itself, in this order; the first refusal is the answer. */
export const shapeChecks: readonly SendCheck[] = [
	namesTheProduct,
	(_engine, draft) => checkMarketingMessage(draft),
	namesTheRecipientType,
	(engine, draft) => resolveRecipient(engine.world, draft),
	hasContent,
	(_engine, draft) => checkGroupMessage(draft),
	checkDirectSend,
	answersAMessage,
	keepsCallbackDataShort,
];

/** What Meta checks after that: whether a sound message may go out now. */
export const limitChecks: readonly SendCheck[] = [ownsTheThread, keepsWindowAtOnce, checkCallRequests, keepsThroughput, keepsPairRate];

function namesTheProduct(_engine: Engine, { body }: SendDraft): void {
	if (body.messaging_product === 'whatsapp') return;
	const isMissing = body.messaging_product === undefined;
	const wrong = isMissing
		? 'The parameter messaging_product is required.'
		: 'Param messaging_product must be whatsapp';
	throw new GraphError(100, { message: `(#100) ${wrong}` });
}

function namesTheRecipientType(_engine: Engine, { body }: SendDraft): void {
	if (body.recipient_type === undefined || body.recipient_type === 'individual' || body.recipient_type === 'group') return;
	throw new GraphError(131009, { details: 'Parameter recipient_type must be individual or group' });
}

function hasContent(engine: Engine, draft: SendDraft): void {
	const { templates, media, world } = engine;
	if (draft.type !== 'template') {
		checkFreeForm(engine, draft);
		return;
	}
	const content = toJsonObject(draft.body.template);
	if (!content) throw new GraphError(131008, { details: "Parameter 'template' is mandatory for type 'template'" });
	const language = toJsonObject(content.language)?.code;
	if (typeof content.name !== 'string' || typeof language !== 'string') {
		throw new GraphError(100, { details: 'template.name and template.language.code are required' });
	}
	draft.content = content;
	draft.template = templates.find(content.name, language);
	const isMarketingMessage = draft.endpoint === 'marketing_messages';
	if (draft.template) checkEndpoint(draft.template, isMarketingMessage, world.settings.marketingOnCloudApi);
	checkTemplateMessage(draft.template, content, {
		nowMs: draft.nowMs,
		isMarketingMessage,
		hasFile: (id) => media.find(id) !== undefined,
	});
	checkCodeRecipient(draft);
}

function checkEndpoint({ category }: TemplateDefinition, isMarketingMessage: boolean, isAllowed: boolean): void {
	if (isMarketingMessage && category !== 'MARKETING') throw new GraphError(134100);
	if (!isMarketingMessage && category === 'MARKETING' && !isAllowed) throw new GraphError(131063);
}

/** One-time codes go to phone numbers only (business-scoped-user-ids, read 2026-03). */
function checkCodeRecipient({ template, group, addressedBy }: SendDraft): void {
	const buttons = template?.components.flatMap((component) => component.buttons ?? []) ?? [];
	if (!group && !addressedBy.phoneNumber && buttons.some(isCodeButton)) throw new GraphError(131062);
}

function answersAMessage(_engine: Engine, { body, type }: SendDraft): void {
	if (body.context === undefined) return;
	const messageId = toJsonObject(body.context)?.message_id;
	if (typeof messageId !== 'string' || messageId === '') {
		throw new GraphError(131008, { details: 'Parameter context.message_id is missing' });
	}
	if (type === 'reaction') throw new GraphError(131009, { details: 'A reaction cannot answer a message' });
}

function keepsCallbackDataShort(_engine: Engine, { body: { biz_opaque_callback_data: data } }: SendDraft): void {
	if (data === undefined || (typeof data === 'string' && data.length <= CALLBACK_DATA_CHARACTERS)) return;
	const limit = `must be a text of at most ${CALLBACK_DATA_CHARACTERS} characters`;
	throw new GraphError(100, { message: `(#100) Param biz_opaque_callback_data ${limit}.` });
}

/** A free-form message into another responder's conversation; the escalation partner takes it by sending. Templates always go. */
function ownsTheThread({ world: { threads } }: Engine, draft: SendDraft): void {
	const { number, person, group, nowMs } = draft;
	const waId = person?.waId ?? '';
	if (group || isBusinessInitiated(draft) || threads.ownerOf(number.id, waId, nowMs) !== 'responder') return;
	if (threads.appRole !== 'escalation') throw new GraphError(131070);
	threads.give(number.id, waId, 'app', nowMs);
}

/** What needs no open window: a template, also one that Meta makes of the message. */
function isBusinessInitiated({ type, generatedTemplateId }: SendDraft): boolean {
	return type === 'template' || generatedTemplateId !== undefined;
}

function keepsWindowAtOnce({ world }: Engine, draft: SendDraft): void {
	if (isBusinessInitiated(draft) || world.settings.reEngagementError !== 'atOnce') return;
	if (!world.windows.state(draft.number.id, otherSideOf(draft), draft.nowMs).isOpen)
		throw new GraphError(131047);
}

function keepsThroughput({ world, rateLimit }: Engine, { number, nowMs }: SendDraft): void {
	const perSecond = world.settings.throughputPerSecond;
	if (perSecond === null) return;
	const isAllowed = rateLimit.take(number.id, nowMs, { burst: perSecond, refillMs: 1000 / perSecond });
	if (!isAllowed) throw new GraphError(130429);
}

function keepsPairRate({ world, rateLimit }: Engine, draft: SendDraft): void {
	const { number, nowMs } = draft;
	if (!world.settings.pairRate) return;
	if (!rateLimit.take(`${number.id} ${otherSideOf(draft)}`, nowMs, PAIR_RATE)) throw new GraphError(131056);
}
