/** The three people of the demo; the appointments of the example are theirs. The numbers are reserved for fiction. */
export const demoPeople = {
	justWrote: { waId: '12025550143', name: 'Ada Brown' },
	wroteYesterday: { waId: '12025550156', name: 'Ben Ortiz' },
	neverWrote: { waId: '12025550178', name: 'Cleo Martin' },
};
