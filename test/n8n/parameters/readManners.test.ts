import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import type { ParameterReader } from '../../../nodes/shared/n8n/parameters/createParameterReader';
import { accountMannersProperties, mannersOfAccount, mannersProperty } from '../../../nodes/shared/n8n/parameters/mannersProperty';
import { readManners } from '../../../nodes/shared/n8n/parameters/readManners';
import { toManners } from '../../../nodes/shared/n8n/parameters/toManners';

const MARKETING = { sentAs: 'template', category: 'marketing' } as const;
const FREE_FORM = { sentAs: 'freeForm' } as const;
const CODE = { sentAs: 'template', category: 'authentication' } as const;

function reader(manners: Record<string, unknown> | undefined): ParameterReader {
	const read = (name: string, _index: number, fallback?: unknown) => manners?.[name.replace('manners.', '')] ?? fallback;
	return Object.assign(read, { stored: () => manners });
}
const read = (manners: Record<string, unknown> | undefined, ofAccount: object, message: Parameters<typeof readManners>[3] = MARKETING) =>
	readManners(reader(manners), ofAccount, 0, message);

describe('manners that cannot be kept', () => {
	test.each<[string, object, string, string]>([
		['a zone that does not exist', { timeZone: 'Europe/Berln' }, `'Time Zone' is no time zone: "Europe/Berln"`, 'Did you mean Europe/Berlin?'],
		['a city alone', { timeZone: 'Sao Paulo' }, `'Time Zone' is no time zone`, 'Did you mean America/Sao_Paulo?'],
		['a zone like none', { timeZone: 'my office in the hills' }, `'Time Zone' is no time zone`, 'Give a name of the IANA'],
		['a zone that is no text', { timeZone: { a: 1 } }, `'Time Zone' is no time zone: {"a":1}`, 'Give a name'],
		['an unreadable time', { quietFrom: 'nine' }, `'Quiet From' is not a time of day: "nine"`, '21:00'],
		['an hour that does not exist', { quietUntil: '25:00' }, `'Quiet Until' is not a time of day: "25:00"`, '8:30'],
		['a minute that does not exist', { quietUntil: '8:75' }, `'Quiet Until' is not a time of day: "8:75"`, '8:30'],
		['an hour of half a day that does not exist', { quietUntil: '13 pm' }, `'Quiet Until' is not a time of day: "13 pm"`, '8:30'],
		['quiet hours that leave no minute', { quietFrom: '8:00', quietUntil: '08:00' }, 'leave no minute', '21:00 and 08:00'],
		['quiet hours that meet the other default', { quietFrom: '8' }, 'leave no minute', '21:00 and 08:00'],
		['a cap of 0', { marketingCap: 0 }, `'Marketing Cap' is not a whole number from 1 to 100: 0`, 'nothing would ever be sent'],
		['a negative cap', { marketingCap: -1 }, `'Marketing Cap' is not a whole number from 1 to 100: -1`, 'empty'],
		['half a template', { marketingCap: 1.5 }, `'Marketing Cap' is not a whole number from 1 to 100: 1.5`, 'empty'],
		['a cap above what is counted', { marketingCap: 101 }, `from 1 to 100: 101`, 'empty'],
		['no days', { marketingCap: 1, marketingCapDays: '0' }, `'Marketing Cap: Days' is not a whole number from 1 to 365: "0"`, ''],
		['no pause', { templatePauseHours: 0 }, `'Template Pause (Hours)' is not a number above 0`, 'empty'],
		['a pause before', { templatePauseHours: '-2' }, `'Template Pause (Hours)' is not a number above 0`, 'empty'],
		['a pause in words', { templatePauseHours: 'a day' }, `"a day"`, 'hours'],
		['an endless pause', { templatePauseHours: Infinity }, `'Template Pause (Hours)' is not a number above 0`, 'hours'],
		['to stop after none', { unansweredCap: '0' }, `'Stop After Unanswered' is not a whole number from 1 to 100: "0"`, 'nothing would ever be sent'],
	])('%s', (_, manners, message, advice) => {
		const failing = () => toManners(manners);
		expect(failing).toThrow(InvalidInputError);
		expect(failing).toThrow(message);
		expect(() => toManners(manners)).toThrow(expect.objectContaining({ advice: expect.stringContaining(advice) }));
	});
});

describe('manners that are kept', () => {
	test.each<[string, object, object]>([
		['times as clocks show them', { quietFrom: '21:30', quietUntil: '8' }, { quietHours: { fromMinute: 1290, untilMinute: 480 } }],
		['times as English people write them', { quietFrom: '9 pm', quietUntil: '8.15 a.m.' }, { quietHours: { fromMinute: 1260, untilMinute: 495 } }],
		['midnight both ways', { quietFrom: '24:00', quietUntil: '12 pm' }, { quietHours: { fromMinute: 0, untilMinute: 720 } }],
		['one end, with the usual other one', { quietFrom: '22:00' }, { quietHours: { fromMinute: 1320, untilMinute: 480 } }],
		['a zone', { quietFrom: '22:00', timeZone: ' America/Sao Paulo ' }, { quietHours: { timeZone: 'America/Sao_Paulo' } }],
		['a cap, within a week', { marketingCap: '2' }, { marketingCap: { count: 2, days: 7 } }],
		['a cap within a month', { marketingCap: 2, marketingCapDays: 30 }, { marketingCap: { count: 2, days: 30 } }],
		['to stop', { unansweredCap: 3 }, { unansweredCap: 3 }],
	])('%s', (_, manners, expected) => {
		expect(toManners(manners)).toMatchObject(expected);
	});

	test('half an hour of pause', () => {
		expect(toManners({ templatePauseHours: 0.5 }).templatePause?.as('minutes')).toBe(30);
	});

	test('nothing is asked for where nothing is filled in', () => {
		expect(read(undefined, {})).toBeUndefined();
		expect(read({}, { quietFrom: '', marketingCap: null })).toBeUndefined();
		expect(read({ quietFrom: '', unansweredCap: null }, {})).toBeUndefined();
	});
});

describe('manners of the account', () => {
	const account = { quietFrom: '22:00', quietUntil: '7:00', marketingCap: '2' };

	test('count for templates, and give way to those of the node field by field', () => {
		expect(read(undefined, account)).toMatchObject({ quietHours: { fromMinute: 1320, untilMinute: 420 }, marketingCap: { count: 2 } });
		expect(read({ quietFrom: '20:00', marketingCap: 5 }, account)).toMatchObject({ quietHours: { fromMinute: 1200, untilMinute: 420 }, marketingCap: { count: 5 } });
	});

	test('can be left out by a node', () => {
		expect(read({ leaveOutAccount: true }, account)).toBeUndefined();
		expect(read({ leaveOutAccount: true, unansweredCap: 3 }, account)).toEqual({ unansweredCap: 3 });
	});

	test('do not keep back an answer or a code; those of the node do', () => {
		expect(read(undefined, account, FREE_FORM)).toBeUndefined();
		expect(read({ unansweredCap: 3 }, account, FREE_FORM)).toBeUndefined();
		expect(read({ quietFrom: '20:00' }, account, FREE_FORM)).toEqual({ quietHours: { fromMinute: 1200, untilMinute: 420 } });
		expect(read(undefined, account, CODE)).toBeUndefined();
		expect(read({ quietFrom: '20:00' }, account, CODE)).toMatchObject({ quietHours: { fromMinute: 1200, untilMinute: 480 } });
	});

	test('are told by their place where they cannot be read', () => {
		expect(() => read(undefined, { timeZone: 'Europe/Berln' })).toThrow("In the credential, under 'Manners for All Templates': 'Time Zone' is no time zone");
		expect(() => read({ timeZone: 'Europe/Berln' }, account)).toThrow(/^'Time Zone' is no time zone/);
	});

	test('are taken from the credential only while its switch is on', () => {
		expect(mannersOfAccount({ accountManners: true, quietFrom: '22:00', accessToken: 'secret' })).toEqual(expect.objectContaining({ quietFrom: '22:00' }));
		expect(mannersOfAccount({ accountManners: true, accessToken: 'secret' })).not.toHaveProperty('accessToken');
		expect(mannersOfAccount({ accountManners: false, quietFrom: '22:00' })).toEqual({});
		expect(mannersOfAccount({ quietFrom: '22:00' })).toEqual({});
	});

	test('have the fields of the node', () => {
		const inNode = (mannersProperty.options ?? []).map(({ name }) => name).filter((name) => name !== 'leaveOutAccount');
		const inCredential = accountMannersProperties.map(({ name }) => name).filter((name) => name !== 'accountManners');
		expect(inNode.sort()).toEqual(inCredential.sort());
	});
});
