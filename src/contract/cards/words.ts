/** Tokens of cards, as plain data: a window can use them without the schemas. The words are Anki’s and FSRS’s. */

/** How well an answer was known, from worst to best; FSRS counts them from 1. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const
export const cardStates = ['new', 'learning', 'review', 'relearning'] as const
/** What keeps a card out of the queue: until asked, or until the next day. */
export const holds = ['suspended', 'buried'] as const
/** The note types that ship. What was imported has its own. */
export const shippedNoteTypes = ['basic', 'basic-reversed', 'cloze', 'contrast'] as const
/** How fields are written: Markdown in what is made here, HTML in what comes from Anki. */
export const markups = ['markdown', 'html'] as const
export const cardOrders = [
	...(['created', 'due', 'modified', 'text', 'deck'] as const),
	...(['interval', 'lapses', 'stability', 'difficulty'] as const),
] as const
export const cardFormats = ['apkg', 'csv'] as const
/** Bytes of a file of cards that travel in one message, in base64. */
export const partBytes = 512 * 1024
