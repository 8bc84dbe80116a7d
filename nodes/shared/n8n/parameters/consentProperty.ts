import type { INode, INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { toTopic } from '../../domain/readConsentKind';
import type { AskedMessage, ConsentRequirement } from '../../domain/policies/Policy';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';

const TITLE = 'Consent';
const TOPIC = 'options.topic';
const TOPIC_TITLE = 'Topic';
/** The version of the send nodes from which on opt-ins have to be on record; earlier nodes go on as they did. */
export const CONSENT_VERSION = 2;

const CHOICES: Array<{ name: string; value: ConsentRequirement; description: string }> = [
	{
		name: 'Opt-In on Record for Marketing',
		value: 'requiredForMarketing',
		description: 'Marketing goes only to people whose opt-in this pack has on record; other templates need none',
	},
	{
		name: 'Opt-In on Record for Every Template',
		value: 'requiredForAll',
		description: 'Utility and authentication need an opt-in as well, unless the person has written within 24 hours',
	},
	{
		name: 'Kept Elsewhere',
		value: 'keptElsewhere',
		description: 'Your opt-ins are kept in another system, and the items are people who have opted in',
	},
];

/**
 * Whose consent a template needs, for a send node.
 *
 * @param show - of which other parameters it depends; undefined for none
 */
export function consentProperty(show: Record<string, string[]> = {}): INodeProperties {
	return {
		displayName: TITLE,
		name: 'consent',
		type: 'options',
		noDataExpression: true,
		options: CHOICES,
		default: 'requiredForMarketing',
		description:
			'Whether an opt-in has to be on record before a template goes out. Whoever has opted out gets nothing of that kind in any case; the item then leaves with notSent.reason optedOut, or noOptIn.',
		displayOptions: { show: { ...show, '@version': [{ _cnd: { gte: CONSENT_VERSION } }] } },
	};
}

/** For the collection of options of a send node. */
export const topicProperty: INodeProperties = {
	displayName: TOPIC_TITLE,
	name: 'topic',
	type: 'string',
	default: '',
	placeholder: 'e.g. newsletter',
	description: 'What of yours the template belongs to. An opt-in to the topic is enough, and whoever has opted out of the topic does not get it.',
};

/** What the builder says about the consent that a template needs. */
export type ConsentChoice = Pick<Extract<AskedMessage, { sentAs: 'template' }>, 'consent' | 'topic'>;

/**
 * Reads the choice.
 *
 * @param node - one of a version from before the parameter asks for no opt-in on record
 * @throws {InvalidInputError} when it is none of the three, or the topic is too long or an expression that gives none
 */
export function readConsentChoice(read: ParameterReader, { typeVersion }: Pick<INode, 'typeVersion'>, itemIndex: number): ConsentChoice {
	const topic = readTopic(read, itemIndex);
	if (typeVersion < CONSENT_VERSION) return { consent: 'keptElsewhere', topic };
	const value = read('consent', itemIndex, 'requiredForMarketing');
	const choice = CHOICES.find((known) => known.value === value);
	if (choice) return { consent: choice.value, topic };
	throw new InvalidInputError(
		TITLE,
		`'${TITLE}' is unknown: ${String(JSON.stringify(value)).slice(0, 40)}`,
		`Choose one of: ${CHOICES.map(({ name, value: word }) => `'${name}' (${word})`).join(', ')}.`,
	);
}

/** Without a topic nobody's opt-out of it would count, so an expression has to give one. */
function readTopic(read: ParameterReader, itemIndex: number): ConsentChoice['topic'] {
	if (isLeftEmpty(read.stored(TOPIC))) return undefined;
	const topic = String(read(TOPIC, itemIndex, '') ?? '');
	if (topic.trim() !== '') return toTopic(TOPIC_TITLE, topic);
	throw new InvalidInputError(
		TOPIC_TITLE,
		`'${TOPIC_TITLE}' is empty, so nothing was sent: it would reach those who have opted out of the topic.`,
		`Give the topic in every item, or take '${TOPIC_TITLE}' out of the options.`,
	);
}
