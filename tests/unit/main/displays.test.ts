import { describe, expect, it } from 'vitest'
import { describeDisplays, displayForAudience, movedTo } from '../../../src/main/displays.ts'

const laptop = {
	id: 1,
	label: '',
	bounds: { x: 0, y: 0, width: 1440, height: 900 },
	workArea: { x: 0, y: 25, width: 1440, height: 875 },
	scaleFactor: 2,
}
const projector = {
	id: 7,
	label: 'Projector',
	bounds: { x: 1440, y: 0, width: 1024, height: 768 },
	workArea: { x: 1440, y: 0, width: 1024, height: 768 },
	scaleFactor: 1,
}
const third = { ...projector, id: 9, label: 'Monitor' }

describe('displays', () => {
	it('are described in pixels, and one without a name gets one', () => {
		expect(describeDisplays([laptop, projector], 1)).toEqual([
			{ id: '1', label: 'Display 1', width: 2880, height: 1800, presenter: true },
			{ id: '7', label: 'Projector', width: 1024, height: 768, presenter: false },
		])
	})

	it('for the audience are never the presenter’s', () => {
		expect(displayForAudience([laptop, projector, third], 1, '9')?.id).toBe(9)
		expect(displayForAudience([laptop, projector, third], 1, undefined)?.id).toBe(7)
		expect(displayForAudience([laptop, projector], 1, '1')?.id).toBe(7)
		expect(displayForAudience([laptop, projector], 1, 'gone')?.id).toBe(7)
		expect(displayForAudience([laptop], 1, '1')).toBeUndefined()
	})

	it('change under a window that keeps its place on them, as far as it fits', () => {
		const small = { x: 100, y: 125, width: 600, height: 500 }
		expect(movedTo(small, laptop.workArea, projector.workArea)).toEqual({ x: 1540, y: 100, width: 600, height: 500 })
		const wide = { x: 0, y: 25, width: 1440, height: 875 }
		expect(movedTo(wide, laptop.workArea, projector.workArea)).toEqual(projector.workArea)
	})
})
