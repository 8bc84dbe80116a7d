import { orderItems, type OrderItem } from '../check/orderItems.ts';

/** Approved template of the stand-in for Meta, with two variables in its body. */
export const TEMPLATE = { name: 'appointment_reminder', language: 'en_US' };

/** An item about somebody who has an appointment. */
export interface ReminderItem extends OrderItem {
	appointment: string;
}

/** Items about customers who are on record, each another one. */
export function reminderItems(items: number, customers: number): ReminderItem[] {
	return orderItems(items, customers).map((item, index) => ({
		...item,
		appointment: `${(index % 28) + 1} May at ${(index % 9) + 9}:30`,
	}));
}

/** What the person of an item has to read, without the buttons. */
export function reminderText({ customer, appointment }: ReminderItem): string {
	const reminder = `this is a reminder of your appointment on ${appointment}.`;
	return `Hello ${customer}, ${reminder} Reply to this message to change it.`;
}
