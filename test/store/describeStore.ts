import { describeAnswerWaits } from './describeAnswerWaits';
import { describeAwkwardValues } from './describeAwkwardValues';
import { describeBudgets } from './describeBudgets';
import { describeClosingAlarms } from './describeClosingAlarms';
import { describeClosingStories } from './describeClosingStories';
import { describeConsent } from './describeConsent';
import { describeConsentStories } from './describeConsentStories';
import { describeContacts } from './describeContacts';
import { describeGatheredAnswers } from './describeGatheredAnswers';
import { describeGatherings } from './describeGatherings';
import { describeConversations } from './describeConversations';
import { describeUsage } from './describeUsage';
import { describeHousekeeping } from './describeHousekeeping';
import { describeMarketingStops } from './describeMarketingStops';
import { describeMediaLibrary } from './describeMediaLibrary';
import { describeMoving } from './describeMoving';
import { describeOptOuts } from './describeOptOuts';
import { describeOutbox } from './describeOutbox';
import { describePeople } from './describePeople';
import { describePersonalKeys } from './describePersonalKeys';
import { describeReceivedEvents } from './describeReceivedEvents';
import { describeRenamings } from './describeRenamings';
import { describeSends } from './describeSends';
import { describeSessionList } from './describeSessionList';
import { describeSessions } from './describeSessions';
import { describeStatusDetails } from './describeStatusDetails';
import { describeStatuses } from './describeStatuses';
import { describeStoreEvents } from './describeStoreEvents';
import { describeTemplateChanges } from './describeTemplateChanges';
import { describeTemplateSends } from './describeTemplateSends';
import { describeTogether } from './describeTogether';
import type { OpenStore } from './OpenStore';

/**
 * Holds a store to everything the ports promise. The test file of an adapter is a call of this, and what is its own.
 *
 * @param name - of the adapter
 * @param open - opens a store with nothing in it
 */
export function describeStore(name: string, open: OpenStore): void {
	describe(name, () => {
		describeSessions(open);
		describeSessionList(open);
		describeReceivedEvents(open);
		describeStatuses(open);
		describeStatusDetails(open);
		describeMarketingStops(open);
		describeSends(open);
		describePeople(open);
		describePersonalKeys(open);
		describeConsent(open);
		describeConsentStories(open);
		describeOptOuts(open);
		describeContacts(open);
		describeRenamings(open);
		describeTemplateChanges(open);
		describeTemplateSends(open);
		describeMediaLibrary(open);
		describeAnswerWaits(open);
		describeOutbox(open);
		describeStoreEvents(open);
		describeClosingAlarms(open);
		describeClosingStories(open);
		describeGatherings(open);
		describeGatheredAnswers(open);
		describeTogether(open);
		describeAwkwardValues(open);
		describeConversations(open);
		describeUsage(open);
		describeBudgets(open);
		describeHousekeeping(open);
		describeMoving(open);
	});
}
