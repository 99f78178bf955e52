/** What host and the thread of the long works on annotations ask of one another. */
import { annotationsContract, Ids } from './annotations.ts'
import { base } from './errors.ts'
import { libraryContract } from './library.ts'

/** The part that a thread of its own does, since it takes longer than a frame. */
export const annotationWork = {
	export: annotationsContract.export,
	upload: annotationsContract.upload,
	import: annotationsContract.import,
	takeBack: annotationsContract.takeBack,
	/** Looks again where passages of these stand, or of all whose text has changed. */
	anchor: base.input(Ids.partial()),
}

/** What that thread asks of the host: texts, and to leave the database to it while it writes. */
export const annotationHost = {
	text: libraryContract.text,
	hashes: libraryContract.hashes,
	hold: base,
	release: base,
}
