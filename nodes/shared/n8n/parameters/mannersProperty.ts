import type { INodeProperties } from 'n8n-workflow';

/** A field of the manners of a node, or of those of the account. */
export type MannersField = 'quietFrom' | 'quietUntil' | 'timeZone' | 'marketingCap' | 'marketingCapDays' | 'templatePauseHours' | 'unansweredCap';

/** Manners as they were filled in; a field that is missing or empty is not asked for. */
export type WrittenManners = Partial<Record<MannersField, unknown>>;

interface FieldText {
	displayName: string;
	placeholder: string;
	description: string;
	/** What a node puts in when the field is added. */
	default: string | number;
	typeOptions?: INodeProperties['typeOptions'];
}

/** The fields, as the editor calls them. */
export const MANNERS_FIELDS: Record<MannersField, FieldText> = {
	quietFrom: {
		displayName: 'Quiet From',
		placeholder: 'e.g. 21:00',
		description: 'The time of day at which the quiet hours of the person begin; 21:00 where only the other end is given',
		default: '21:00',
	},
	quietUntil: {
		displayName: 'Quiet Until',
		placeholder: 'e.g. 08:00',
		description: 'The time of day at which the quiet hours of the person end; 08:00 where only the other end is given',
		default: '08:00',
	},
	timeZone: {
		displayName: 'Time Zone',
		placeholder: 'e.g. America/Sao_Paulo',
		description:
			'IANA name of the time zone that the quiet hours are kept in. Leave empty for that of the person: by the area and country of the number, and where that may be several, it is quiet while it is quiet in any of them.',
		default: '',
	},
	marketingCap: {
		displayName: 'Marketing Cap',
		placeholder: 'e.g. 2',
		description: 'How many marketing templates one person gets at most within the days below, from all workflows and numbers of the account',
		default: 2,
		typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
	},
	marketingCapDays: {
		displayName: 'Marketing Cap: Days',
		placeholder: 'e.g. 7',
		description: 'The days that the marketing templates are counted in, each of 24 hours back from the moment of sending; 7 where it is not given',
		default: 7,
		typeOptions: { minValue: 1, maxValue: 365, numberPrecision: 0 },
	},
	templatePauseHours: {
		displayName: 'Template Pause (Hours)',
		placeholder: 'e.g. 24',
		description: 'How long after one template the next one may go out to the same person, from whichever workflow; authentication templates neither wait nor count',
		default: 24,
		typeOptions: { minValue: 0 },
	},
	unansweredCap: {
		displayName: 'Stop After Unanswered',
		placeholder: 'e.g. 3',
		description: 'After how many templates since the person last wrote none goes out any more, until the person writes; authentication templates neither stop nor count',
		default: 3,
		typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
	},
};

const NAMES = Object.keys(MANNERS_FIELDS) as MannersField[];

const leaveOutProperty: INodeProperties = {
	displayName: 'Leave Out Those of the Credential',
	name: 'leaveOutAccount',
	type: 'boolean',
	default: false,
	description: 'Whether only the manners of this node count, and not those that the credential has for all templates',
};

/** How a business is polite to one person, for both send nodes; read with `readManners`. */
export const mannersProperty: INodeProperties = {
	displayName: 'Manners',
	name: 'manners',
	type: 'collection',
	placeholder: 'Add manner',
	default: {},
	description:
		'Quiet hours, limits and pauses: when not to write to a person. What has to wait leaves on the second output with notSent.sendAt, the moment at which it may go out. To send it then: an If node that asks whether notSent.sendAt exists, a Sort node by it, a Wait node until that of the first item, and back into this node. Fields that are left out have the values of the credential, whose quiet hours count for templates only.',
	options: [
		leaveOutProperty,
		...NAMES.map((name): INodeProperties => {
			const { displayName, description, placeholder, default: value, typeOptions } = MANNERS_FIELDS[name];
			return { displayName, name, type: typeof value === 'number' ? 'number' : 'string', default: value, placeholder, description, typeOptions };
		}),
	].toSorted((one, other) => (one.displayName < other.displayName ? -1 : 1)),
};

/** The same for the credential: a switch, and what counts for all templates of the account. */
export const accountMannersProperties: INodeProperties[] = [
	{
		displayName: 'Manners for All Templates',
		name: 'accountManners',
		type: 'boolean',
		default: false,
		description:
			"Whether quiet hours and limits count for the marketing and utility templates of all nodes with this credential. 'Manners' of a node go before them, field by field.",
	},
	...NAMES.map((name): INodeProperties => {
		const { displayName, description, placeholder } = MANNERS_FIELDS[name];
		return { displayName, name, type: 'string', default: '', placeholder, description, displayOptions: { show: { accountManners: [true] } } };
	}),
];

/** Takes the manners of the account out of the fields of the credential. */
export function mannersOfAccount(fields: Record<string, unknown>): WrittenManners {
	if (fields.accountManners !== true) return {};
	return Object.fromEntries(NAMES.map((name) => [name, fields[name]]));
}
