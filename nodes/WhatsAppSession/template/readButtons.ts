import { REVIEW_TEXT } from '../../shared/cloudApi/templates/draft/buttonWords';
import type { DraftButton, DraftDeepLink, DraftFlow } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import type { TemplateRun } from './TemplateRun';
import { toRow, toRows, type Row } from './toRows';
import { toWord } from './toWord';

/**
 * Reads a list of buttons as the form has it; see `buttonsProperty`.
 *
 * @param list - its entries
 */
export function readButtons({ account }: TemplateRun, list: unknown): DraftButton[] {
	return toRows(list).map((row) => ({
		type: toWord(row.type) || 'QUICK_REPLY',
		text: toWord(row.type) === 'ORDER_DETAILS' ? toWord(row.orderText) || REVIEW_TEXT : toWord(row.text),
		url: toWord(row.url),
		urlExample: toWord(row.urlExample),
		...readDeepLink(toRow(row.deepLink), account.credentials.appId),
		phoneNumber: toWord(row.phoneNumber),
		code: toWord(row.code),
		paymentKind: toWord(row.paymentKind) || 'pix_dynamic_code',
		paymentSample: toWord(row.paymentSample),
		flow: readFlow(row),
		flowScreen: toWord(row.flowScreen),
	}));
}

function readFlow({ flowFrom, flowId, flowName, flowJson }: Row): DraftFlow {
	if (flowFrom === 'name') return { name: toWord(flowName) };
	if (flowFrom === 'json') return { json: flowJson };
	return { id: toWord(flowId) };
}

/** @param appId - that of the credential, which stands in for one that is not given */
function readDeepLink({ link, appId: own, fallbackUrl }: Row, appId: string): { deepLink?: DraftDeepLink } {
	if ([link, own, fallbackUrl].every((value) => toWord(value) === '')) return {};
	return { deepLink: { link: toWord(link), appId: toWord(own) || appId, fallbackUrl: toWord(fallbackUrl) } };
}
