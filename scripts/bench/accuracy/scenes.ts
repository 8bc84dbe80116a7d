import { createPerson } from './createPeople.ts';
import { OPENING_SHAPES, SILENT_SHAPES } from './Reports.ts';
import type { Cast, Plan } from './Plan.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What happens between a person and the business, made so that one fault shows. */
export type Scene = (plan: Plan, cast: Cast, stage: { businesses: number; pick: () => Cast; index: number }) => void;

const hoursOf = (plan: Plan, from: number, to: number) => from * HOUR_MS + plan.random((to - from) * 3600) * SECOND_MS;

/** Meta repeats for days what was not answered. */
const late: Scene = (plan, cast) => {
	const arrivesAtMs = cast.atMs + hoursOf(plan, 1, 150);
	plan.write(cast, cast.atMs, arrivesAtMs);
	plan.ask('1 late', cast, arrivesAtMs + MINUTE_MS);
	plan.ask('1 late', cast, arrivesAtMs + hoursOf(plan, 1, 23));
};

const outOfOrder: Scene = (plan, cast) => {
	const laterAtMs = cast.atMs + hoursOf(plan, 2, 20);
	plan.write(cast, laterAtMs, laterAtMs + SECOND_MS);
	plan.write(cast, cast.atMs, laterAtMs + MINUTE_MS);
	plan.ask('2 out of order', cast, cast.atMs + DAY_MS + hoursOf(plan, 0, 2));
	plan.ask('2 out of order', cast, laterAtMs + 2 * MINUTE_MS);
};

const duplicate: Scene = (plan, cast) => {
	const happening = plan.write(cast, cast.atMs);
	const againAtMs = cast.atMs + hoursOf(plan, 1, 70);
	plan.arrive([happening], againAtMs);
	plan.ask('3 delivered twice', cast, Math.max(againAtMs + MINUTE_MS, cast.atMs + DAY_MS + hoursOf(plan, 0, 20)));
};

const status: Scene = (plan, cast) => {
	if (plan.random(2) === 0) plan.write(cast, cast.atMs - hoursOf(plan, 20, 40));
	for (const [index, name] of ['sent', 'delivered', 'read', 'played'].entries()) {
		const atMs = cast.atMs + index * 2 * SECOND_MS;
		plan.arrive([plan.reports.status(cast.business, cast.who, plan.names(cast.who), atMs, name)], atMs + plan.delayMs());
	}
	plan.ask('4 statuses', cast, cast.atMs + MINUTE_MS + hoursOf(plan, 0, 6));
};

const own: Scene = (plan, cast) => {
	const { business, who, atMs } = cast;
	plan.arrive([plan.reports.echo(business, who, plan.names(who), atMs)], atMs + plan.delayMs());
	if (who.number !== undefined) plan.arrive([plan.reports.history(business, who, who.number, atMs - HOUR_MS)], atMs + plan.delayMs());
	plan.ask('5 own messages', cast, atMs + MINUTE_MS + hoursOf(plan, 0, 6));
};

const stranger: Scene = (plan, cast, { index }) => {
	plan.ask('6 nobody on record', { ...cast, who: createPerson(1_000_000 + index) }, cast.atMs, { isSpelt: true });
};

const otherNumber: Scene = (plan, cast, { businesses }) => {
	plan.write(cast, cast.atMs);
	plan.ask('7 the other number', { ...cast, business: (cast.business + 1) % businesses }, cast.atMs + hoursOf(plan, 1, 20));
};

const spelling: Scene = (plan, cast) => {
	plan.write(cast, cast.atMs);
	for (let index = 0; index < 2; index++) {
		plan.ask('8 spellings', cast, cast.atMs + MINUTE_MS + hoursOf(plan, 0, 30), { isSpelt: true, by: 'number' });
	}
};

const batch: Scene = (plan, cast, { pick }) => {
	const casts = [cast, ...Array.from({ length: 2 + plan.random(3) }, pick)];
	const happenings = casts.map(({ business, who }) => plan.reports.message('text', business, who, plan.names(who), cast.atMs, 'opens'));
	plan.arrive(happenings, cast.atMs + plan.delayMs());
	for (const each of casts) plan.ask('9 batches', each, cast.atMs + MINUTE_MS + hoursOf(plan, 0, 23));
};

const boundary: Scene = (plan, cast) => {
	const { atMs } = plan.write(cast, cast.atMs);
	const afterMs = [-1, 0, 1, -MINUTE_MS, 59 * MINUTE_MS, hoursOf(plan, 0, 1)];
	for (const each of afterMs) plan.ask('10 the boundary', cast, atMs + DAY_MS + each);
};

const waiting: Scene = (plan, cast) => {
	plan.write(cast, cast.atMs);
	const askedAtMs = cast.atMs + hoursOf(plan, 20, 24);
	plan.ask('11 a wait before the send', cast, askedAtMs + hoursOf(plan, 0, 6), { askedAtMs });
};

const media: Scene = (plan, cast) => {
	plan.write(cast, cast.atMs);
	plan.ask('12 media', cast, cast.atMs + hoursOf(plan, 1, 48), { isMedia: true });
};

const refusal: Scene = (plan, cast) => {
	const { business, who } = cast;
	plan.write(cast, cast.atMs);
	const refusedAtMs = cast.atMs + hoursOf(plan, 0, 20);
	plan.arrive([plan.reports.status(business, who, plan.names(who), refusedAtMs, 'failed')], refusedAtMs + hoursOf(plan, 0, 2));
	plan.ask('15 refused by Meta', cast, refusedAtMs + 2 * HOUR_MS + MINUTE_MS);
	if (plan.random(2) === 0) return;
	plan.write(cast, refusedAtMs + 3 * HOUR_MS);
	plan.ask('15 refused by Meta', cast, refusedAtMs + 4 * HOUR_MS);
};

const restart: Scene = (plan, cast, { index }) => {
	plan.write(cast, cast.atMs);
	// A thousand restarts would say no more than fifty.
	if (index % 20 === 0) plan.moments.push({ kind: 'restart', atMs: cast.atMs + MINUTE_MS });
	plan.ask('16 a restart', cast, cast.atMs + 2 * MINUTE_MS + hoursOf(plan, 0, 24));
};

const kinds: Scene = (plan, cast) => {
	const { business, who, atMs } = cast;
	const isOpening = plan.random(2) === 0;
	const shapes = isOpening ? OPENING_SHAPES : SILENT_SHAPES;
	const shape = shapes[plan.random(shapes.length)] ?? 'text';
	const message = plan.reports.message(shape, business, who, plan.names(who), atMs, isOpening ? 'opens' : 'means nothing');
	plan.arrive([message], atMs + plan.delayMs());
	plan.ask('17 kinds of events', cast, atMs + MINUTE_MS + hoursOf(plan, 0, 23));
};

const CALLS = ['made', 'ended', 'ofBusiness', 'accepted', 'rejected'] as const;

const calls: Scene = (plan, cast) => {
	const { business, who, atMs } = cast;
	const call = plan.reports.call(business, who, plan.names(who), atMs, CALLS[plan.random(CALLS.length)] ?? 'made');
	plan.arrive([call], atMs + plan.delayMs());
	plan.ask('17 calls', cast, atMs + MINUTE_MS + hoursOf(plan, 0, 23));
};

const others: Scene = (plan, cast) => {
	const { business, who, atMs } = cast;
	const names = plan.names(who);
	const choice = plan.random(2);
	if (choice === 0) plan.arrive([plan.reports.standby(business, who, names, atMs)], atMs + plan.delayMs());
	else plan.arrive([plan.reports.preference(business, who, names, atMs, plan.random(2) === 0 ? 'stop' : 'resume')], atMs + plan.delayMs());
	plan.ask('17 other fields', cast, atMs + MINUTE_MS + hoursOf(plan, 0, 23));
};

const advertisement: Scene = (plan, cast) => {
	const { business, who, atMs } = cast;
	plan.arrive([plan.reports.message('textFromAd', business, who, plan.names(who), atMs, 'opens')], atMs + plan.delayMs());
	plan.arrive([plan.reports.status(business, who, plan.names(who), atMs + MINUTE_MS, 'sent')], atMs + 2 * MINUTE_MS);
	plan.ask('18 free entry point', cast, atMs + hoursOf(plan, 23, 71));
};

const renaming: Scene = (plan, cast, { index }) => {
	// Somebody of their own: who has changed once does not change again.
	const who = createPerson(2_000_000 + index);
	const becomes = createPerson(2_000_000 + index, 1);
	const own = { ...cast, who };
	if (who.number === undefined) return;
	plan.write(own, cast.atMs);
	const changedAtMs = cast.atMs + hoursOf(plan, 1, 10);
	plan.arrive([plan.reports.renaming(cast.business, who, becomes, changedAtMs)], changedAtMs + plan.delayMs());
	plan.ask('19 a new number', own, changedAtMs + HOUR_MS);
	plan.ask('19 a new number', { ...own, who: becomes }, changedAtMs + HOUR_MS);
	if (plan.random(2) === 0) plan.write(own, cast.atMs + MINUTE_MS, changedAtMs + 2 * HOUR_MS);
	plan.write({ ...own, who: becomes }, changedAtMs + 3 * HOUR_MS);
	plan.ask('19 a new number', own, changedAtMs + 4 * HOUR_MS);
	plan.ask('19 a new number', { ...own, who: becomes }, changedAtMs + 4 * HOUR_MS);
};

const userIds: Scene = (plan, cast) => {
	plan.write(cast, cast.atMs);
	plan.write(cast, cast.atMs + hoursOf(plan, 0, 3));
	plan.ask('20 user IDs', cast, cast.atMs + 3 * HOUR_MS + hoursOf(plan, 0, 23), { by: 'userId' });
	plan.ask('20 user IDs', cast, cast.atMs + 3 * HOUR_MS + hoursOf(plan, 0, 23), { by: 'number' });
};

const future: Scene = (plan, cast) => {
	const aheadMs = SECOND_MS * (1 + plan.random(600));
	const arrivesAtMs = cast.atMs + plan.delayMs();
	plan.write(cast, cast.atMs + aheadMs, arrivesAtMs);
	plan.ask('21 a clock ahead', cast, arrivesAtMs + SECOND_MS);
	plan.ask('21 a clock ahead', cast, arrivesAtMs + DAY_MS - 1);
	plan.ask('21 a clock ahead', cast, arrivesAtMs + DAY_MS);
};

/** All scenes, each as likely as the others. */
export const SCENES: readonly Scene[] = [
	late, outOfOrder, duplicate, status, own, stranger, otherNumber, spelling, batch, boundary, waiting, media, refusal, restart, kinds,
	calls, others, advertisement, renaming, userIds, future,
];
