import type { PublishedTrigger } from './openRegistrationStage';
import { PHONE_NUMBER_ID } from './openStage';

/** Parameters of a trigger that registers at one number, picked from the list or named by its ID. */
export const onNumber = (value = PHONE_NUMBER_ID, mode: 'id' | 'list' = 'id') => ({
	registrationLevel: 'phoneNumber',
	registrationPhoneNumberId: { __rl: true, mode, value },
});

/** Every level with its name and parameters, for `test.each`. */
export const registrationLevels = (mode: 'id' | 'list' = 'id') =>
	[
		['app', { registrationLevel: 'app' }],
		['businessAccount', { registrationLevel: 'businessAccount' }],
		['phoneNumber', onNumber(PHONE_NUMBER_ID, mode)],
	] as const;

/** The warnings that a trigger wrote into n8n's log. */
export const warningsOf = ({ logs }: PublishedTrigger): string[] =>
	logs.filter(({ level }) => level === 'warn').map(({ message }) => message);
