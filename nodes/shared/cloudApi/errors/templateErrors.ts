import type { ErrorRow } from './ErrorRow';

const CHECK_VALUES = 'Compare the values of this node with the variables of the template in WhatsApp Manager.';
const EDIT = 'Correct the template in WhatsApp Manager under Message templates.';

/**
 * Codes about message templates, their state and their values.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const TEMPLATE_ERRORS: readonly ErrorRow[] = [
	{ code: 132000, family: 'template', retry: 'no',
		summary: 'the number of values does not match the variables of the template',
		advice: `Load the template list of the node again, in case the template has changed. ${CHECK_VALUES}` },
	{ code: 132001, family: 'template', retry: 'no',
		summary: 'there is no approved template with this name in this language',
		advice:
			'Choose the template from the list of the node: the language must match exactly (en is not en_US), ' +
			'and a new template must be approved first.' },
	{ code: 132005, family: 'template', retry: 'no',
		summary: 'the template becomes too long with these values',
		advice: 'Shorten the values: a header may have 60 characters, a body 1,024.' },
	{ code: 132007, family: 'template', retry: 'no',
		summary: 'the content of the template breaks a WhatsApp policy', advice: EDIT },
	{ code: 132008, family: 'template', retry: 'no',
		summary: 'a value for the template is not valid', advice: CHECK_VALUES },
	{ code: 132012, family: 'template', retry: 'no',
		summary: 'a value has another format than the template expects', advice: CHECK_VALUES },
	{ code: 132015, family: 'template', retry: 'no',
		summary: 'Meta has paused the template because of low quality, or dropped the message while testing it',
		advice:
			'Look at the state of the template in WhatsApp Manager; wait until it is active again, or improve ' +
			'its text.' },
	{ code: 132016, family: 'template', retry: 'no',
		summary: 'Meta has disabled the template for good, because it was paused too often',
		advice: 'Create a new template with another content in WhatsApp Manager.' },
	{ code: 132018, family: 'template', retry: 'no',
		summary: 'a value for the template is not allowed',
		advice: `Values may not be empty or hold line breaks, tabs or more than 3 spaces in a row. ${CHECK_VALUES}` },

	{ code: 131055, family: 'template', retry: 'no',
		summary: 'the Marketing Messages API only sends marketing templates',
		advice: 'Choose a template of the category Marketing.' },
	{ code: 134100, family: 'template', retry: 'no',
		summary: 'only marketing templates can be sent this way',
		advice: 'Choose a template of the category Marketing.' },
	{ code: 134101, family: 'template', retry: 'later',
		summary: 'Meta is still preparing the template', advice: 'Wait 10 minutes and send it again.' },

	{ code: 2388019, family: 'template', retry: 'no',
		summary: 'the account has as many templates as it may have',
		advice: 'Delete templates you do not need in WhatsApp Manager, or have the business verified.' },
	{ code: 2388023, family: 'template', retry: 'later',
		summary: 'a template of this name is still being deleted in this language',
		advice: 'Wait until it is gone, or take another name; the name of a deleted template is blocked for 30 days.' },
	{ code: 2388024, family: 'template', retry: 'no',
		summary: 'there is a template of this name in this language already',
		advice: 'Edit that template, or take another name or language.' },
	{ code: 2388039, family: 'template', retry: 'no',
		summary: 'the state of this template cannot be changed', advice: 'Create a new template in WhatsApp Manager.' },
	{ code: 2388040, family: 'template', retry: 'no', summary: 'a text of the template is too long', advice: EDIT },
	{ code: 2388047, family: 'template', retry: 'no',
		summary: 'the header of the template is not valid', advice: EDIT },
	{ code: 2388072, family: 'template', retry: 'no', summary: 'the body of the template is not valid', advice: EDIT },
	{ code: 2388073, family: 'template', retry: 'no',
		summary: 'the footer of the template is not valid', advice: EDIT },
	{ code: 2388293, family: 'template', retry: 'no',
		summary: 'the template has too many variables for so short a text',
		advice: 'Add words to the template, or take variables out, in WhatsApp Manager.' },
	{ code: 2388299, family: 'template', retry: 'no',
		summary: 'the template begins or ends with a variable',
		advice: 'Put words before the first and after the last variable of the template in WhatsApp Manager.' },
	{ code: 2388000, upTo: 2388999, family: 'template', retry: 'no',
		summary: 'the template is not valid', advice: EDIT },
];
