import type { IDataObject } from 'n8n-workflow';

import type { MessageReferral } from '../../shared/webhook/reading/MessageReferral';

/** Gives the field `referral` of a message: the ad or post through which the person came; null when there was none. */
export function toReferralJson(referral: MessageReferral | undefined): IDataObject | null {
	if (!referral) return null;
	return {
		clickId: referral.clickId ?? null,
		sourceUrl: referral.sourceUrl ?? null,
		sourceId: referral.sourceId ?? null,
		sourceType: referral.sourceType ?? null,
		headline: referral.headline ?? null,
		body: referral.body ?? null,
		mediaType: referral.mediaType ?? null,
		mediaUrl: referral.mediaUrl ?? null,
		thumbnailUrl: referral.thumbnailUrl ?? null,
		welcomeText: referral.welcomeText ?? null,
	};
}
