/** Text for XML, which has no words for control signs and halves of signs; Word and PowerPoint refuse a file that holds one. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** @returns the text without them, in one line */
export const clean = (text: string): string =>
	text
		.toWellFormed()
		.replace(unwritable, '')
		.replace(/[\t\r\n]+/g, ' ')
