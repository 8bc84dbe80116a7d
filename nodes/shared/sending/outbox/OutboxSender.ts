import type { Sender } from '../Sender';

/** What kept messages are sent with. */
export type OutboxSender = Pick<Sender, 'cloudApi' | 'store' | 'businessAccountId' | 'logger' | 'now' | 'paceOf'>;
