/** The one export dialog: pages say what they have, the reader decides the rest. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

export interface ExportOffer {
	/** What can be exported, the likeliest first: `Shown here (12)`. */
	label: string
	scope: { ids?: string[]; comparison?: string; document?: string }
}

export const useExporting = defineStore('exporting', () => {
	const open = ref(false)
	const offers = shallowRef<readonly ExportOffer[]>([])
	/** Opens the dialog. */
	function offer(...some: ExportOffer[]): void {
		offers.value = some
		open.value = true
	}
	return { open, offers, offer }
})
