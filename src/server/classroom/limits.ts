/**
 * What devices may do, and how often. A class may sit behind one router, so that 600 phones have one address: whatever is counted
 * by address has room for them all doing the same thing at once. What remains to a cheat with one address are as many votes as it
 * has devices, and a code in 86 million to guess.
 */
export interface Limits {
	/** Devices let in from one address in a session: 600 phones, and room for those that forgot their cookie. */
	devicesOfAddress: number
	/** Devices let in altogether. Each keeps about 30 kB while it follows. */
	devices: number
	/** Tabs of one device. Another one ends the oldest: after a lost network the old one may not have been noticed yet. */
	socketsOfDevice: number
	/** Sockets of one address, also those that have not been let in: 600 phones, each with the old one not noticed yet. */
	socketsOfAddress: number
	sockets: number
	/** Connections of any kind of one address: a browser opens up to six to load the page, and they end after some seconds. */
	connectionsOfAddress: number
	connections: number
	/** Sockets opened from one address: all at once when a router comes back, then as fast as they may try again. */
	knocks: Rate
	/** Wrong codes from one address: each phone of a class once, then ten a second. Two hours of guessing find one in 1,200 codes. */
	wrongCodes: Rate
	/** Messages and pings of one socket: a vote, a page turned quickly. */
	messages: Rate
	/** Bytes of a message; the longest there is has 200. */
	messageSize: number
	/** Bytes that may wait for a device that does not read, before it is dropped: some hundred slides. */
	waiting: number
	/** Milliseconds until a socket has to have joined; codes are typed before one is opened. */
	joining: number
	/** Milliseconds between two signs of life that a socket owes. */
	heartbeat: number
	/** Milliseconds for a request’s headers, and for all of it. */
	headers: number
	request: number
	/** Bytes of a request’s headers. */
	headerSize: number
	/** Least milliseconds between two tallies to the host. */
	tallies: number
	/** Least milliseconds between two words on how many follow. */
	counts: number
	/** Least milliseconds between two views that differ in how many have voted alone: nobody on a phone needs it faster. */
	voters: number
}

export interface Rate {
	/** How many at once. */
	burst: number
	/** How many more every second. */
	perSecond: number
}

export const defaultLimits: Limits = {
	devicesOfAddress: 800,
	devices: 2000,
	socketsOfDevice: 4,
	socketsOfAddress: 1300,
	sockets: 3000,
	connectionsOfAddress: 2500,
	connections: 5000,
	knocks: { burst: 1500, perSecond: 50 },
	wrongCodes: { burst: 600, perSecond: 10 },
	messages: { burst: 40, perSecond: 8 },
	messageSize: 4096,
	waiting: 1_000_000,
	joining: 10_000,
	heartbeat: 25_000,
	headers: 5000,
	request: 10_000,
	headerSize: 8192,
	tallies: 100,
	counts: 250,
	voters: 1000,
}
