'use strict';

// Holds the write lock of a database until it is killed or told to let go. Prints a line once it has the lock.
// Usage: node holdLock.cjs <path>

const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(process.argv[2]);
database.exec('BEGIN IMMEDIATE');
console.log('0 held');
process.stdin.once('data', () => {
	database.exec('ROLLBACK');
	database.close();
	process.exit();
});
