import type { IdGenerator } from '../IdGenerator.ts';
import type { BusinessNumber } from './BusinessNumber.ts';
import type { Group } from './Group.ts';
import { CustomerServiceWindows } from './CustomerServiceWindows.ts';
import type { MessageRecord } from './MessageRecord.ts';
import type { Person } from './Person.ts';
import { PriceBook } from './PriceBook.ts';
import { seedPeople } from './seedPeople.ts';
import type { SimulatorSettings } from './SimulatorSettings.ts';
import { ThreadOwners } from './ThreadOwners.ts';
import { UsageBook } from './UsageBook.ts';
import { whatsAppNumberVariants } from './whatsAppNumberVariants.ts';

const MOST_MESSAGES = 20_000;

/** What a world begins with. */
export interface WorldOptions {
	/** Makes the BSUIDs. */
	ids: IdGenerator;
	/** The WABA's business numbers. */
	numbers: BusinessNumber[];
	/** Settings to begin with and to return to. */
	settings: SimulatorSettings;
	/** Messages that are remembered at the most; 20,000 when undefined. */
	mostMessages?: number;
}

/** Everything the simulated WhatsApp remembers: numbers, people, messages, windows, settings. */
export class World {
	/** The WABA's business numbers, the default one first. */
	readonly numbers: readonly BusinessNumber[];
	/** Who may write freely to whom. */
	readonly windows = new CustomerServiceWindows();
	/** Who answers whom, where a second responder shares the account. */
	readonly threads = new ThreadOwners();
	/** What messages cost. */
	readonly prices = new PriceBook();
	/** What was sent and delivered, and what of it costs. */
	readonly usage = new UsageBook();
	/** Settings in force. */
	settings: SimulatorSettings;
	private readonly options: WorldOptions;
	private readonly people = new Map<string, Person>();
	private readonly groups = new Map<string, Group>();
	private readonly messages = new Map<string, MessageRecord>();

	/** @param options - what the world begins with */
	constructor(options: WorldOptions) {
		this.options = options;
		this.numbers = options.numbers;
		this.settings = { ...options.settings };
		this.seed();
	}

	/** The business number with this ID; undefined when there is none. */
	findNumber(phoneNumberId: string): BusinessNumber | undefined {
		return this.numbers.find((number) => number.id === phoneNumberId);
	}

	/** Everybody, in the order in which they came. */
	listPeople(): Person[] {
		return [...this.people.values()];
	}

	/** The person with this phone number (any spelling), wa_id or BSUID; undefined when nobody has it. */
	findPerson(address: string): Person | undefined {
		const digits = address.replace(/\D/g, '');
		const byNumber = whatsAppNumberVariants(digits).map((variant) => this.people.get(variant));
		const isBsuid = /^[A-Z]{2}\./.test(address);
		return isBsuid
			? this.listPeople().find((person) => person.bsuid === address)
			: byNumber.find((person) => person !== undefined);
	}

	/** Adds a person, or changes the named properties of one who is known. */
	putPerson(person: Partial<Person> & Pick<Person, 'waId'>): Person {
		const known = this.findPerson(person.waId);
		const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
		const waId = known?.waId ?? person.waId;
		const merged = { ...(known ?? this.stranger(waId)), ...given, waId };
		this.people.set(waId, merged);
		return merged;
	}

	/** Every group, in the order in which they came. */
	listGroups(): Group[] {
		return [...this.groups.values()];
	}

	/** The group with this ID; undefined when there is none. */
	findGroup(id: string): Group | undefined {
		return this.groups.get(id);
	}

	/** Adds a group, or takes the place of the one with its ID. */
	putGroup(group: Group): Group {
		this.groups.set(group.id, group);
		return group;
	}

	/** Gives a person other IDs, to whom the messages stay; the windows are forgotten. */
	movePerson(person: Person, changes: Pick<Person, 'waId' | 'bsuid'>): Person {
		const moved = { ...person, ...changes };
		this.people.delete(person.waId);
		this.people.set(moved.waId, moved);
		for (const message of this.messages.values()) {
			if (message.waId === person.waId) message.waId = moved.waId;
		}
		for (const group of this.groups.values()) {
			group.members = group.members.map((waId) => (waId === person.waId ? moved.waId : waId));
		}
		this.windows.forget(person.waId);
		return moved;
	}

	/** Remembers a message; the oldest are dropped beyond the limit. */
	addMessage(message: MessageRecord): MessageRecord {
		this.messages.set(message.id, message);
		if (this.messages.size > (this.options.mostMessages ?? MOST_MESSAGES)) this.messages.delete(this.messages.keys().next().value ?? '');
		return message;
	}

	/** The message with this ID; undefined when there is none. */
	findMessage(id: string): MessageRecord | undefined {
		return this.messages.get(id);
	}

	/** Every message, the oldest first. */
	listMessages(): MessageRecord[] {
		return [...this.messages.values()];
	}

	/** Back to the beginning: the seeded people, no messages, no windows, the first settings. */
	reset(): void {
		this.people.clear();
		this.groups.clear();
		this.messages.clear();
		this.windows.clear();
		this.prices.clear();
		this.usage.clear();
		this.threads.clear();
		this.settings = { ...this.options.settings };
		this.seed();
	}

	private seed(): void {
		for (const person of seedPeople) this.putPerson(person);
	}

	private stranger(waId: string): Person {
		return {
			waId,
			name: `+${waId}`,
			bsuid: this.options.ids.bsuid(waId),
			hidesPhoneNumber: false,
			isOnWhatsApp: true,
			hasStoppedMarketing: false,
		};
	}
}
