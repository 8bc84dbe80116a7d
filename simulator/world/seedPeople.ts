import type { Person } from './Person.ts';

/** The people of a fresh simulator: an ordinary one, one in Brazil, one with a hidden number, one without WhatsApp. */
export const seedPeople: ReadonlyArray<Partial<Person> & Pick<Person, 'waId' | 'name'>> = [
	{ waId: '12025550143', name: 'Ada Brown' },
	{ waId: '5511987654321', name: 'Bruno Conceição' },
	{ waId: '447700900123', name: 'Chen Li', hidesPhoneNumber: true, username: 'chen.li' },
	{ waId: '12025550199', name: 'Dana Novak', isOnWhatsApp: false },
];
