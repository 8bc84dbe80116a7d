import type { KeyedTableName, MovedTableName } from './movedTables';

/** Takes the key of the last row of the page before, value by value, and a number; gives as many rows that follow. */
type PageStatements = Record<`page ${MovedTableName}`, string>;
/** Takes rows; gives those of the table with the same keys. */
type FindStatements = Record<`find ${KeyedTableName}`, string>;

/** The statements that read a store row by row, and add its rows to those of another one. */
export interface MovingStatements extends PageStatements, FindStatements {
	/**
	 * Takes sends; adds those that are not there, and replaces those that are undecided by what the other store knows for sure, or by a
	 * later try.
	 */
	mergeSends: string;
	/** Takes `{ message_id, send_once_key }`; gives the sends of these messages these keys. */
	renameSends: string;
	/** Takes waits; adds those that are not there, and ends those that the other store has ended. */
	mergeAnswerWaits: string;
	/** Takes kept messages; adds those that are not there, and ends those that the other store has ended. What is sent is sent, also where it was cancelled here. */
	mergeOutbox: string;
	/** Takes events that a look has found; adds those that are not there, and marks as told of those that the other store has. */
	mergeStoreEvents: string;
	/** Takes watches for such events; adds those that are not there, and takes the earlier of two instants. */
	mergeStoreEventWatches: string;
	/** Takes events; adds those that are not there, and marks as handled those that the other store has. */
	mergeReceivedEvents: string;
	/** Takes what is being gathered; adds what is not there. */
	mergeGatherings: string;
	/** Takes claims of windows; adds those that are not there, and marks as handed over those that the other store has. */
	mergeClosings: string;
}
