import type { CardParts } from './index.ts'

export function transferRoutes({ os, cards, transfers, changed }: CardParts) {
	const { files } = transfers
	return {
		begin: os.transfer.begin.handler(async ({ input }) => ({ file: await files.begin(input.name, input.bytes) })),
		part: os.transfer.part.handler(({ input }) => files.part(input.file, input.content)),
		drop: os.transfer.drop.handler(({ input }) => files.drop(input.file)),
		preview: os.transfer.preview.handler(({ input, signal }) => transfers.preview(input.file, signal)),
		import: os.transfer.import.handler(async function* ({ input: { file, scheduling, deck }, signal }) {
			for await (const step of transfers.import(file, { scheduling, ...(deck ? { deck } : {}) }, signal)) {
				if (step.type === 'done') {
					cards.types.forget()
					changed(step)
				}
				yield step
			}
		}),
		cancel: os.transfer.cancel.handler(({ input }) => transfers.cancel(input.file)),
		export: os.transfer.export.handler(({ input: { format, deck, scheduling }, signal }) => {
			const called = deck === undefined ? 'Cards' : cards.decks.byId(deck).name
			const name = `${called.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Cards'}.${format}`
			return transfers.export({ format, scheduling, ...(deck === undefined ? {} : { deck }) }, name, signal)
		}),
	}
}
