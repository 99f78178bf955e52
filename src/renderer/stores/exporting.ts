/** The one export dialog: pages say what they have, the reader decides the rest. */
import { defineStore } from 'pinia'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import type { CitationStyle, ExportFormat, ExportRequest } from '#contract/exports.ts'
import { useSettings } from './settings.ts'

export interface ExportOffer {
	/** What can be exported: `The 12 shown here`. */
	label: string
	scope: ExportRequest['scope']
	/** The layout that suits it best, until the reader takes another. */
	layout?: ExportRequest['layout']
}

/** Offered by every page: where it says no more, after all that it offers. */
export const everything: ExportOffer = { label: 'All my notes', scope: {} }

type Offers = () => readonly ExportOffer[]

export const useExporting = defineStore('exporting', () => {
	const settings = useSettings()
	const pages = new Set<Offers>()
	const open = ref(false)
	const offers = shallowRef<readonly ExportOffer[]>([])
	/** What was chosen last, for the next export; the style is that of the settings until another is. */
	const format = ref<ExportFormat>('docx')
	const chosen = ref<CitationStyle>()
	const style = computed({
		get: () => chosen.value ?? settings.values.citationStyle,
		set: (one) => {
			chosen.value = one
		},
	})
	/** Opens the dialog with what the page has, and with everything. */
	function start(): void {
		const some = [...pages].flatMap((offers) => offers())
		offers.value = some.includes(everything) ? some : [...some, everything]
		open.value = true
	}
	return { pages, open, offers, format, style, start }
})

/**
 * Says what the page has to export, for as long as it is shown.
 * @param offers the likeliest first; asked when the dialog is opened
 */
export function useExportOffers(offers: Offers): void {
	const { pages } = useExporting()
	pages.add(offers)
	onBeforeUnmount(() => pages.delete(offers))
}
