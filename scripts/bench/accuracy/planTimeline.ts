import type { Random } from '../crash/createRandom.ts';
import { createPerson } from './createPeople.ts';
import type { Moment } from './Happening.ts';
import { Plan, type Cast } from './Plan.ts';
import { SCENES } from './scenes.ts';

const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** How much is to happen. */
export interface TimelineOptions {
	/** At least so many events arrive, repetitions included. */
	events: number;
	random: Random;
	/** The instant before which everything lies; epoch milliseconds. */
	endMs: number;
}

const BUSINESSES = 3;
const DAYS = 60;
// The last scenes need a week to play out.
const LAST_DAYS = 10;
// About six scenes for everybody with each of the business numbers.
const EVENTS_PER_PERSON = 16;

/** Lets people and three business numbers live through two months, scene by scene; gives everything in its order in time. */
export function planTimeline({ events, random, endMs }: TimelineOptions): { moments: Moment[]; events: number } {
	const plan = new Plan(random);
	const people = Math.ceil(events / EVENTS_PER_PERSON);
	const spanS = ((DAYS - LAST_DAYS) * DAY_MS) / SECOND_MS;
	const beginMs = Math.floor((endMs - DAYS * DAY_MS) / SECOND_MS) * SECOND_MS;
	const pick = (): Cast => ({ business: random(BUSINESSES), who: createPerson(random(people)), atMs: beginMs + random(spanS) * SECOND_MS });
	for (let index = 0; plan.events < events; index++) {
		SCENES[index % SCENES.length]?.(plan, pick(), { businesses: BUSINESSES, pick, index });
	}
	// Everything that arrives at an instant is on record when a question of the same instant is put.
	const rank = { restart: 0, arrival: 1, earlyCheck: 2, question: 2 };
	const moments = plan.moments.sort((one, other) => one.atMs - other.atMs || rank[one.kind] - rank[other.kind]);
	return { moments, events: plan.events };
}
